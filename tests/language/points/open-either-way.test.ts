/** A clause that leaves open whether states no figure. */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';

const POINT = compilePoint({
  id: 'last',
  says: '今天是第七天，最晚11月12号申请',
  about: ['最晚', '之前', '能不能退'],
  value: { kind: 'date', is: '11-12' },
});
const stateOf = (reply: string) => judge({ reply, customer: '今天还能退吗', points: [POINT] }).points[0]?.state;

describe('[T172] whether it comes by a day is no day', () => {
  it.each(['25号之前能不能到要看路上几天', '25号之前到不到取决于快递'])('%s', (reply) =>
    expect(stateOf(reply)).not.toBe('wrong'),
  );
  it('最晚25号申请 is one', () => expect(stateOf('最晚25号之前申请')).toBe('wrong'));
});

describe('[T173] a figure of the right wordings is no wrong one', () => {
  const gap = compilePoint({
    id: 'gap',
    says: '还差70元才能用券',
    also: ['凑到199就能减15'],
    about: ['差', '还缺', '凑'],
    value: { kind: 'amount', is: '70元' },
  });
  const verdictOn = (reply: string) => judge({ reply, customer: '这单能用券吗', points: [gap] }).points[0]?.state;
  it('凑够199就能减15 tells from what sum on', () => expect(verdictOn('想用券凑够199就能减15')).not.toBe('wrong'));
  it('还差50元 is another gap', () => expect(verdictOn('还差50元就能用券')).toBe('wrong'));
});
