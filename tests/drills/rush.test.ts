/** A rush in the runner: timers, commands, a restart in the middle of it, and its report. */
import { describe, expect, test } from 'vitest';
import { deskRequest } from '#drills/runner/requests.ts';
import { type Room, say, start, type Tab, tab } from '#tests/drills/support/desk-room.ts';
import { lessonRoom, logOf, SHOES, stateOf } from '#tests/drills/support/lesson-room.ts';
import { atTheDoor, opened } from '#tests/engine/support/rush-drill.ts';
import { SAID } from '#tests/engine/support/shoes.ts';

const COMES = [0, 10_000, 20_000, 30_000];

/** A practice whose four customers come ten seconds apart, at a desk that is given one. */
const rushed = async (room: Room, desk: Tab): Promise<string> => {
  const reply = await room.runner.open({
    ...{ guest: 'g1', scenarios: COMES.map(() => SHOES), seed: 1, mode: 'practice', place: null, setting: null },
    rush: {
      opened: opened({ greeting: '您好，正在排队' }),
      customers: COMES.map((arrivesAt) => ({ scenario: SHOES, arrivesAt, patienceMs: 300_000 })),
    },
  });
  if (!reply.ok) throw new Error(reply.error.code);
  await room.runner.join(reply.value.id, desk, 0, true);
  await start(room, reply.value.id, desk);
  return reply.value.id;
};

const take = ({ runner }: Room, drillId: string, conversation: string, commandId = `take-${conversation}`) =>
  runner.submit(drillId, 't1', commandId, deskRequest('queue:take', { drillId, commandId, conversation }));
const transfer = ({ runner }: Room, drillId: string, conversation: string, note: string) => {
  const commandId = `transfer-${conversation}-${note.length}`;
  const payload = { drillId, commandId, conversation, note };
  return runner.submit(drillId, 't1', commandId, deskRequest('conversation:transfer', payload));
};

describe('a rush', () => {
  test('[Q1] wakes by itself when somebody comes, waits too long and is given to the desk', async () => {
    const room = await lessonRoom();
    const desk = tab('t1');
    const drillId = await rushed(room, desk);
    await room.clock.advance(35_000);
    const kinds = desk
      .seen()
      .flatMap((event) => ('conversation' in event ? [`${event.kind} ${event.conversation}`] : []));
    expect(kinds.filter((one) => one.startsWith('customer-queued'))).toHaveLength(3);
    expect(kinds.filter((one) => one.startsWith('greeting-sent'))).toHaveLength(3);
    expect(await transfer(room, drillId, 'c1', '要39码半，答应四点前回')).toMatchObject({ ok: true });
    await room.clock.advance(70_000);
    expect(atTheDoor(await logOf(room, drillId))).toEqual([
      ...['0 given c1', '10000 queued c2', '20000 queued c3', '30000 queued c4'],
      ...['35000 given c2'],
    ]);
  });

  test('[Q2] acknowledges what is taken and handed over, and refuses with a code', async () => {
    const room = await lessonRoom();
    const drillId = await rushed(room, tab('t1'));
    await room.clock.advance(25_000);
    expect(await take(room, drillId, 'c4')).toMatchObject({ ok: false, error: { code: 'not-in-queue' } });
    expect(await take(room, drillId, 'c3')).toMatchObject({ ok: true });
    // Sent again it is answered as it was, though they are at the desk now.
    expect(await take(room, drillId, 'c3')).toMatchObject({ ok: true });
    expect(await take(room, drillId, 'c2')).toMatchObject({ ok: false, error: { code: 'desk-full' } });
    expect(await transfer(room, drillId, 'c1', '   ')).toMatchObject({ ok: false, error: { code: 'note-missing' } });
    expect(await transfer(room, drillId, 'c2', '换码')).toMatchObject({
      ok: false,
      error: { code: 'conversation-not-here' },
    });
  });

  test('[Q4] goes on after a restart as if there had been none, and is reported', async () => {
    const play = async (
      restarts: boolean,
    ): Promise<{ log: string[]; came: number | undefined; room: Room; drillId: string }> => {
      const room = await lessonRoom();
      let desk = tab('t1');
      const drillId = await rushed(room, desk);
      await room.clock.advance(25_000);
      await say(room, drillId, desk, 'm1', SAID.size);
      await room.clock.advance(5000);
      if (restarts) {
        await room.restart();
        desk = tab('t1');
        await room.runner.join(drillId, desk, 0, true);
        await room.clock.advance(5000);
      }
      await take(room, drillId, 'c4');
      await room.clock.advance(200_000);
      await room.runner.end(drillId, 'time');
      const report = await room.runner.report(drillId);
      const came = report.ok ? report.value.rush?.came : undefined;
      return { log: atTheDoor(await logOf(room, drillId)), came, room, drillId };
    };
    const [plain, restarted] = [await play(false), await play(true)];
    const door = (log: readonly string[]) => log.map((one) => one.replace(/^\d+ /, ''));
    expect(door(restarted.log)).toEqual(door(plain.log));
    expect(plain.came).toBe(4);
    expect(restarted.came).toBe(4);
    const state = await stateOf(restarted.room, restarted.drillId);
    expect(Object.values(state.conversations).filter(({ queuedAt }) => queuedAt !== null)).toEqual([]);
  });
});
