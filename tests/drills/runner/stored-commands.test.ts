import { describe, expect, test, vi } from 'vitest';
import { createStoredCommands, markOf } from '#drills/runner/stored-commands.ts';
import { deskRoom, say, started, tab } from '#tests/drills/support/desk-room.ts';

/** Two ids with one mark: of a hundred thousand some have the same. */
const alike = (): [string, string] => {
  const byMark = new Map<number, string>();
  for (let n = 0; ; n++) {
    const id = `m-${n.toString(36)}-${((n * 7919) % 100_003).toString(36)}`;
    const other = byMark.get(markOf(id));
    if (other !== undefined) return [other, id];
    byMark.set(markOf(id), id);
  }
};

describe('the commands of a drill', () => {
  test('are known one and all, however many, and no others', () => {
    const ids = Array.from({ length: 1000 }, (_, n) => `command-${n}`);
    const commands = createStoredCommands([null, ...ids.slice(0, 10)]);
    for (const id of ids.slice(10)) commands.add(id);
    expect(ids.filter((id) => !commands.mayHave(id))).toEqual([]);
    expect(ids.filter((id) => commands.mayHave(`${id}?`))).toEqual([]);
    expect(createStoredCommands([]).mayHave('')).toBe(false);
  });

  test('are known again after a start: one sent again has its first answer and no second effect [N25]', async () => {
    const room = await deskRoom();
    const drillId = await started(room, tab('t1'));
    const first = await say(room, drillId, tab('t1'), 'm1', '39码');
    await room.restart();
    const again = tab('t2');
    await room.runner.join(drillId, again, 0, true);
    expect(await say(room, drillId, again, 'm1', '39码')).toEqual(first);
    expect(again.seen().filter(({ kind }) => kind === 'trainee-said')).toHaveLength(1);
  });

  test('are looked for in the log only where one may be there, and one that isn’t is decided [N25]', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    const lookUp = vi.spyOn(room.storage, 'ackOf');
    const [one, other] = alike();
    expect(await say(room, drillId, desk, one, '39码')).toMatchObject({ ok: true });
    expect(lookUp).not.toHaveBeenCalled();
    expect(await say(room, drillId, desk, other, '有货')).toMatchObject({ ok: true });
    expect(lookUp).toHaveBeenCalledExactlyOnceWith(drillId, other);
    expect(desk.seen().filter(({ kind }) => kind === 'trainee-said')).toMatchObject([{ id: one }, { id: other }]);
  });

  test('one that was stored while nobody heard of it is answered from the log [N25]', async () => {
    const room = await deskRoom();
    const desk = tab('t1');
    const drillId = await started(room, desk);
    const append = room.storage.appendAll;
    vi.spyOn(room.storage, 'appendAll').mockImplementationOnce(async (batch) => {
      await append(batch);
      throw new Error('the connection was lost');
    });
    const first = await say(room, drillId, desk, 'm1', '39码');
    expect(first).toMatchObject({ ok: true });
    expect(await say(room, drillId, desk, 'm1', '39码')).toEqual(first);
    expect(desk.seen().filter(({ kind }) => kind === 'trainee-said')).toHaveLength(1);
  });
});
