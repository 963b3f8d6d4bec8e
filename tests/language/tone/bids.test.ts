/** Bids to order that name what to order or to choose (RULES M91), and words that look like them and bid nobody. */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const actsOf = (reply: string, customer = '我瞅瞅别的颜色') => judge({ reply, customer }).acts;

describe('[M91] a bid to order is heard by what is to be ordered or chosen', () => {
  it.each([
    '颜色这款我这边只列了S到XL四个码，没有分颜色可选。卡片发您了，券也在聊天里，拍L码就行，不着急。',
    '要拍的话48小时内出库，颜色有米白和墨绿，想好哪个跟我说一声就行',
    '拍L码就行',
    '您拍42码就可以',
    '拍好跟我说一声就行',
    '选大一号下单就行',
    '直接拍黑色就好',
    '您直接拍',
    '下单就行',
    '颜色选好了告诉我一声',
    '看中哪个喊我',
    '要几箱定了跟我说',
  ])('%s', (reply) => expect(actsOf(reply)).toContain('order-prompt'));

  it.each([
    '把破损处直接拍给我看看',
    '怎么拍都可以',
    '拍下后48小时内发',
    '每人限拍一件',
    '退哪件想好了跟我说一声',
    '哪里不舒服跟我说一声',
    '想好了随时来问我',
    '换什么颜色想好跟我说',
  ])('not: %s', (reply) => expect(actsOf(reply, '到手坏了 要退')).not.toContain('order-prompt'));
});

describe('[M101] who is told that paying is all there is left is bidden to order', () => {
  it.each([
    '付了就行',
    '好的，付好说一声就行。',
    '满300减40，券领了付就行',
    '想好了在单子里付掉就可以',
    '89一片，您付款就好',
    '不用备注，您直接在卡上付一下就行',
    '点卡付就OK，再见',
  ])('%s', (reply) => expect(actsOf(reply)).toContain('order-prompt'));

  it.each([
    '退货运费您先付就行',
    '货到付款不支持，到付就行',
    '差价您补付就可以',
    '付了就行吗？',
    '付款后48小时内发就行',
  ])('not: %s', (reply) => expect(actsOf(reply)).not.toContain('order-prompt'));

  it('what is ordered already is reminded of', () => {
    const { acts } = judge({ reply: '您这单付了就行', customer: '（拍下未付款）' });
    expect(acts).toContain('payment-reminder');
    expect(acts).not.toContain('order-prompt');
  });
});

describe('[M152] who is told when an order of now ships is bidden to order nothing', () => {
  it.each([
    ['现在拍（16点后付的）明天11号发，明天16点前付也是当天发', '现在拍啥时候发'],
    ['现在拍明天就能发', '现在拍啥时候发'],
    ['您现在拍就是明天发货', '今天能发吗'],
    ['现在拍，今天就发', '多久发'],
  ])('not: %s', (reply, customer) => expect(actsOf(reply, customer)).not.toContain('order-prompt'));

  it.each([
    ['现在拍今天就能发', '我再想想'],
    ['现在拍明天发，喜欢可以拍', '现在拍啥时候发'],
    ['16点前付的今天发，您抓紧拍哈', '啥时候发'],
    ['现在拍吧，今天就发', '多久发'],
  ])('%s', (reply, customer) => expect(actsOf(reply, customer)).toContain('order-prompt'));
});
