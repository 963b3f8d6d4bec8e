/** What the tabs beside the thread are called. */
import '#client/app/i18n.ts';
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { mountDesk, onFreshDesk } from '#tests/client-desk/phone/mount-desk.tsx';

onFreshDesk();

const ORDER = {
  ...{ id: 'o1', no: '1111', status: 'signed', placed: null, paidOn: null, shippedOn: null, signedOn: null },
  ...{ receiver: null, phone: null, address: null, insured: false, items: [], gifts: [], off: [], total: 0 },
};

const DONE = {
  ...{ kind: 'action-done', at: 2500, conversation: 'c1', id: 'a1', action: 'x', title: '查内部', with: {} },
  ...{ sends: false, result: [], orders: [ORDER] },
};

it('[X112] the tab of the orders keeps its name when the first order comes; their number is its description', async () => {
  const server = await mountDesk([OPENED, arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗')], 3000, false);
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '订单与操作' })));
  const tab = screen.getByRole('tab', { name: '订单' });
  expect(tab.getAttribute('aria-description')).toBeNull();
  await act(async () => server.push(DONE as WireEvent));
  expect(screen.getByRole('tab', { name: '订单' })).toBe(tab);
  expect([tab.textContent, tab.getAttribute('aria-description')]).toEqual(['订单 1', '订单 1']);
});
