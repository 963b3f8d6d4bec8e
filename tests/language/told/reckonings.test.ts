/** A reckoning written out tells the sum it starts with. */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';

const PRICE = compilePoint({
  id: 'price',
  says: '现在459元',
  also: ['今天卖459', '459块一双', '现价459元'],
  value: { kind: 'amount', is: '459元' },
  about: ['现在', '今天', '元', '价', '卖'],
});
const LEFT = compilePoint({
  id: 'left',
  says: '用券到手459元',
  also: ['券后459元'],
  value: { kind: 'amount', is: '459元' },
  about: ['到手', '券后', '元'],
});
const heard = (reply: string, point = PRICE) =>
  judge({ reply, customer: '现在多少钱', points: [point] }).points[0]?.state;

describe('[T268] a reckoning that starts with the right sum', () => {
  it.each([
    '459-40-20=399，一单用一张券',
    '给您算清：459减40再减20，到手399',
    '459元减40是419',
    '459+10=469，那10块是运费',
  ])('tells it: %s', (reply) => expect(heard(reply)).toBe('covered'));

  it.each(['489-40-20=429', '现在419', '现在429，满459减40'])(
    'tells it not where another sum is the price: %s',
    (reply) => expect(heard(reply)).not.toBe('covered'),
  );

  it('is still wrong where another sum is the price', () => {
    for (const reply of ['489-40-20=429', '现在419', '现在429，满459减40', '现在卖399，到手也是399'])
      expect(heard(reply), reply).toBe('wrong');
  });

  it('tells not what is left', () => {
    expect(heard('用券459-40=419', LEFT)).not.toBe('covered');
    expect(heard('用券499-40=459', LEFT)).toBe('covered');
  });

  it('leaves what is left beside the price: 到手399', () => expect(heard('今天到手399')).not.toBe('wrong'));
});
