/** 挂起 that is passed on: whose it is then, what the next desk shows of it, and against whom it counts. */
import { expect, test } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { emptyView } from '#client/drill/model/drill-view.ts';
import { heldUntil } from '#client/drill/model/hold-fold.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import { historyOf } from '#scoring/log/history.ts';
import { value } from '#tests/classroom/support/class-room.ts';
import { SAID } from '#tests/engine/support/shoes.ts';
import { type Desk, type TransferRoom, transferRoom, two } from './support.ts';

let n = 0;
const PROMISE = '我查一下尺码表，2分钟内回您。';
const NOTE = '答应两分钟内回，查尺码';

/** The first seat has promised to be back in two minutes, twelve seconds ago. */
const promised = async (names?: readonly string[]): Promise<TransferRoom> => {
  const lesson = await transferRoom(names);
  await lesson.say(two(lesson)[0], PROMISE);
  return lesson;
};
const of = <K extends DrillEvent['kind']>(log: readonly DrillEvent[], kind: K): EventOf<K>[] =>
  log.filter((event): event is EventOf<K> => event.kind === kind);
const seen = (at: Desk) => at.desk.seen().reduce((view, event, n) => foldDrill(view, event, n + 1), emptyView);
const returns = async (lesson: TransferRoom, at: Desk) =>
  of(await lesson.log(at), 'window-closed')
    .filter(({ windowKind }) => windowKind === 'return')
    .map(({ how }) => how);
const codes = async (lesson: TransferRoom, at: Desk): Promise<string[]> =>
  value(await lesson.room.runner.report(at.drill)).findings.map(({ code }) => code);
const noReturn = async (lesson: TransferRoom): Promise<boolean[]> => {
  await lesson.room.clock.advance(600_000);
  const found = await Promise.all(two(lesson).map((at) => codes(lesson, at)));
  return found.map((each) => each.includes('no-return'));
};

test('[Q86] [Q87] goes along with its time, in whose words it was made, and is the classmate’s to keep', async () => {
  const lesson = await promised();
  const [first, second] = two(lesson);
  const untilAt = of(await lesson.log(first), 'hold-begun')[0]?.untilAt ?? 0;
  await lesson.pass(first, second, NOTE);
  const offeredAt = of(await lesson.log(first), 'pass-offered')[0]?.at ?? 0;
  const [coming] = seen(second).coming;
  const addedAt = coming?.at ?? 0;
  expect(coming?.hold).toEqual({ seat: first.seat, words: PROMISE, backBy: untilAt - 10_000 + addedAt - offeredAt });
  await lesson.answer(second, 'c2', true);
  await lesson.room.clock.advance(4000);
  const log = await lesson.log(second);
  expect(of(log, 'hold-begun')).toMatchObject([{ conversation: 'c2', untilAt: untilAt + addedAt - offeredAt }]);
  const came = seen(second).conversations.c2;
  expect(heldUntil(came)).toBe(coming?.hold?.backBy);
  expect(came?.holdPromises).toMatchObject([
    { message: null, from: { seat: first.seat, words: PROMISE }, ended: null },
  ]);
  // Nobody asks on while they wait; the next words are coming back, whatever they say.
  await lesson.say(second, SAID.size, 'c2');
  expect(heldUntil(seen(second).conversations.c2)).toBeNull();
  expect([await returns(lesson, first), await returns(lesson, second)]).toEqual([['void'], ['taken']]);
  expect(await noReturn(lesson)).toEqual([false, false]);
});

test('[Q86] not kept, it is told of who had it then, in the words that came along', async () => {
  const lesson = await promised();
  const [first, second] = two(lesson);
  await lesson.pass(first, second, NOTE);
  await lesson.answer(second, 'c2', true);
  await lesson.room.clock.advance(200_000);
  expect([await returns(lesson, first), await returns(lesson, second)]).toEqual([['void'], ['missed']]);
  await lesson.say(second, SAID.size, 'c2');
  expect(await noReturn(lesson)).toEqual([false, true]);
  const found = value(await lesson.room.runner.report(second.drill)).findings.find(({ code }) => code === 'no-return');
  expect(found?.why).toContain('接手时已经答应了客户「我查一下尺码表，2分钟内回您。」');
});

