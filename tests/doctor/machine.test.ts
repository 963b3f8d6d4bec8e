import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { inLanguage } from '#i18n/language.ts';
import { CHECKS, type Check, checksText, ok, warn, worst } from '#scripts/doctor/check.ts';
import { examine } from '#scripts/doctor/examine.ts';
import type { Machine } from '#scripts/doctor/machine.ts';
import { checkClient, checkClock, checkDisk, checkMemory } from '#scripts/doctor/machine-checks.ts';
import { checkPort, listenError, whoAnswers } from '#scripts/doctor/port.ts';
import { testServer } from '#tests/http/support/test-server.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

const NOW = Date.UTC(2026, 10, 23, 12);
const DAY_MS = 24 * 3_600_000;
const MACHINE: Machine = {
  nodeVersion: '22.1.0',
  now: NOW,
  memory: { freeMb: 4000, totalMb: 8000 },
  uid: process.getuid?.() ?? null,
  freeMb: async () => 50_000,
};

describe('the clock', () => {
  test.each([
    ['right', NOW, NOW - DAY_MS, 'sound'],
    ['right where nothing is stored', NOW, null, 'sound'],
    ['in a year before the program', Date.UTC(2019, 1, 1), null, 'bad'],
    ['in a year far ahead', Date.UTC(2120, 1, 1), null, 'bad'],
    ['set back', NOW, NOW + DAY_MS, 'bad'],
    ['a few seconds behind', NOW, NOW + 5000, 'sound'],
    ['a year ahead of what is stored', NOW, NOW - 365 * DAY_MS, 'warn'],
  ])('is %s', (_, now, newest, state) => {
    expect(checkClock(now, newest).state).toBe(state);
  });
});

describe('the disk, the memory and the pages', () => {
  test.each([
    [5000, 200, 'sound'],
    [900, 200, 'warn'],
    [199, 200, 'bad'],
    [1, 0, 'sound'],
    [null, 200, 'warn'],
  ] as const)('%s MB left, of which %s must be: %s', (free, least, state) => {
    expect(checkDisk('/data', free, least).state).toBe(state);
  });

  test('a machine with too little memory is told how much a class needs', () => {
    expect(checkMemory({ freeMb: 300, totalMb: 1000 })).toMatchObject({
      state: 'warn',
      advice: expect.stringContaining('600'),
    });
    expect(checkMemory({ freeMb: 3000, totalMb: 4000 }).state).toBe('sound');
  });

  test('pages that aren’t built matter only where the start doesn’t build them', () => {
    const top = tempFolder();
    expect([checkClient(top, true).state, checkClient(top, false).state]).toEqual(['sound', 'bad']);
    mkdirSync(join(top, 'dist', 'client'), { recursive: true });
    writeFileSync(join(top, 'dist', 'client', 'index.html'), '');
    expect(checkClient(top, false).state).toBe('sound');
  });
});

describe('the port', () => {
  const AT = { host: '0.0.0.0', port: 3000 };

  test.each([
    ['is free', null, null, { program: 'none' }, 'sound'],
    ['is held by the server of this data', '42', 'EADDRINUSE', { program: 'ours', fault: null }, 'sound'],
    ['is held by a server of other data', null, 'EADDRINUSE', { program: 'ours', fault: null }, 'bad'],
    ['is held by another program', null, 'EADDRINUSE', { program: 'other' }, 'bad'],
    ['is not allowed', null, 'EACCES', { program: 'none' }, 'bad'],
    ['belongs to no address of the machine', null, 'EADDRNOTAVAIL', { program: 'none' }, 'bad'],
    ['is free though the data is in use', '42', null, { program: 'none' }, 'warn'],
  ] as const)('%s', (_, holder, taken, answering, state) => {
    expect(checkPort(AT, holder, taken, answering).state).toBe(state);
  });

  test('is any that is free where PORT is 0', () => {
    expect(checkPort({ host: '0.0.0.0', port: 0 }, null, null, { program: 'none' }).state).toBe('sound');
  });

  test('is asked who holds it: this program, and how it is, or another', async () => {
    const { port } = await testServer();
    expect(await listenError('127.0.0.1', port)).toBe('EADDRINUSE');
    expect(await whoAnswers('127.0.0.1', port)).toEqual({ program: 'ours', fault: null });
    const other = createHttpServer((_, response) => response.end('{"ok":true}'));
    onTestFinished(() => void other.close());
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port: others } = other.address() as AddressInfo;
    expect(await whoAnswers('127.0.0.1', others)).toEqual({ program: 'other' });
  });
});

describe('all checks', () => {
  test('are told in one order, also where a variable can’t be read', async () => {
    const checks = await examine(tempFolder(), { DATA_DIR: join(tempFolder(), 'data'), PORT: '99999' }, MACHINE);
    expect(checks[0]).toMatchObject({ id: 'config', state: 'bad', text: expect.stringContaining('PORT') });
    const ids = checks.map(({ id }) => id);
    expect(ids).toEqual(CHECKS.filter((id) => ids.includes(id)));
    // Without a database there is neither a schema nor a trail to look at.
    expect(ids).toHaveLength(CHECKS.length - 2);
  });

  test('are a line each, with what to do below, in either language', () => {
    const checks = (): Check[] => [ok('node', '20'), warn('memory', 'little', 'close programs')];
    expect(checksText(checks())).toBe('✓ Node  20\n! 内存  little\n    → close programs\n\n能用；带 ! 的有空看一下。');
    expect(inLanguage('en', () => checksText(checks()))).toContain('! Memory  little');
    expect([worst([]), worst(checks())]).toEqual(['sound', 'warn']);
  });
});
