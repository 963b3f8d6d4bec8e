/** Signed files of results: what is proved, and that no byte can be another one. */
import { describe, expect, test } from 'vitest';
import { type ResultPayload, readResultFile, writeResultFile } from '#classroom/contests/result-file.ts';
import { seedOf } from '#classroom/contests/rules-hash.ts';
import { fingerprintOf, newKey, publicText } from '#classroom/contests/signing.ts';

const payload: ResultPayload = {
  ...{ source: 'k1', contest: '城东杯', host: '城东职校', rulesHash: 'ab12', opensAt: 1, closesAt: 2, signedAt: 3 },
  rules: {
    ...{ scenarios: ['promotion/a'], minutes: 10, arrivals: 'spaced', seed: '省赛', kind: 'arena', counted: 1 },
    ...{ rounds: null, teamBest: 3, teamsBy: 'entry' },
  },
  rows: [
    {
      ...{ key: 'a1', label: '城东一班 · 03', team: '城东一班', teamKey: 'r1', rounds: 2 },
      ...{ total: 91.5, redLines: 0, firstS: 12 },
    },
  ],
};
const key = newKey();
const file = writeResultFile(key, payload);

describe('[J58] a signed file of results', () => {
  test('is read as it was signed, with the fingerprint of its key', () => {
    expect(readResultFile(file)).toEqual({
      state: 'signed',
      fingerprint: fingerprintOf(publicText(key)),
      payload,
    });
    expect(fingerprintOf(publicText(key))).toMatch(/^([0-9A-F]{4}-){7}[0-9A-F]{4}$/);
    // A byte order mark and a last line break are what programs add to a text that nobody has changed.
    expect(readResultFile(`\uFEFF${file}\n`).state).toBe('signed');
  });

  test('is refused with any one byte changed, left out or added', () => {
    const bytes = Buffer.from(file);
    const states = new Set<string>();
    for (let at = 0; at < bytes.length; at++) {
      for (const other of [(bytes[at] ?? 0) ^ 1, (bytes[at] ?? 0) ^ 32]) {
        const changed = Buffer.from(bytes);
        changed[at] = other;
        states.add(readResultFile(changed.toString('latin1')).state);
      }
      states.add(readResultFile(Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1)]).toString()).state);
    }
    expect([...states].toSorted()).toEqual(['changed', 'unreadable']);
  });

  test('with a better mark and the old signature is changed; signed anew it is another key’s', () => {
    const better: ResultPayload = { ...payload, rows: payload.rows.map((row) => ({ ...row, total: 99 })) };
    const forged = JSON.stringify({ ...JSON.parse(file), payload: JSON.stringify(better) });
    expect(readResultFile(forged)).toMatchObject({ state: 'changed' });
    const other = readResultFile(writeResultFile(newKey(), better));
    expect(other.state).toBe('signed');
    expect(other.state === 'signed' && other.fingerprint).not.toBe(fingerprintOf(publicText(key)));
  });

  test('with pretty spaces, with other fields or without being JSON is no file of ours', () => {
    expect(readResultFile(JSON.stringify(JSON.parse(file), null, 2)).state).toBe('changed');
    for (const other of ['', '{}', 'PK\u0003', '[]', JSON.stringify({ ...JSON.parse(file), more: 1 })])
      expect(readResultFile(other).state).toBe('unreadable');
  });
});

test('[J52] the same words give the same seed on every server, within what a drill takes', () => {
  expect(seedOf('省赛')).toBe(seedOf('省赛'));
  expect(seedOf('省赛')).not.toBe(seedOf('省赛2'));
  expect(seedOf('省赛')).toBeLessThan(2 ** 30);
});
