import { pino } from 'pino';
import { expect, test, vi } from 'vitest';
import type { DrillEvents, WireEvent } from '#contract/wire-events.ts';
import { CATCH_UP_CHUNK_EVENTS, createCatchUp } from '#drills/runner/viewers/catch-up.ts';
import { createCatchUpFeed } from '#drills/runner/viewers/catch-up-feed.ts';
import { createShownLogs, type ShownLog } from '#drills/runner/viewers/shown-logs.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { deskRoom, opened, type Room, say, started, type Tab, tab } from '#tests/drills/support/desk-room.ts';

/** A drill whose trainee has said so much that a catch-up takes so many pieces. */
const longDrill = async (pieces = 2): Promise<{ room: Room; desk: Tab; drillId: string; length: number }> => {
  const room = await deskRoom();
  const desk = tab('t1');
  const drillId = await started(room, desk);
  await Promise.all(
    Array.from({ length: (pieces - 1) * CATCH_UP_CHUNK_EVENTS + 50 }, (_, n) =>
      say(room, drillId, desk, `m${n}`, `${n}码`),
    ),
  );
  return { room, desk, drillId, length: await room.storage.lengthOf(drillId) };
};

const turn = (): Promise<void> => new Promise((done) => setImmediate(done));
/** Positions of what a tab was shown, and whether each message follows the last without a gap. */
const positions = (messages: readonly DrillEvents[]): number[] =>
  messages.flatMap(({ events }) => events.map(({ seq }) => seq));
const expectContiguous = (messages: readonly DrillEvents[]): void => {
  let last = 0;
  for (const { after, upTo } of messages) {
    expect(after).toBe(last);
    last = upTo;
  }
};

test('[N8] a long catch-up goes out in pieces, one a turn of the event loop', async () => {
  const { room, desk, drillId, length } = await longDrill(3);
  const second = tab('t2');
  expect(await room.runner.join(drillId, second, 0, false)).toMatchObject({ ok: true, value: { seq: length } });
  expect(second.heard.map(({ events }) => events.length)).toEqual([CATCH_UP_CHUNK_EVENTS]);
  const third = tab('t3');
  await room.runner.join(drillId, third, 0, false);
  const sent = () => second.heard.length + third.heard.length;
  for (let before = sent(); before < 6; before += 1) {
    expect(sent()).toBe(before);
    await turn();
  }
  await room.clock.settle();
  for (const late of [second, third]) {
    expect(late.seen()).toEqual(desk.seen());
    expectContiguous(late.heard);
    expect(late.heard.at(-1)?.upTo).toBe(length);
  }
});

test('[N1] what happens during a long catch-up comes after it, once and in order', async () => {
  const { room, desk, drillId, length } = await longDrill();
  // Others wait before it, so that the news is stored first.
  for (let n = 0; n < 40; n++) await room.runner.join(drillId, tab(`before${n}`), 0, false);
  const second = tab('t2');
  await room.runner.join(drillId, second, 0, false);
  await say(room, drillId, desk, 'news', '新的');
  expect(second.heard.at(-1)?.upTo).toBeLessThan(length);
  for (let n = 0; n < 6; n++) await room.clock.settle();
  await say(room, drillId, desk, 'more', '再来');
  expectContiguous(second.heard);
  const seen = positions(second.heard);
  expect(new Set(seen).size).toBe(seen.length);
  expect(second.seen()).toEqual(desk.seen());
});

test('who is typing is told again at the end of a long catch-up', async () => {
  const { room, drillId } = await longDrill();
  const second = tab('t2');
  await room.runner.join(drillId, second, 0, false);
  const atOnce = second.typed.length;
  await room.clock.settle();
  expect(atOnce).toBeGreaterThan(0);
  expect(second.typed).toHaveLength(2 * atOnce);
});

