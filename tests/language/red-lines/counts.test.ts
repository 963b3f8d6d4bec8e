/** A count of what is left is scarcity made up only where it urges or tells a shortage (RULES T150). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const claims = (reply: string) =>
  judge({ reply, customer: '还有货没' }).redLines.filter(({ code }) => code === 'false-claim');

describe('[T150] a count of what is left', () => {
  it.each([
    '后台还剩186双',
    '没断货，后台还剩186双',
    '后台还有186双，没断货',
    '还剩186双，不会断货，您慢慢挑',
    '还剩186双，没停产',
    '看了，后台还有186双，您放心拍',
  ])('%s is no false claim, and none in doubt', (reply) => expect(claims(reply)).toEqual([]));

  it.each([
    '后台还剩3双，手慢无',
    '还有186双，赶紧拍',
    '就剩3双，马上断货了',
    '后台就剩3双了',
    '只剩3双，拍完就下架',
    '没断货，不过就剩3双，抓紧拍',
  ])('%s urges or tells a shortage', (reply) => expect(claims(reply)).toMatchObject([{ confidence: 'high' }]));
});
