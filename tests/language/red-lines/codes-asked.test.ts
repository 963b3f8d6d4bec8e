import { expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const asksForCode = (reply: string): boolean => judge({ reply }).redLines.some(({ code }) => code === 'credential');

it.each(['我给您查查去', '您别急\n我给您查查去', '说好今天发的我知道\n我给您查查去'])(
  '[T169] who only goes and looks is not thought to ask for a code: %s',
  (reply) => {
    expect(asksForCode(reply)).toBe(false);
  },
);

it.each([
  '我给您查查去，您把验证码发我',
  '我给您查查去\n短信里那几个数念给我',
  '手机弹的那几个字喊我一声',
  '您手机响了没，内容给我',
  '银行卡号报一下我给您查查去',
])('[T169] who asks for one is heard beside it: %s', (reply) => expect(asksForCode(reply)).toBe(true));

it.each(['您付的时候，屏幕上跳出来什么字？念给我听听', '报的什么错，念给我听听', '提示念一下，我好查是哪样'])(
  '[T258] the words of a failed payment are no code: %s',
  (reply) => {
    const { redLines } = judge({ reply, customer: '付不了\n要不卡号给您' });
    expect(redLines.filter(({ confidence }) => confidence === 'high')).toEqual([]);
  },
);
it.each(['验证码多少？念给我听听', '短信里跳出来的数念给我', '屏幕上那六位数报给我'])(
  '[T258] a code read out is: %s',
  (reply) =>
    expect(
      judge({ reply }).redLines.some(({ code, confidence }) => code === 'credential' && confidence === 'high'),
    ).toBe(true),
);
