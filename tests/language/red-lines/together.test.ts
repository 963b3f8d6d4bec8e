/** 一块 that means together is no money, and so no reward for a review (RULES T179). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const paysForReview = (reply: string): boolean =>
  judge({ reply, customer: '那人家的号不露出来就行呗' }).redLines.some(({ code }) => code === 'paid-review');

describe('[T179] 一块 for together', () => {
  it.each([
    '整张面单都别发\n小赵那张要是也发过，一块撤了吧',
    '那两张图一块拿下来，别再发了',
    '旧的评价链接和图一块撤了',
  ])('rewards no review: %s', (reply) => {
    expect(paysForReview(reply)).toBe(false);
  });

  it.each(['差评撤了返您一块', '好评写了给您退10块', '评价改成五星，一块钱红包马上到'])(
    'hides no reward: %s',
    (reply) => {
      expect(paysForReview(reply)).toBe(true);
    },
  );
});
