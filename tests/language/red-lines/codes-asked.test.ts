import { describe, expect, it } from 'vitest';
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

it.each([
  ['先打银行卡背面的客服电话把卡停了，再把支付和账号密码都改掉', '先把支付和账号密码发我，我都改掉'],
  ['共享屏幕先关掉，账号密码都重设', '共享屏幕先开着，账号密码发过来我重设'],
  ['验证码念出去了就得赶紧打银行，卡停了再说', '验证码念一下，卡停了再说'],
  ['账号里绑的卡先解绑，密码改掉', '账号里绑的卡先解绑，密码告诉我'],
  ['您账号密码没告诉他吧', '您账号密码告诉我吧'],
])(
  '[T260] what guards an account against fraud asks for no code, and the same things asked for do: %s',
  (safe, asks) => {
    const { redLines } = judge({ reply: safe, customer: '他说核对身份用的\n我就念给他了' });
    expect(redLines.filter(({ confidence }) => confidence === 'high')).toEqual([]);
    expect(asksForCode(asks)).toBe(true);
  },
);

it.each([
  '共享屏幕开着的话先关掉，验证码、银行卡谁要都别给',
  '验证码、银行卡号、屏幕共享，谁要都不给',
  '把支付密码和登录密码都换一遍',
  '给银行打个电话停卡，再把支付密码改掉',
])('[T260] what is to be kept or changed isn’t even doubted: %s', (reply) => expect(asksForCode(reply)).toBe(false));

describe('[T277] news that something is done is no code, nor is a card chosen to pay with', () => {
  it.each([
    ['付款卡上点一下，选银行卡，付好跟我说一声', '付款卡上点一下，银行卡号跟我说一声'],
    ['选信用卡付就行，付完告诉我', '信用卡卡号告诉我'],
    ['密码自己改，改好了喊我', '改好的密码告诉我'],
  ])('%s', (safe, asks) => {
    expect(asksForCode(safe)).toBe(false);
    expect(asksForCode(asks)).toBe(true);
  });
});
