import { expect, test } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { emptyView } from '#client/drill/model/drill-view.ts';
import type { WireEvent } from '#contract/wire-events.ts';

test('an incident adds a customer to the count and its notice to the desk', () => {
  const opened: WireEvent = { kind: 'drill-opened', at: 0, mode: 'lesson', pace: 20, customers: 2, tiers: [] };
  const events: WireEvent[] = [
    opened,
    { kind: 'customer-added', at: 9000 },
    { kind: 'shop-notice', at: 9000, text: '39码已售罄' },
  ];
  const view = events.reduce((before, event, index) => foldDrill(before, event, index + 1), emptyView);
  expect(view.opening?.customers).toBe(3);
  expect(view.notices).toEqual([{ seq: 3, at: 9000, text: '39码已售罄' }]);
});
