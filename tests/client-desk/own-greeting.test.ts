/** A trainee's own greeting (RULES V7). */
import { beforeEach, describe, expect, it } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { type ConversationView, emptyView } from '#client/drill/model/drill-view.ts';
import { filledQuickReply } from '#client/drill/model/quick-replies.ts';
import { filledGreeting, greetingFor, keepGreeting, useOwnGreeting } from '#client/features/desk/model/own-greeting.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, OPENED, replied, said } from './fake-server.ts';
import { SHOP } from './shop.ts';

const seenOf = (...events: WireEvent[]): ConversationView =>
  [OPENED, ...events].reduce((view, event, i) => foldDrill(view, event, i + 1), emptyView).conversations
    .c1 as ConversationView;
const here = seenOf(arrived('c1', 1000), said('c1', 2000, '在吗'));
const TEXT = '{客户}您好，我是{店铺}小满，您看的是{商品}吗';
beforeEach(() => localStorage.clear());

describe('[V7] a greeting of one’s own', () => {
  it('is filled with the customer, the shop and the good they came about', () => {
    const fromPage = seenOf({ ...arrived('c1', 1000), enters: 's01' } as WireEvent);
    expect(filledGreeting(TEXT, fromPage, SHOP)).toBe('小鹿您好，我是燧步运动小满，您看的是逐峰3 缓震跑鞋吗');
  });

  it('keeps the name of what this customer has none of, so that it isn’t sent with a gap', () => {
    expect(filledGreeting(TEXT, here, SHOP)).toContain('您看的是{商品}吗');
    expect(filledGreeting('{尺码}', here, SHOP)).toBe('{尺码}');
  });

  it('is offered only before anybody has answered, and where one is kept', () => {
    expect(greetingFor(here, SHOP, '{客户}您好')).toBe('小鹿您好');
    expect(greetingFor(here, SHOP, '')).toBeNull();
    expect(greetingFor(here, null, '在的')).toBeNull();
    const answered = seenOf(arrived('c1', 1000), said('c1', 2000, '在吗'), replied('c1', 3000, '在的'));
    expect(greetingFor(answered, SHOP, '在的')).toBeNull();
  });

  it('stays on the device', () => {
    keepGreeting('  在的亲 ');
    expect(useOwnGreeting.getState().text).toBe('在的亲');
    expect(localStorage.getItem('kefu.own-greeting')).toBe('"在的亲"');
  });

  it('takes the name that the shops’ phrases have for the customer as well as its own', () => {
    expect(filledGreeting('{买家昵称}您好，{客户}，{店铺}', here, SHOP)).toBe('小鹿您好，小鹿，燧步运动');
    expect(keepGreeting('{买家昵称}您好')).toBeNull();
  });

  it('isn’t stored with a name that nothing is known for, and says which', () => {
    keepGreeting('{客户}您好');
    expect(keepGreeting('{客户}您好，{尺码}还有')).toEqual({ code: 'unknown-variable', names: ['{尺码}'] });
    expect(useOwnGreeting.getState().text).toBe('{客户}您好');
  });
});

describe('[V7] a phrase', () => {
  it('has the customer’s and the shop’s name filled in, and keeps what the desk can’t know', () => {
    expect(filledQuickReply('{买家昵称}您好，这里是{店铺}，{时间}前发', here, SHOP)).toBe(
      '小鹿您好，这里是燧步运动，{时间}前发',
    );
    expect(filledQuickReply('{客户}，{商品}有货', here, null)).toBe('小鹿，{商品}有货');
    expect(filledQuickReply('{店铺}在的', here, null)).toBe('{店铺}在的');
  });
});
