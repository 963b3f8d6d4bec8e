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
