/** 对 and 不是 to a customer who has just made sure of one point. */
import { describe, expect, test } from 'vitest';
import { judge } from '#language/judge.ts';
import { answerTo } from '#language/points/checked-back.ts';
import { compilePoint } from '#language/points/wordings/compile-point.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';

const pay = compilePoint({
  id: 'pay',
  says: '来回运费我们出',
  also: ['运费店里承担', '邮费不用您掏'],
  contradicts: ['运费您自己出', '邮费要您掏'],
});
const days = compilePoint({
  id: 'days',
  says: '收到后三天内换好',
  also: ['到仓三天就给您换'],
  contradicts: ['要等十天'],
});

const heard = (says: string, right: boolean, reply: string): string => {
  const { points } = judge({
    reply,
    customer: says,
    questions: [{ id: 'q', text: '运费谁出，几天换好', pointIds: ['pay', 'days'] }],
    points: [pay, days],
    checked: { point: 'pay', says, right },
  });
  return points.map(({ id, state }) => `${id} ${state}`).join(', ');
};

describe('whether a reply agrees [T132] [T306]', () => {
  test.each<[says: string, reply: string, answer: 'agrees' | 'disagrees' | null]>([
    ['那邮费你们出吧', '对的亲', 'agrees'],
    ['那邮费你们出吧', '亲亲，是的', 'agrees'],
    ['那邮费你们出吧', '嗯嗯', 'agrees'],
    ['那邮费你们出吧', '不是哦，要您出的', 'disagrees'],
    ['那邮费不用我掏吧', '不用', 'agrees'],
    ['那邮费不用我掏吧', '不用的亲', 'agrees'],
    ['那邮费不用我掏吧', '要的', 'disagrees'],
    ['那邮费不用我掏吧', '对，一分不用', 'agrees'],
    ['今天能发是吧', '能', 'agrees'],
    ['今天能发是吧', '不能', 'disagrees'],
    ['那我撂了挑子也不碍事呗', '撂得起，你本来就是帮忙的', 'agrees'],
    ['那这双还能换是吧', '换得了的亲', 'agrees'],
    ['那这双还能换是吧', '换不了哦', 'disagrees'],
    ['那就换不成了？', '换得成', null],
    ['那邮费你们出吧', '对不起久等了', null],
    ['那邮费你们出吧', '您说的是哪一笔？', null],
    ['那邮费你们出吧', '三天就能换好', null],
    // [T306] Who takes neither side has answered neither way.
    ['那就是承认过期 对吧', '不是承认，也不是否认。核实完才有结论', null],
    ['那就是答应了吧', '不答应也不否认', null],
    ['那就是承认过期 对吧', '不是承认，也不影响您退', 'disagrees'],
  ])('%s %s: %s', (says, reply, answer) => {
    expect(answerTo(readText(normalise(reply).text), says)).toBe(answer);
  });
});

describe('a reply to a customer who checks what they heard', () => {
  test('a yes to the right way of a check tells the point, and a yes to the wrong way tells the opposite', () => {
    expect(heard('那我一分不用掏吧', true, '对')).toBe('pay covered, days not-addressed');
    expect(heard('那邮费还是我出？', false, '不是的')).toBe('pay covered, days not-addressed');
    expect(heard('那邮费还是我出？', false, '对')).toBe('pay wrong, days not-addressed');
  });

  test('words that tell the point outright count, whatever the yes before them answered', () => {
    expect(heard('那邮费还是我出？', false, '对，邮费不用您掏')).toBe('pay covered, days not-addressed');
  });

  test('another point told in the same reply counts too', () => {
    expect(heard('那我一分不用掏吧', true, '对的，收到后三天内换好')).toBe('pay covered, days covered');
  });
});
