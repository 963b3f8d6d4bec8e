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
