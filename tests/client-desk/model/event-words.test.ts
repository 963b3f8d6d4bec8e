/** What happens in a drill as a page tells it; the same sentences are printed by `npm run play`. */
import '#client/app/i18n.ts';
import { describe, expect, it } from 'vitest';
import { actionName, didWords, jumpWords } from '#client/drill/model/event-words.ts';
import type { WireDeed } from '#contract/wire/deeds.ts';
import { sentencesOf } from '#scripts/messages/types-text.ts';
import { SHOP } from '#tests/client-desk/shop.ts';

const shoe = { name: '云感跑鞋', sku: '39', qty: 2 };
const plain = { name: '鞋带', sku: null, qty: 1 };
const DEEDS: readonly WireDeed[] = [
  { kind: 'place-order', items: [shoe, plain], amount: 137_700, paid: false },
  { kind: 'place-order', items: [plain], amount: 990, paid: true },
  { kind: 'pay' },
  { kind: 'open-refund', amount: null },
  { kind: 'open-refund', amount: 45_900 },
  { kind: 'open-complaint', level: 1 },
  { kind: 'open-complaint', level: 2 },
  { kind: 'open-complaint', level: 3 },
  { kind: 'bad-review' },
];

describe('what a customer did', () => {
  it('is told as it always was in Chinese', () => {
    expect(DEEDS.map(didWords)).toEqual([
      '客户下单：云感跑鞋 39 ×2、鞋带，¥1377.00，待付款',
      '客户下单：鞋带，¥9.90，已付款',
      '客户付款了',
      '客户申请退款',
      '客户申请退款 ¥459.00',
      '客户发起投诉（一级）',
      '客户发起投诉（二级）',
      '客户发起投诉（三级）',
      '客户给了差评',
    ]);
  });
});

describe('a jump of the story', () => {
  it('is told as it always was in Chinese', () => {
    const jumps = [
      { value: 1, unit: 'd' },
      { value: 2, unit: 'd' },
      { value: 7, unit: 'd' },
      { value: 10, unit: 'h' },
      { value: 11, unit: 'h' },
      { value: 0, unit: 'h' },
    ] as const;
    expect(jumps.map(jumpWords)).toEqual([
      '〔一天后〕',
      '〔两天后〕',
      '〔七天后〕',
      '〔十小时后〕',
      '〔11小时后〕',
      '〔零小时后〕',
    ]);
  });
});

describe('an operation', () => {
  it('has the name of its shop’s list, and the event’s own where the list lacks it', () => {
    const done = { action: 'refund-partial', title: '部分退款' };
    const english = { actions: SHOP.actions.map((one) => ({ ...one, title: `${one.id} in English` })) };
    expect(actionName(done, english)).toBe('refund-partial in English');
    expect(actionName(done, null)).toBe('部分退款');
    expect(actionName({ ...done, action: 'resend' }, english)).toBe('部分退款');
  });
});

it('is one sentence on the desk and in a play', () => {
  for (const language of ['zh', 'en']) {
    const all = [...sentencesOf(language)];
    const of = (area: string) =>
      all.flatMap(([key, text]) => (key.startsWith(area) ? [[key.slice(area.length), text]] : []));
    for (const part of ['did.', 'jumped.'])
      expect(of(`commands:trainee.${part}`), `${language} ${part}`).toEqual(of(`desk:${part}`));
    expect(of('desk:did.').length).toBeGreaterThan(5);
  }
});