test('who leaves or joins anew in the middle of a catch-up gets no piece twice', async () => {
  const { room, drillId, length } = await longDrill();
  const [gone, again] = [tab('t2'), tab('t3')];
  await room.runner.join(drillId, gone, 0, false);
  room.runner.leave('t2', room.clock.now());
  await room.runner.join(drillId, again, 0, false);
  await room.runner.join(drillId, again, length - 1, false);
  await room.runner.join(drillId, again, 0, false);
  await room.clock.settle();
  expect(gone.heard).toHaveLength(1);
  const fromZero = again.heard.slice(2);
  expectContiguous(fromZero);
  expect(fromZero.at(-1)?.upTo).toBe(length);
});

test('[N1] whose next piece can’t be read is to connect again, and gets all of it then', async () => {
  const feed = createCatchUpFeed(pino({ level: 'silent' }));
  const viewer = { ...tab('t1'), sendMoved: vi.fn() };
  const seat = { viewer, upTo: 0, isBehind: false };
  const pieces = [1, 2, 3];
  const stopped: WireEvent = { kind: 'clock-stopped', at: 0, why: 'pause' };
  let isReadable = false;
  const log: ShownLog = {
    show: () => [],
    isInMemory: () => true,
    recall: async () => {
      if (!isReadable) throw new Error('disk');
    },
    chunk: (after) => ({ events: [{ seq: after + 1, event: stopped }], isLast: after + 1 === pieces.length }),
    dispose: () => {},
  };
  const catchUp = createCatchUp({
    feed,
    lastSeq: () => pieces.length,
    sendTo: ({ viewer: { sendEvents } }, upTo, events) => {
      sendEvents({ drillId: 'd', after: seat.upTo, upTo, events, now: 0, running: true });
      seat.upTo = upTo;
    },
    sendTyping: () => {},
    isHere: () => true,
  });
  catchUp(seat, () => log);
  for (let n = 0; n < 5; n++) await turn();
  expect(viewer.sendMoved).toHaveBeenCalledOnce();
  // Nothing else is sent over the gap.
  expect(seat).toMatchObject({ upTo: 1, isBehind: true });
  isReadable = true;
  catchUp(seat, () => log);
  for (let n = 0; n < 5; n++) await turn();
  expect(positions(viewer.heard)).toEqual(pieces);
  expect(seat.isBehind).toBe(false);
});

test('[N8] the log is presented once for all who join, and once for all who watch', async () => {
  const { room, drillId } = await longDrill();
  const read = vi.spyOn(room.storage, 'read');
  for (let n = 0; n < 20; n++) await room.runner.join(drillId, tab(`t${n}`), 0, true);
  await room.clock.settle();
  expect(read).not.toHaveBeenCalled();
  for (let n = 0; n < 5; n++) await room.runner.watch(drillId, tab(`staff${n}`), 0);
  await room.clock.settle();
  expect(read).toHaveBeenCalledOnce();
});

test('[N8] a catch-up costs what it sends, and more where the log must be read for it', async () => {
  const { room, desk, drillId, length } = await longDrill();
  const { runner } = room;
  expect(await runner.catchUpCost(drillId, length, false)).toBe(0);
  expect(await runner.catchUpCost(drillId, length + 7, false)).toBe(0);
  expect(await runner.catchUpCost(drillId, length - 10, false)).toBe(10);
  expect(await runner.catchUpCost(drillId, length, true)).toBeGreaterThan(2 * length);
  await runner.watch(drillId, tab('staff'), length);
  expect(await runner.catchUpCost(drillId, length - 10, true)).toBe(10);
  runner.leave('staff', room.clock.now());
  runner.leave(desk.id, room.clock.now());
  await room.clock.advance(60_000);
  const read = vi.spyOn(room.storage, 'read');
  const asleep = await room.storage.lengthOf(drillId);
  expect(await runner.catchUpCost(drillId, asleep, false)).toBeGreaterThan(10 * asleep);
  expect(await runner.catchUpCost('nowhere', 0, false)).toBe(0);
  expect(read).not.toHaveBeenCalled();
});

