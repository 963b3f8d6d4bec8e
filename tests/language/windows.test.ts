/** Words that count for windows: taking leave, asking what keeps the customer from paying, urging. */
import { describe, expect, it } from 'vitest';
import { takesLeave } from '#language/windows/closings.ts';
import { asksPaymentObstacle, urgesToPay } from '#language/windows/payment.ts';

describe('a reply takes leave:', () => {
  it.each([
    '嗯嗯，回见',
    '走了哈，让闺女吃好',
    '对，今天发，寄前台，开会吧您',
    '得嘞，您跑着，鞋有啥不对劲再招呼我',
    '好，有事喊我',
    '您方便时付掉就行，明天发，有事给我留言',
    '照顾好自己和娃',
    '您先剪，我在',
    '18点前来回您。有不顺手随时找我',
    '代我给阿姨问个好',
    '我到23点都在',
    '18点前给你留言，先去拆行李吧',
    '要黑的回我一句就改。多谢又回来',
    '好的，您慢慢考虑，想好了再拍',
    '行，慢慢选，不急',
  ])('%s', (text) => expect(takesLeave(text)).toBe(true));

  it.each([
    '先打银行，卡背面有电话',
    '今天走。走了我把单号留给您',
    '退款已经在走了，耐心等哦亲',
    '就在这儿聊、这儿付',
    '三位说的我都看到了，我在这儿给您一个说法',
    '好的',
    '您还有什么要问的吗？',
    '祝您生活愉快。明天几点在家',
    '我到23点都没收到',
    '先去订单里申请吧',
    '那您先去付款吧',
  ])('not: %s', (text) => expect(takesLeave(text)).toBe(false));
});

describe('a reply asks what keeps the customer:', () => {
  it.each(['您是哪儿犹豫了呀', '是卡在付款上了，还是哪里拿不准', '你主要怕啥嘞', '为啥没付呀，付款那块有啥问题'])(
    '%s',
    (text) => expect(asksPaymentObstacle(text)).toBe(true),
  );
  it.each(['还没付哦', '今天付今天发', '168元，包邮'])('not: %s', (text) =>
    expect(asksPaymentObstacle(text)).toBe(false),
  );
});

describe('a reply urges to pay:', () => {
  it.each(['请尽快完成付款', '快拍吧 今晚就涨回原价了', '付了没', '赶紧付了吧', '喜欢的话抓紧拍'])('%s', (text) =>
    expect(urgesToPay(text)).toBe(true),
  );
  it.each([
    'L的 没错',
    '拍的时候选黑42.5，券记得勾上哈',
    '两个搁一单里拍 别拆开',
    '四点前付今天就走',
    '马上改支付密码',
    '和快递单一块拍一张',
    '不急着付',
    '实付404 今天发普通快递',
  ])('not: %s', (text) => expect(urgesToPay(text)).toBe(false));
});
