/** What is to be photographed is not to be bought, and who may come back is not threatened (RULES T241). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const slightsOf = (reply: string) => judge({ reply }).slights?.map(({ kind }) => kind) ?? [];
const threatens = (reply: string) => judge({ reply }).redLines.some(({ code }) => code === 'threat');

describe('[T241] 拍 of a photograph', () => {
  it.each(['碎的别扔先拍了再说', '坏的先别扔，赶紧拍了再说', '烂的先拍了再说', '袋子留着先拍了再说'])(
    'hurries nobody to order: %s',
    (reply) => expect(slightsOf(reply)).not.toContain('hurries'),
  );

  it.each(['别磨叽了姐，拍就完事了', '别想了先拍了再说'])('of an order does: %s', (reply) =>
    expect(slightsOf(reply)).toContain('hurries'),
  );
});

describe('[T241] who may come back', () => {
  it.each([
    '好，您试试，不成再来找我哈',
    '您先试试，不合适再来找我',
    '试试看，有问题再来问我',
    '您回去试试，不行再来找我们',
  ])('is not threatened: %s', (reply) => expect(threatens(reply)).toBe(false));

  it.each(['你再来闹试试', '再投诉我就让人找你'])('is by a dare: %s', (reply) => expect(threatens(reply)).toBe(true));
});