test('[N8] a command to a drill that sleeps doesn’t wake it', async () => {
  const { room, desk, drillId } = await longDrill();
  room.runner.leave(desk.id, room.clock.now());
  await room.clock.advance(60_000);
  const read = vi.spyOn(room.storage, 'read');
  expect(await say(room, drillId, desk, 'late', '在')).toMatchObject({ error: { code: 'desk-elsewhere' } });
  expect(await say(room, 'nowhere', desk, 'late', '在')).toMatchObject({ error: { code: 'unknown-drill' } });
  expect(read).not.toHaveBeenCalled();
});

/** A log of so many events, each shown as one. */
const logOf = (length: number) =>
  Array.from({ length }, (_, n) => ({
    seq: n + 1,
    event: { kind: 'notice-shown', at: n, conversation: 'c1', text: '' } satisfies DrillEvent,
  }));
const shownLog = (logs: ReturnType<typeof createShownLogs>, length: number) => {
  const rows = logOf(length);
  const read = vi.fn(async () => rows);
  const log = logs.open(
    () =>
      ({ at }) => [{ kind: 'shop-notice', at, text: '' }],
    read,
  );
  for (const { seq, event } of rows) log.show(seq, event);
  return { log, read };
};

test('[N8] what is kept of all drills has a bound: the one not asked for longest is presented anew', async () => {
  const logs = createShownLogs(250);
  const [first, second] = [shownLog(logs, 100), shownLog(logs, 100)];
  first.log.chunk(0, 10);
  const third = shownLog(logs, 100);
  expect([first, second, third].map(({ log }) => log.isInMemory())).toEqual([true, false, true]);
  await second.log.recall();
  expect(second.log.chunk(90, 20)).toMatchObject({ events: { length: 10 }, isLast: true });
  expect(second.read).toHaveBeenCalledOnce();
  await second.log.recall();
  expect(second.log.chunk(95, 20).events.map(({ seq }) => seq)).toEqual([96, 97, 98, 99, 100]);
  expect(second.read).toHaveBeenCalledOnce();
  // What happens while nothing is kept isn't lost.
  expect(first.log.isInMemory()).toBe(false);
  first.log.show(101, { kind: 'notice-shown', at: 101, conversation: 'c1', text: '' });
  first.read.mockResolvedValue(logOf(103));
  await first.log.recall();
  expect(first.log.chunk(98, 20).events.map(({ seq }) => seq)).toEqual([99, 100, 101]);
});

test('a drill that left memory takes up nothing of the bound', () => {
  const logs = createShownLogs(250);
  const kept = shownLog(logs, 100);
  for (let n = 0; n < 10; n++) shownLog(logs, 100).log.dispose();
  expect(kept.log.isInMemory()).toBe(true);
});

test('an error in one catch-up doesn’t stop the others', async () => {
  const feed = createCatchUpFeed(pino({ level: 'silent' }));
  const done: string[] = [];
  feed.add(() => {
    throw new Error('bug');
  });
  feed.add(() => {
    done.push('a');
    feed.add(() => void done.push('c'));
  });
  feed.add(() => void done.push('b'));
  for (let n = 0; n < 5; n++) await turn();
  expect(done).toEqual(['a', 'b', 'c']);
});

test('[N28] one viewer may join two drills at a time, and who leaves meanwhile is told to ask again', async () => {
  const room = await deskRoom();
  const [first, second] = [await opened(room), await opened(room)];
  // Nobody looks on, so both are read for the join.
  const both = tab('both');
  const joined = await Promise.all([first, second].map((id) => room.runner.join(id, both, 0, false)));
  expect(joined).toMatchObject([{ ok: true }, { ok: true }]);
  room.runner.leave(both.id, room.clock.now());
  await room.clock.advance(60_000);
  const gone = tab('gone');
  const joining = room.runner.join(first, gone, 0, true);
  room.runner.leave(gone.id, room.clock.now());
  expect(await joining).toMatchObject({ ok: false, error: { code: 'drill-moving' } });
});
