/** Plain right sentences that players wrote, and their flips, in the cases they were written to (RULES T295). */
import { describe, expect, it } from 'vitest';
import { judgedPoints } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { contentFor } from '#library/load.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { library } from '#tests/support/library.ts';

const COUPON = ['promotion/stack-tinghe', 'one'] as const;
const OFFER = ['promotion/offer-price-offer-on-suibu', 'still'] as const;
const FAULT = ['quality-claim/is-it-faulty-guchui', 'bad'] as const;

/** How a point of the first variant that has it stands after a reply. */
const stateIn = ([id, wanted]: readonly [string, string], reply: string): string | undefined => {
  for (let seed = 1; seed < 40; seed++) {
    const questions = contentFor(library, [id], cardOfSeed(seed)).data.scenarios[0]?.beats.flatMap(({ asks }) => asks);
    const question = questions?.find(({ points }) => points.some(({ id: point }) => point === wanted));
    const point = question?.points.find(({ id: point }) => point === wanted);
    if (!question || !point) continue;
    const asked = [{ id: question.id, text: question.text, pointIds: [wanted] }];
    return judgedPoints({ reply, customer: question.text, points: [compilePoint(point)], questions: asked })[0]?.state;
  }
  return undefined;
};

describe('[T295] plain words of a player', () => {
  it.each([
    [COUPON, '每单一张，凑不了一对儿'],
    [COUPON, '凑不了一对儿'],
    [OFFER, '有活动20:00起'],
    [OFFER, '有活动的'],
    [OFFER, '立减还在'],
    [FAULT, '没划没空烧就掉层的，算质量问题，签收15天内给您换新'],
  ] as const)('%j is told by %s', (point, reply) => expect(stateIn(point, reply)).toBe('covered'));

  it.each([
    [COUPON, '可以凑一对儿'],
    [COUPON, '每件一张，可以凑一对'],
    [OFFER, '没活动'],
    [OFFER, '没有活动了'],
    [OFFER, '活动20:00停的'],
    [FAULT, '没划没空烧就掉层的，不算质量问题'],
    [FAULT, '这不算质量问题'],
  ] as const)('%j is told wrong by %s', (point, reply) => expect(stateIn(point, reply)).toBe('wrong'));
});
