import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { createGroupCommit } from '#drills/runner/group-commit.ts';
import type { Append, Storage } from '#storage/storage.ts';
import { deskRoom, say, started, tab } from '#tests/drills/support/desk-room.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { append } from '#tests/storage/contract.ts';
import { soundHealth } from '#tests/storage/support/storage-health-cases.ts';

const logger = pino({ level: 'silent' });

const recording = (fails: (batch: readonly Append[]) => boolean = () => false, health = soundHealth()) => {
  const batches: string[][] = [];
  const appendAll: Storage['appendAll'] = async (batch) => {
    batches.push(batch.map(({ drill }) => drill));
    if (fails(batch)) throw new Error('disk');
    return batch.map(() => ({ ok: true, value: undefined }));
  };
  return { batches, appendAll, health };
};

describe('group commit', () => {
  test('[N3] joins different drills into one transaction, a burst into a few of at least 64 and at most 256', async () => {
    const storage = recording();
    const commit = createGroupCommit(storage, logger);
    const done: string[] = [];
    for (let n = 0; n < 63; n++) commit.add(append(`d${n}`, 0), () => done.push(`d${n}`));
    expect(storage.batches).toEqual([]);
    for (let n = 63; n < 600; n++) commit.add(append(`d${n}`, 0), () => done.push(`d${n}`));
    // Written while the others were still coming; a fourth would have the disk sync once more for no gain.
    expect(storage.batches.map(({ length }) => length)).toEqual([64, 64, 64]);
    expect(done).toEqual([]);
    await virtualClock().settle();
    expect(storage.batches.map(({ length }) => length)).toEqual([64, 64, 64, 256, 152]);
    expect(done).toEqual(Array.from({ length: 600 }, (_, n) => `d${n}`));
  });

  test('[N20] tells in the order of the batches, though a later one is stored sooner', async () => {
    const answers: (() => void)[] = [];
    const appendAll: Storage['appendAll'] = (batch) =>
      new Promise((resolve) => answers.push(() => resolve(batch.map(() => ({ ok: true, value: undefined })))));
    const commit = createGroupCommit({ appendAll, health: soundHealth() }, logger);
    const { settle } = virtualClock();
    const done: string[] = [];
    for (let n = 0; n < 128; n++) commit.add(append(`d${n}`, 0), () => done.push(`d${n}`));
    expect(answers).toHaveLength(2);
    answers[1]?.();
    await settle();
    expect(done).toEqual([]);
    answers[0]?.();
    await settle();
    expect(done).toEqual(Array.from({ length: 128 }, (_, n) => `d${n}`));
  });

  test('[N20] writes the next batch before it tells of the last, and tells both in order', async () => {
    const happened: string[] = [];
    const answers: (() => void)[] = [];
    const appendAll: Storage['appendAll'] = (batch) => {
      happened.push(`write ${batch.map(({ drill }) => drill)}`);
      return new Promise((resolve) => answers.push(() => resolve(batch.map(() => ({ ok: true, value: undefined })))));
    };
    const commit = createGroupCommit({ appendAll, health: soundHealth() }, logger);
    const { settle } = virtualClock();
    const add = (drill: string): void => commit.add(append(drill, 0), () => happened.push(`tell ${drill}`));
    add('a');
    await settle();
    for (const drill of ['b', 'c']) add(drill);
    await settle();
    // One batch is on its way at a time: what comes meanwhile is gathered.
    expect(happened).toEqual(['write a']);
    answers[0]?.();
    await settle();
    expect(happened).toEqual(['write a', 'write b,c', 'tell a']);
    answers[1]?.();
    await settle();
    expect(happened.slice(3)).toEqual(['tell b', 'tell c']);
  });

  test('tries each drill’s events alone when the whole batch fails', async () => {
    const storage = recording((batch) => batch.some(({ drill }) => drill === 'bad'));
    const commit = createGroupCommit(storage, logger);
    const results: Record<string, unknown> = {};
    for (const drill of ['a', 'bad', 'b']) commit.add(append(drill, 0), (result) => (results[drill] = result));
    await virtualClock().settle();
    expect(storage.batches).toEqual([['a', 'bad', 'b'], ['a'], ['bad'], ['b']]);
    expect(results).toEqual({
      a: { ok: true, value: undefined },
      bad: { ok: false, error: 'not-stored' },
      b: { ok: true, value: undefined },
    });
  });

  test('writes nothing once the files are gone, and acknowledges nothing written while they went [S2]', async () => {
    let looks = 0;
    // The first batch finds them before it writes and not after.
    const storage = recording(() => false, soundHealth({ isThere: () => looks++ === 0 }));
    const commit = createGroupCommit(storage, logger);
    const results: unknown[] = [];
    for (const drill of ['a', 'b']) {
      commit.add(append(drill, 0), (result) => results.push(result));
      await virtualClock().settle();
    }
    expect(results).toEqual([
      { ok: false, error: 'not-stored' },
      { ok: false, error: 'not-stored' },
    ]);
    expect(storage.batches).toEqual([['a']]);
  });

  test('tells the other listeners when one of them throws', async () => {
    const commit = createGroupCommit(recording(), logger);
    const heard: string[] = [];
    commit.add(append('a', 0), () => {
      throw new Error('bug');
    });
    commit.add(append('b', 0), () => heard.push('b'));
    await virtualClock().settle();
    expect(heard).toEqual(['b']);
  });
});

describe('a drill whose append fails', () => {
  test('answers storage-failed, shows the desk nothing of it, and goes on from its log', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    const { appendAll } = room.storage;
    room.storage.appendAll = async () => {
      throw new Error('disk full');
    };
    expect(await say(room, drillId, desk, 'm1', '39码')).toMatchObject({ error: { code: 'storage-failed' } });
    expect(desk.seen().filter(({ kind }) => kind === 'trainee-said')).toEqual([]);
    room.storage.appendAll = appendAll;
    expect(await say(room, drillId, desk, 'm1', '39码')).toMatchObject({ ok: true, value: { seq: 6 } });
    expect(desk.seen().at(-1)).toMatchObject({ kind: 'trainee-said', id: 'm1' });
  });

  test('[N4] reads events that another process has written into its log', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    const row = (await room.storage.read(drillId, 0)).at(-1);
    const line = { kind: 'customer-said', conversation: 'c1', id: 'x', at: 0 } as const;
    const event = { ...line, bubble: { kind: 'text', text: '人呢' }, why: { kind: 'hold' }, last: true } as const;
    await room.storage.appendAll([append(drillId, 4, { events: [event], at: row?.at ?? 0 })]);
    expect(await say(room, drillId, desk, 'm1', '39码')).toMatchObject({ error: { code: 'storage-failed' } });
    expect(await say(room, drillId, desk, 'm1', '39码')).toMatchObject({ ok: true, value: { seq: 7 } });
    expect(desk.seen().map((seen) => ('id' in seen ? seen.id : seen.kind))).toContain('x');
  });
});
