/** A report tells waits and broken-off drills truly: who waited how long, for what, and what they got. */
import { expect, test } from 'vitest';
import type { SaidWhy } from '#engine/model/events.ts';
import { makeReport } from '#scoring/report.ts';
import { storyOf } from '#scoring/report-sections/story.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { asked, one } from '#tests/scoring/support/reading.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

const nudge = (step: 1 | 2 | 3): { why: SaidWhy } => ({ why: { kind: 'silence', step } });
const verdict = (log: Log): string => makeReport(content, log.events).verdict;

/** 稍等 without a time. */
const putsOff = (log: Log, s: number): Log =>
  log.replies(s, '亲，我看一下', {
    acts: ['hold'],
    hold: { seconds: null, quote: { message: log.nextMessage, start: 2, end: 6 } },
  });

const gone = (log: Log, s: number, parting: string): Log =>
  log
    .changes(s, 'q-size', 'unanswered')
    .ends(s, 'gone', 'lost', { silent: true, rating: 1 })
    .says(s, parting, nudge(3))
    .finishes(s + 10);

test('[M42] the last words of a customer who leaves are not among those that waited for an answer', () => {
  const log = gone(asked().says(60, '人呢', nudge(1)).says(140, '还在吗', nudge(2)), 200, '算了，买别家');
  expect(one(log.events, 'customer-left')).toMatchObject({ customer: '人呢\n还在吗', seconds: 200 });
  expect(verdict(log)).toContain('客户等了 3 分 20 秒，「还在吗」也没有等到一句');
  expect(verdict(log)).not.toContain('买别家');
});

test('[M42] the wait of a customer who leaves is as long as its round says: from the end of their words', () => {
  const log = gone(
    new Log().arrives(0).says(0, '在吗', { last: false }).says(8, '穿几码', { opens: 'q-size' }),
    200,
    '算了',
  );
  const [round] = makeReport(content, log.events).conversations[0]?.rounds ?? [];
  expect(round?.seconds).toBe(192);
  expect(one(log.events, 'customer-left')).toMatchObject({ title: '等走了：等了 3 分 12 秒', seconds: 192 });
});

test('[M42] a customer who was answered in between waits, and urges, from then on', () => {
  const log = asked()
    .says(60, '人呢', nudge(1))
    .replies(70, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] });
  gone(log.says(80, '几点能发', { opens: 'q-ship' }).changes(200, 'q-ship', 'unanswered'), 200, '算了');
  expect(one(log.events, 'customer-left')).toMatchObject({ customer: '几点能发', seconds: 120 });
});

test('[M42] a customer put off again and again heard 稍等, not nothing, and has waited since the question', () => {
  const log = asked();
  for (const s of [30, 60, 90]) putsOff(log, s).says(s + 5, '要好久');
  const left = one(gone(putsOff(log, 110), 114, '算了').events, 'customer-left');
  expect(left).toMatchObject({ title: '等走了：等了 1 分 54 秒，只等到「亲，我看一下」', seconds: 114 });
  expect(left.customer).toBe('穿几码\n要好久\n要好久\n要好久');
  expect(left.why).not.toMatch(/没有人接/);
  expect(verdict(log)).toContain('客户等了 1 分 54 秒，「要好久」只等到「亲，我看一下」');
  expect(verdict(log)).not.toContain('没有等到一句');
});

test('[M42] a pause without a word about it names what the customer went to do, not their 嗯, and what was missing', () => {
  const log = asked()
    .replies(10, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] })
    .says(15, '几点发', { opens: 'q-ship' })
    .says(20, '我去问问室友')
    .opensWindow(20, 'follow-up', 65, 'unsure');
  putsOff(log, 30)
    .says(35, '嗯', { why: { kind: 'nod', turn: 2 } })
    .closesWindow(65, 'follow-up', 'missed')
    .finishes(90);
  const missed = one(log.events, 'no-follow-up');
  expect(missed.customer).toBe('几点发\n我去问问室友');
  expect(missed.why).not.toContain('没有一句应');
  expect(storyOf(missed, { total: 1, late: 0, thresholdS: 30 })).toBe('客户说「我去问问室友」，45 秒没有一句跟进');
});

test('[M154] only what asks is told as a question', () => {
  const told = (customer: string): string => {
    const log = asked().replies(10, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] });
    log
      .says(20, customer)
      .opensWindow(20, 'follow-up', 65, 'unsure')
      .closesWindow(65, 'follow-up', 'missed')
      .finishes(90);
    return storyOf(one(log.events, 'no-follow-up'), { total: 1, late: 0, thresholdS: 30 });
  };
  expect(told('等我看下余额')).toContain('客户说「等我看下余额」');
  expect(told('过几天再说')).toContain('客户说「过几天再说」');
  expect(told('到底多久发呀')).toContain('客户问「到底多久发呀」');
});

test('[M42] a finding that counts the whole drill belongs to no single customer', () => {
  const late = (log: Log, key: string): Log =>
    log
      .says(0, '穿几码', { opens: 'q-size', conversation: key })
      .replies(50, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] }, key)
      .says(60, '几点发', { conversation: key })
      .replies(110, '今天', {}, key);
  const log = new Log(['c1', 'c2']).arrives(0).arrives(0, 'c2');
  for (const key of ['c1', 'c2']) late(log, key);
  for (const conversation of ['c1', 'c2']) log.ends(150, 'bought', 'kept', { conversation });
  log.finishes(170, ['c1', 'c2']);
  expect(verdict(log)).toMatch(new RegExp(`(^|。)4 句里 4 句过了 ${content.rubric.tiers[0]?.passS} 秒`));
});

test('[M42] no one number of seconds tells who was late where the line moved with the customers at once', () => {
  const keys = ['c1', 'c2', 'c3'];
  const log = new Log(keys).arrives(0).says(0, '穿几码', { opens: 'q-size' });
  log.replies(50, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] });
  for (const key of ['c2', 'c3']) {
    log
      .arrives(60, key)
      .says(60, '穿几码', { opens: 'q-size', conversation: key })
      .replies(140, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] }, key);
  }
  for (const conversation of keys) log.ends(200, 'bought', 'kept', { conversation });
  log.finishes(220, keys);
  const { verdict: told, first } = makeReport(content, log.events);
  expect(told).toMatch(/(^|。)3 句里 3 句回晚了/);
  expect(first?.goal).toBe('下一场 3 句里 2 句不晚');
});

test('[M42] in a drill that was broken off only what was reached is said to need no change', () => {
  const begun = (): Log => asked().replies(10, '39.5', { answers: { 'q-size': 'answered' }, points: [{}] });
  const ended = (why: 'trainee' | 'time'): string => verdict(begun().finishes(30, ['c1'], why));
  for (const why of ['trainee', 'time'] as const) expect(ended(why)).not.toMatch(/(^|。)没有要改的/);
  expect(ended('time')).toContain('没有做完；走到的没有要改的');
});
