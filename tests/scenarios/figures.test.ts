/** Sums and days in a case follow from its shop, its order and its story; a wrong one is found. */
import { describe, expect, it } from 'vitest';
import { checkDates } from '#library/checks/dates.ts';
import { amountsIn } from '#library/checks/money/amounts.ts';
import { checkFigures } from '#library/checks/money/figures.ts';
import type { AuthoredScenario } from '#library/schema/scenario.ts';
import { type CaseView, pointsOf } from '#library/view/case-view.ts';
import { library } from '#tests/support/library.ts';

const views = library.files.cases.flatMap(({ scenario }): CaseView[] =>
  scenario.value
    ? [
        {
          authored: scenario.value,
          shop: library.shops.get(scenario.value.shop) ?? null,
          actions: new Map(),
          exemplars: new Map(),
        },
      ]
    : [],
);
const viewOf = (id: string): CaseView => {
  const found = views.find(({ authored }) => authored.id === id);
  if (!found) throw new Error(id);
  return { ...found, authored: structuredClone(found.authored) };
};
const said = (faults: Iterable<{ message: string }>) => [...faults].map(({ message }) => message);

describe('a sum in a right answer', () => {
  it.each(views.map((view) => [view.authored.id, view] as const))(
    'follows from the figures of the case and its shop in %s',
    (_, view) => {
      expect(said(checkFigures(view))).toEqual([]);
    },
  );

  it.each([
    ['promotion/coupon-stack', '到手503元', '到手513元'],
    ['promotion/coupon-stack', '还能剩7块', '还能剩9块'],
    ['promotion/incident-deal-ended', '到手323元', '到手333元'],
    ['return-dispute/partial-return-gift', '退426.10元', '退427.10元'],
    ['return-dispute/partial-return-gift', '到手367.10元', '到手376.10元'],
    ['return-dispute/partial-return-gift', '32.9元', '33.9元'],
    ['order-change/incident-sold-out', '退269', '退296'],
  ])('%s: %s said as %s is found', (id, right, wrong) => {
    const view = viewOf(id);
    const point = pointsOf(view.authored).find(({ point: { says, also = [] } }) =>
      [says, ...also].some((words) => words.includes(right)),
    )?.point;
    if (!point) throw new Error(right);
    point.says = point.says.replace(right, wrong);
    point.also = point.also?.map((words) => words.replace(right, wrong));
    expect(said(checkFigures(view)).join()).toContain('算不出来');
  });

  it('is found wrong in most cases when one digit is changed', () => {
    let slips = 0;
    let found = 0;
    for (const { authored } of views) {
      const view = viewOf(authored.id);
      for (const { point } of pointsOf(view.authored)) {
        const right = point.says;
        for (const amount of amountsIn(right))
          for (const slip of [-1000, -500, -100, 10, 100, 300, 500, 1000, 2000, 7000]) {
            const [as, fine] = [String(amount / 100), (amount / 100).toFixed(2)];
            point.says = right.replace(right.includes(fine) ? fine : as, String((amount + slip) / 100));
            if (point.says === right || amount + slip <= 0) continue;
            slips += 1;
            if (said(checkFigures(view)).length > 0) found += 1;
          }
        point.says = right;
      }
    }
    expect(slips).toBeGreaterThan(100);
    expect(found / slips).toBeGreaterThan(0.8);
  });

  it('may come from `figures` instead', () => {
    const view = viewOf('promotion/coupon-stack');
    const [first] = pointsOf(view.authored);
    if (!first) throw new Error('no point');
    first.point.says = '到手488.8元';
    expect(said(checkFigures(view)).join()).toContain('488.8 元');
    view.authored.figures = [{ amount: 48880, because: '试一下' }];
    expect(said(checkFigures(view)).join()).not.toContain('488.8');
  });

  it('the price of a product in an order is the shop’s price', () => {
    const view = viewOf('return-dispute/partial-return-gift');
    const item = view.authored.order?.items[0];
    if (!item) throw new Error('no item');
    item.price = 46900;
    expect(said(checkFigures(view)).join()).toContain('s01 店里卖 459 元，这里是 469');
  });
});

describe('amounts of money are told from other numbers', () => {
  it.each([
    ['到手503，券再减15', [50300, 1500]],
    ['退您426块1', [42610]],
    ['四百二十六块一', [42610]],
    ['退2件，减3斤，付了2天', []],
    ['39.5码，16点前付款，48小时内', []],
    ['补货要到11月18号', []],
  ])('%s', (text, amounts) => {
    expect(amountsIn(text)).toEqual(amounts);
  });
});

describe('a date in a case', () => {
  it.each(views.map((view) => [view.authored.id, view] as const))('agrees with its weekday in %s', (_, view) => {
    expect(said(checkDates(view))).toEqual([]);
  });

  /** The story's day is Thursday 2026-11-12. */
  const heard = (says: string, more: Partial<AuthoredScenario> = {}): string[] => {
    const view = viewOf('promotion/coupon-stack');
    const [beat] = view.authored.beats;
    if (beat) beat.says = says;
    return said(checkDates({ ...view, authored: { ...view.authored, ...more } }));
  };

  it.each([
    '11月15日周日要用',
    '周日（11月15日）到',
    '周六11-14第一次上门',
    '今天周四',
    '明天是13号',
    '后天14号下午三点前',
    '昨天11日拍的',
    '39号柜，2号楼，12号线',
    '15天内，明天3点前',
    '11-05 21:32 下的单',
  ])('is accepted in %s', (says) => {
    expect(heard(says)).toEqual([]);
  });

  it.each([
    ['11月15日周六要用', '那天是周日'],
    ['周天就是14号', '那天是周六'],
    ['今天周五了', '故事里今天是11月12日周四'],
    ['明天14号', '故事里明天是11月13日周五'],
    ['大后天周六', '故事里大后天是11月15日周日'],
  ])('is reported in %s', (says, reason) => {
    expect(heard(says).join()).toContain(reason);
  });

  it('may be 今天 of the day two days later for a customer who comes back then', () => {
    expect(heard('今天周六')).toHaveLength(1);
    const back = {
      bought: { outcome: 'paid', later: { after: '2d', to: 'x' } },
    } as unknown as AuthoredScenario['endings'];
    expect(heard('今天周六', { endings: back })).toEqual([]);
  });
});
