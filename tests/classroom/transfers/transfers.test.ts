/** A live conversation goes from a seat to another one: thread, note, who has it, and what each is marked for. */
import { expect, test } from 'vitest';
import { refused } from '#contract/errors.ts';
import { nextDue } from '#engine/clocks/next-due.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { conversationFacts } from '#scoring/facts/conversation-facts.ts';
import { historyOf } from '#scoring/log/history.ts';
import { value } from '#tests/classroom/support/class-room.ts';
import { SAID } from '#tests/engine/support/shoes.ts';
import { type Desk, type TransferRoom, transferRoom, two } from './support.ts';

const NOTE = '问今天能不能发货，脚背高，已定39.5码';

/** The first seat has told the size and asked for the instep; the customer asks when it is sent. */
const served = async (): Promise<TransferRoom> => {
  const lesson = await transferRoom();
  const [first] = two(lesson);
  await lesson.say(first, SAID.instep);
  await lesson.say(first, SAID.size);
  return lesson;
};

test('[J110] [J112] [J115] the customer goes on at the classmate’s desk, with thread and note, and asks where the other is', async () => {
  const lesson = await served();
  const [first, second] = two(lesson);
  expect((await lesson.pass(first, second, `${NOTE}，王小明`)).ok).toBe(true);
  const wire = second.desk.seen();
  expect(wire.find(({ kind }) => kind === 'pass-coming')).toMatchObject({
    name: expect.any(String),
    note: `${NOTE}，○○○`,
  });
  // Nothing is said at the first desk meanwhile, by either side, and nothing is due there.
  const content = await lesson.room.runner.content(first.drill);
  expect(content && nextDue(prepare(content), await lesson.drill(first))).toBeNull();
  const before = (await lesson.log(first)).length;
  await lesson.room.clock.advance(19_000);
  expect((await lesson.log(first)).length).toBe(before);
  await lesson.room.clock.advance(4000);
  await lesson.settle();
  await lesson.room.clock.advance(4000);
  const arrived = second.desk
    .seen()
    .filter(({ kind }) => kind === 'customer-arrived')
    .at(-1);
  expect(arrived).toMatchObject({
    conversation: 'c2',
    handed: { note: `${NOTE}，○○○` },
    before: expect.arrayContaining([
      expect.objectContaining({ by: 'agent', bubbles: [{ kind: 'text', text: SAID.instep }] }),
    ]),
  });
  const here = (await lesson.log(second)).filter((event) => 'conversation' in event && event.conversation === 'c2');
  expect(here).toContainEqual(
    expect.objectContaining({ kind: 'customer-said', bubble: { kind: 'text', text: '刚才那位呢？' } }),
  );
  expect((await lesson.log(first)).at(-1)).toMatchObject({
    kind: 'conversation-closed',
    by: 'transfer',
    note: `${NOTE}，王小明`,
  });
  expect(await lesson.transfers()).toMatchObject([{ state: 'taken', from: { name: '王小明' }, to: { name: '李静' } }]);
});

test('[J113] [J114] each seat is marked for its own part, and the note for what was asked again', async () => {
  const lesson = await served();
  const [first, second] = two(lesson);
  await lesson.pass(first, second, '39.5码定了');
  await lesson.answer(second, 'c2', true);
  await lesson.room.clock.advance(4000);
  await lesson.say(second, SAID.instep, 'c2');
  await lesson.say(second, SAID.ship, 'c2');
  await lesson.room.clock.advance(120_000);
  const content = await lesson.room.runner.content(second.drill);
  const history = historyOf(await lesson.log(second));
  const came = history.conversations.find(({ key }) => key === 'c2');
  if (content === null || came === undefined) throw new Error('nobody came');
  // What the first seat had to do is no part of the second one's path.
  expect(conversationFacts(content, history, came).storyPath.beats.map(({ id }) => id)).toEqual(['ship']);
  const [transfer] = await lesson.transfers();
  expect(transfer?.handOver.items).toMatchObject([
    { says: '今天能发吗', held: false },
    { says: '我脚背高', held: false },
  ]);
  expect(transfer?.handOver.again).toMatchObject([{ says: '我脚背高', quote: SAID.instep, held: false }]);
  expect(transfer?.handOver.waitedMs).toBeGreaterThan(5000);
  const reports = await Promise.all(
    [first, second].map(async ({ drill }: Desk) => value(await lesson.room.runner.report(drill))),
  );
  const questions = reports.map(({ ledger }, place) =>
    ledger
      .filter(({ conversation }) => conversation === `c${place + 1}`)
      .map(({ question, state }) => [question, state]),
  );
  expect(questions).toEqual([
    [
      ['q-size', 'answered'],
      ['q-ship', 'void'],
    ],
    [['q-ship', 'answered']],
  ]);
  expect(reports.map(({ conversations }) => conversations.at(-1)?.outcome)).toEqual(['转给同学', expect.any(String)]);
});

test('[J111] who declines says why, and the conversation goes on where it was', async () => {
  const lesson = await served();
  const [first, second] = two(lesson);
  await lesson.pass(first, second, NOTE);
  expect(await lesson.answer(second, 'c2', false)).toMatchObject(refused('note-missing'));
  expect((await lesson.answer(second, 'c2', false, '我这边三位了')).ok).toBe(true);
  expect((await lesson.log(first)).at(-1)).toMatchObject({
    kind: 'pass-returned',
    why: 'declined',
    reason: '我这边三位了',
  });
  await lesson.say(first, SAID.ship);
  expect((await lesson.log(first)).some((event) => event.kind === 'ending-reached')).toBe(true);
  expect((await lesson.drill(second)).conversations.c2).toMatchObject({ status: 'closed', visit: 0 });
});
