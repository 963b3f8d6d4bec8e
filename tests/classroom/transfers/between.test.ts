/** What goes wrong on the way: nobody is at two desks or at none. */
import { expect, test } from 'vitest';
import { refused } from '#contract/errors.ts';
import { TEACHER, value } from '#tests/classroom/support/class-room.ts';
import { desksOf, transferRoom, two } from './support.ts';

const NOTE = '问39码还是40码，脚背高，还没答';

test('[J111] sent twice it is offered once, and while it is on its way neither side can say anything in it', async () => {
  const lesson = await transferRoom();
  const [first, second] = two(lesson);
  expect((await lesson.pass(first, second, NOTE, 'c1', 'once')).ok).toBe(true);
  expect((await lesson.pass(first, second, NOTE, 'c1', 'once')).ok).toBe(true);
  expect((await lesson.log(first)).filter(({ kind }) => kind === 'pass-offered')).toHaveLength(1);
  expect((await lesson.log(second)).filter(({ kind }) => kind === 'customer-added')).toHaveLength(1);
  const made = { how: 'typed' as const, quickReply: null };
  const payload = { drillId: first.drill, commandId: 'said', conversation: 'c1', text: '在的', made, anatomy: null };
  expect(await lesson.send(first, { kind: 'message:send', payload })).toMatchObject(refused('pass-under-way'));
  const early = { drillId: second.drill, commandId: 'early', conversation: 'c2', text: '在的', made, anatomy: null };
  expect(await lesson.send(second, { kind: 'message:send', payload: early })).toMatchObject(
    refused('conversation-not-here'),
  );
  const end = { drillId: first.drill, commandId: 'end' };
  expect(await lesson.send(first, { kind: 'drill:end', payload: end })).toMatchObject(refused('pass-under-way'));
});

test('[J111] both give each other theirs at once: each has the other’s, and both go on', async () => {
  const lesson = await transferRoom();
  const [first, second] = two(lesson);
  await Promise.all([lesson.pass(first, second, NOTE, 'c1', 'one'), lesson.pass(second, first, NOTE, 'c1', 'other')]);
  await lesson.settle();
  await lesson.room.clock.advance(25_000);
  await lesson.settle();
  const drills = [await lesson.drill(first), await lesson.drill(second)];
  for (const drill of drills) {
    expect(drill.conversations.c1).toMatchObject({ status: 'closed' });
    expect(drill.conversations.c2?.visit).toBe(1);
    expect(drill.ended).toBeNull();
  }
  expect((await lesson.transfers()).map(({ state }) => state)).toEqual(['taken', 'taken']);
});

test('[J111] the classmate leaves before the customer comes: they are back where they were', async () => {
  const lesson = await transferRoom();
  const [first, second] = two(lesson);
  await lesson.pass(first, second, NOTE);
  lesson.room.runner.leave(second.desk.id, lesson.room.clock.now());
  await lesson.room.clock.advance(15_000);
  await lesson.settle();
  expect((await lesson.log(first)).at(-1)?.kind).not.toBe('pass-offered');
  expect((await lesson.log(first)).find(({ kind }) => kind === 'pass-returned')).toMatchObject({ why: 'away' });
  expect((await lesson.drill(first)).conversations.c1).toMatchObject({ passing: null, status: 'waiting' });
  // Nobody there any more: a second try comes back at once.
  await lesson.pass(first, second, NOTE);
  expect((await lesson.log(first)).filter(({ kind }) => kind === 'pass-returned')).toHaveLength(2);
});

test('[J111] taken back before it has come it stays, and taken back too late it is gone', async () => {
  const lesson = await transferRoom();
  const [first, second] = two(lesson);
  await lesson.pass(first, second, NOTE);
  await lesson.recall(first);
  expect((await lesson.log(first)).find(({ kind }) => kind === 'pass-returned')).toMatchObject({ why: 'recalled' });
  expect(await lesson.answer(second, 'c2', true)).toMatchObject(refused('no-pass'));
  await lesson.pass(first, second, NOTE);
  await lesson.answer(second, 'c3', true);
  expect(await lesson.recall(first)).toMatchObject(refused('no-pass'));
  expect((await lesson.drill(second)).conversations.c3?.visit).toBe(1);
});

test('[J111] killed after each step, the conversation is at one desk, and never at two or none', async () => {
  for (const blocked of [1, 2, 3]) {
    const lesson = await transferRoom();
    const [first, second] = two(lesson);
    // The process dies when so many words between the drills have come through.
    const { transfer } = lesson.room.runner;
    let calls = 0;
    lesson.room.runner.transfer = async (drill, request) => {
      calls += 1;
      return calls >= blocked ? refused('drill-moving') : await transfer(drill, request);
    };
    await lesson.pass(first, second, NOTE, 'c1', 'offer');
    await lesson.room.clock.advance(blocked === 3 ? 25_000 : 1000);
    await lesson.settle();
    const drillsBefore = [await lesson.drill(first), await lesson.drill(second)];
    expect(desksOf(drillsBefore, 'offer', 'c1')).toBeLessThan(2);
    await lesson.room.restart();
    await lesson.settle();
    for (const at of [first, second]) value(await lesson.room.runner.join(at.drill, at.desk, 0, true));
    await lesson.room.clock.advance(60_000);
    await lesson.settle();
    const drills = [await lesson.drill(first), await lesson.drill(second)];
    expect(drills[1]?.conversations.c2?.visit, `blocked ${blocked}`).toBe(1);
    expect((await lesson.log(second)).filter(({ kind }) => kind === 'customer-added')).toHaveLength(1);
    expect(drills[0]?.conversations.c1?.status).toBe('closed');
    expect((await lesson.transfers()).map(({ state }) => state)).toEqual(['taken']);
  }
});

test('[J111] the teacher ends the drill while a customer is on the way: both drills end, and nobody is lost in between', async () => {
  const lesson = await transferRoom();
  const [first, second] = two(lesson);
  await lesson.pass(first, second, NOTE);
  value(await lesson.room.classroom.runs.enterStage(lesson.run.id, TEACHER, 'debrief'));
  await lesson.settle();
  for (const at of [first, second]) expect((await lesson.log(at)).at(-1)).toMatchObject({ kind: 'drill-ended' });
  expect((await lesson.transfers()).map(({ state }) => state)).toEqual(['void']);
  // What was on its way is the giver's: the other's report doesn't know them.
  const reports = await Promise.all(
    [first, second].map(async ({ drill }) => value(await lesson.room.runner.report(drill))),
  );
  expect(reports.map(({ conversations }) => conversations.map(({ conversation }) => conversation))).toEqual([
    ['c1'],
    ['c1'],
  ]);
});

test('[J110] without the plan’s word nobody can be given away', async () => {
  const lesson = await transferRoom();
  const { room } = lesson;
  const plain = await room.classroom.runs.create(TEACHER, {
    name: '第二节',
    classId: 'k1',
    plan: { ...lesson.run.plan, transfers: undefined } as never,
  });
  expect(plain.ok).toBe(true);
  const mates = value(await room.classroom.transfers.mates(lesson.pages[0]?.last().seat.id ?? ''));
  expect(mates).toMatchObject([{ name: '李静', customers: 1, block: null }]);
  const seats = await room.storage.runs.seats(value(plain).id);
  expect(await room.classroom.transfers.mates(seats[0]?.id ?? '')).toMatchObject(refused('transfers-off'));
});
