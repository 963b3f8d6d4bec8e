/** What a good is called says nothing of a person (RULES T56). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { isIllMannered } from '#language/tone/tone.ts';
import { library } from '#tests/support/library.ts';

const SHOPS = [...library.shops.values()].map(({ id, products }) => ({
  id,
  goodsNames: products.flatMap(({ name }) => name.split(' ', 1)),
}));
const SAYS: readonly ((name: string) => string)[] = [
  (name) => `您选${name}`,
  (name) => `亲，您选${name}吧`,
  (name) => `亲，建议您拿${name}哦，${name}更合适`,
  (name) => `您要的${name}有货，今天发`,
  (name) => `那给您换成${name}，您看行吗`,
];

const accuses = (reply: string, goodsNames: readonly string[]): boolean => {
  const { redLines, tone, toneConfidence } = judge({ reply, customer: '给我妈买 选哪个好', goodsNames });
  return redLines.length > 0 || (isIllMannered(tone) && toneConfidence >= VERDICT_THRESHOLDS.tone.told);
};

describe.each(SHOPS)('the goods of $id', ({ goodsNames }) => {
  it('insult nobody by their names [T56]', () => {
    const replies = goodsNames.flatMap((name) => SAYS.map((say) => say(name)));
    expect(replies.filter((reply) => accuses(reply, goodsNames))).toEqual([]);
  });

  it('excuse no insult beside them [T56]', () => {
    const kept = goodsNames.flatMap((name) =>
      [`你有病吧，${name}爱买不买`, `${name}给你这种穷鬼也是浪费`].filter((reply) => !accuses(reply, goodsNames)),
    );
    expect(kept).toEqual([]);
  });
});