test('[Q86] passed on when its time is up, it is held against who promised it and nobody else, and is shown overdue', async () => {
  const lesson = await promised();
  const [first, second] = two(lesson);
  await lesson.room.clock.advance(125_000);
  await lesson.pass(first, second, NOTE);
  await lesson.answer(second, 'c2', true);
  await lesson.room.clock.advance(4000);
  const { c2 } = seen(second).conversations;
  expect(heldUntil(c2)).toBeLessThan(c2?.items[0]?.at ?? 0);
  expect((await lesson.drill(second)).conversations.c2?.hold).toBeNull();
  // Its reminder can be put aside, as one's own can.
  expect((await drop(lesson, second)).ok).toBe(true);
  expect((await drop(lesson, second)).ok).toBe(false);
  await lesson.room.clock.advance(200_000);
  expect(await noReturn(lesson)).toEqual([true, false]);
});

test('[Q86] offered in its last seconds, and over on the way, it leaves the next seat half a minute', async () => {
  const lesson = await promised();
  const [first, second] = two(lesson);
  await lesson.room.clock.advance(100_000);
  await lesson.pass(first, second, NOTE);
  await lesson.room.clock.advance(20_000);
  await lesson.settle();
  const log = await lesson.log(second);
  const arrivedAt = of(log, 'customer-arrived').at(-1)?.at ?? 0;
  expect(of(log, 'hold-begun')).toMatchObject([{ untilAt: arrivedAt + 30_000 }]);
  await lesson.say(second, SAID.size, 'c2');
  expect([await returns(lesson, first), await returns(lesson, second)]).toEqual([['void'], ['taken']]);
});

test('[Q86] back from the way, the giver has it again, and half a minute at least', async () => {
  const lesson = await promised();
  const [first, second] = two(lesson);
  await lesson.room.clock.advance(105_000);
  await lesson.pass(first, second, NOTE);
  await lesson.room.clock.advance(15_000);
  await lesson.answer(second, 'c2', false, '我这边三位了');
  await lesson.room.clock.advance(5000);
  await lesson.say(first, SAID.size);
  expect(await returns(lesson, first)).toEqual(['taken']);
});

test('[Q86] passed on twice it is still that of who said it', async () => {
  const lesson = await promised(['王小明', '李静', '张伟']);
  const [first, second] = two(lesson);
  const third = lesson.desks[2];
  if (third === undefined) throw new Error('three seats are needed');
  await lesson.pass(first, second, NOTE);
  await lesson.answer(second, 'c2', true);
  const backBy = seen(second).coming[0]?.hold?.backBy ?? heldUntil(seen(second).conversations.c2);
  await lesson.pass(second, third, NOTE, 'c2');
  await lesson.answer(third, 'c2', true);
  const held = seen(third).conversations.c2?.holdPromises.at(-1);
  expect(held).toMatchObject({ from: { seat: first.seat, words: PROMISE } });
  expect(Math.abs((held?.backBy ?? 0) - (backBy ?? 0))).toBeLessThan(5000);
  expect(await returns(lesson, second)).toEqual(['void']);
});

const drop = (lesson: TransferRoom, at: Desk) =>
  lesson.send(
    at,
    deskRequest('conversation:drop-hold', { drillId: at.drill, commandId: `drop-${n++}`, conversation: 'c2' }),
  );

test('[Q86] a log of before holds it against neither who offered it in time nor who got its window alone', async () => {
  const lesson = await promised();
  const [first, second] = two(lesson);
  await lesson.pass(first, second, NOTE);
  await lesson.answer(second, 'c2', true);
  await lesson.room.clock.advance(300_000);
  const asBefore = (log: readonly DrillEvent[]): DrillEvent[] =>
    log
      .filter(({ kind }) => kind !== 'hold-begun' && kind !== 'hold-ended')
      .map((event) =>
        event.kind === 'window-closed' && event.windowKind === 'return' ? { ...event, how: 'missed' } : event,
      );
  const given = historyOf((await lesson.log(first)).map((event) => asBefore([event])[0] ?? event));
  const got = historyOf(asBefore(await lesson.log(second)));
  const closings = [given, got].map(({ conversations }) =>
    conversations.flatMap(({ windows }) =>
      windows.filter(({ kind }) => kind === 'return').map(({ closed }) => closed?.how),
    ),
  );
  expect(closings).toEqual([['void'], ['void']]);
});
