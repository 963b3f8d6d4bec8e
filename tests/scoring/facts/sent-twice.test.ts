import { expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import { Log } from '#tests/scoring/support/log.ts';
import { contentWith } from '#tests/scoring/support/shoe-shop.ts';

const content = contentWith({ duties: [] });
const REPLY = '39.5，往大选，鞋型偏窄';
const ASKED = '平时穿多大码呀';
const repeated = (message: string) => ({
  message,
  quickReply: '',
  similarity: 1,
  edited: 0,
  verdict: 'repeated' as const,
});

/** Both bubbles go out at 10 s and once more at 17 s, before the customer has said anything. */
const sentTwice = (): Log => {
  const log = new Log().arrives(0).says(0, '穿几码', { opens: 'q-size' });
  const ids = [10, 10, 17, 17].map((s, n) => {
    const id = log.nextMessage;
    log.writes(s, n % 2 === 0 ? REPLY : ASKED);
    return id;
  });
  const [, , third = '', fourth = ''] = ids;
  return log
    .judges(10, ids, [REPLY, ASKED, REPLY, ASKED].join('\n'), {
      answers: { 'q-size': 'answered' },
      points: [{}],
      canned: [repeated(third), repeated(fourth)],
    })
    .changes(24, 'q-size', 'answered', 1)
    .finishes(100);
};
const resent = (log: Log) => makeReport(content, log.events).findings.filter(({ code }) => code === 'canned-repeated');

it('[M167] what went out twice before the customer spoke is one slip, at the time of the second, and says so', () => {
  const [slip, ...others] = resent(sentTwice());
  expect(others).toEqual([]);
  expect(slip).toMatchObject({ at: 17_000, again: [], better: null });
  expect(slip?.why).toBe('同一句接着又发了一遍，客户还没开口。');
  expect(makeReport(content, sentTwice().events).verdict).not.toContain('客户说的已经是');
});

it('[M167] words sent again in a later turn are told by the rubric', () => {
  const log = new Log()
    .arrives(0)
    .says(0, '穿几码', { opens: 'q-size' })
    .replies(10, REPLY, { answers: { 'q-size': 'answered' }, points: [{}] })
    .changes(14, 'q-size', 'answered', 1)
    .says(20, '几点发', { opens: 'q-ship' });
  const id = log.nextMessage;
  log.replies(30, REPLY, { answers: { 'q-ship': 'evaded' }, canned: [repeated(id)] }).finishes(100);
  expect(resent(log)[0]?.why).toContain('客户问的已经往下走了');
});
