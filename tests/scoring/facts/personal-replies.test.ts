/** A reply of the trainee's own in a report: a quick reply, and their wording all the same (RULES Q83). */
import { expect, it } from 'vitest';
import { makeReport } from '#scoring/report.ts';
import { all, asked, codes } from '#tests/scoring/support/reading.ts';
import { content } from '#tests/scoring/support/shoe-shop.ts';

const MINE = `mine:${'a'.repeat(32)}`;
type Verdict = 'fit' | 'off-topic' | 'rigid' | 'repeated';
const canned = (quickReply: string, verdict: Verdict, edited: number, answer: 'answered' | 'not-recognised') => {
  const log = asked();
  return log.replies(10, '脚背高拿三十九号半那双，走路久也不勒', {
    answers: { 'q-size': answer },
    points: [{ state: answer === 'answered' ? 'covered' : 'not-recognised' }],
    canned: [{ message: log.nextMessage, quickReply, similarity: 1, edited, verdict }],
  }).events;
};
const reportOf = (quickReply: string) => makeReport(content, canned(quickReply, 'fit', 0, 'not-recognised'));

it('[Q83] a reply of one’s own is misused as the shop’s is', () => {
  for (const verdict of ['off-topic', 'rigid', 'repeated'] as const) {
    const own = codes(canned(MINE, verdict, 0, 'answered'));
    expect(own).toContain(`canned-${verdict}`);
    expect(own).toEqual(codes(canned('sf6', verdict, 0, 'answered')));
  }
});

it('[Q83] a point not recognised in a reply of one’s own is a doubt, in the shop’s words it is missed', () => {
  const [own, shops] = [reportOf(MINE), reportOf('sf6')];
  expect(own.range[1]).toBeGreaterThan(own.range[0]);
  expect(shops.range[1]).toBeLessThan(own.range[1]);
});

it('[Q83] an edited reply of the shop is a merit, one of one’s own none', () => {
  const merits = (quickReply: string) =>
    all(canned(quickReply, 'fit', 6, 'answered')).filter(({ code }) => code === 'merit:edited-quick-reply');
  expect(merits('sf6')).toHaveLength(1);
  expect(merits(MINE)).toEqual([]);
});
