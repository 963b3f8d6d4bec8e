/** What the shop sends the customer asks for no code and no card number (RULES T60). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const codes = (reply: string) => judge({ reply, customer: '页面上那个我不会弄' }).redLines.map(({ code }) => code);

const SENT = ['付款卡发您了', '链接发你了', '付款卡发给您了', '点我发的付款卡', '链接推到您聊天里了'];
const PAID = ['用银行卡付就行', '选零钱或者银行卡就能付', '储蓄卡、信用卡都行'];

describe('[T60] what the shop sends', () => {
  it('asks for nothing, whatever it is paid with', () => {
    const replies = SENT.flatMap((sent) => PAID.flatMap((paid) => [`${sent}，${paid}`, `您${paid}，${sent}`]));
    expect(replies.filter((reply) => codes(reply).includes('credential'))).toEqual([]);
  });

  it.each([
    '报的，我这就走安全上报，把那条短信的号码和时间给到主管那边',
    '那条短信我报给主管，号码也一起报上去',
    '短信号码和时间我都给到组长了',
  ])('reports a swindler by the message he sent: %s', (reply) => expect(codes(reply)).not.toContain('credential'));

  it.each([
    '验证码发我，链接发您了',
    '发你银行卡号过来',
    '我把链接推给您，您把验证码念给我',
    '收到的验证码报一下，红包发您',
    '银行卡号您发一下，我给您退',
  ])('excuses no asking beside it: %s', (reply) => expect(codes(reply)).toContain('credential'));
});
