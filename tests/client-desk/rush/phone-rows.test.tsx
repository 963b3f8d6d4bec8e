/** What stands over the thread on a phone, and who may be passed on from there. */
import '#client/app/i18n.ts';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { columnsFor } from '#client/features/desk/side/orders-panel.tsx';
import type { WireEvent } from '#contract/wire-events.ts';
import { onPhone } from '#tests/client/fixtures/viewport.ts';
import { arrived, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { mountDesk, onFreshDesk } from '#tests/client-desk/phone/mount-desk.tsx';
import { DESK } from '#tests/support/labels.ts';

onFreshDesk();

const { customers: _, ...uncounted } = OPENED as Extract<WireEvent, { kind: 'drill-opened' }>;
const RUSH: WireEvent = {
  ...uncounted,
  rush: {
    ...{ profile: 'd11-open', level: 3, minutes: 15, dial: true, capacity: 3, closingMs: 300_000 },
    ...{ colleagueAfterMs: 90_000, greeting: null },
  },
};
const HERE = [arrived('c1', 1000, '小鹿'), said('c1', 2000, '有货吗')];
const openThread = async () => {
  const row = within(screen.getByRole('region', { name: DESK.list })).getByRole('button', { name: /^\d? ?小鹿/ });
  await act(async () => fireEvent.click(row));
};

it('[X64] the queue has a row there only while somebody is in it, and the words keep their place', async () => {
  onPhone();
  const server = await mountDesk([RUSH, ...HERE], 30_000, false);
  await openThread();
  expect(screen.queryByRole('button', { name: /^排队/ })).toBeNull();
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(44);
  const log = screen.getByRole('log');
  log.scrollTop = 300;
  await act(async () =>
    server.push({
      kind: 'customer-queued',
      at: 31_000,
      conversation: 'c2',
      name: '阿木',
      from: null,
      orders: [],
    } as never),
  );
  expect(await screen.findByRole('button', { name: /^排队 1/ })).toBeTruthy();
  expect(log.scrollTop).toBe(344);
});

it('[X64] the questions have their row before the first is asked, and 结束会话 none of its own', async () => {
  onPhone();
  const server = await mountDesk([OPENED, ...HERE], 30_000, false);
  await openThread();
  expect(within(await screen.findByRole('region', { name: /^台账/ })).getByText(/^还没问到。/)).toBeTruthy();
  await act(async () => server.push({ kind: 'story-over', at: 31_000, conversation: 'c1', rating: 5 }));
  const close = screen.getByRole('button', { name: DESK.close });
  const head = screen.getByRole('heading', { level: 2, name: '小鹿' }).parentElement;
  expect(head?.contains(close)).toBe(true);
});

it('[X104] 结束会话 comes beside 转给同事 and never into its place', async () => {
  onPhone();
  const server = await mountDesk([RUSH, ...HERE], 30_000, false);
  await openThread();
  const fromTheRight = () => {
    const head = screen.getByRole('heading', { level: 2, name: '小鹿' }).parentElement;
    const named = [...(head?.children ?? [])].map((part) => part.querySelector('button') ?? part);
    return named.map((part) => part.getAttribute('aria-label') ?? part.textContent).toReversed();
  };
  await screen.findByRole('button', { name: '转给同事' });
  expect(fromTheRight().slice(0, 2)).toEqual(['订单与操作', '转给同事']);
  await act(async () => server.push({ kind: 'story-over', at: 31_000, conversation: 'c1', rating: 5 }));
  expect(fromTheRight().slice(0, 3)).toEqual(['订单与操作', '转给同事', DESK.close]);
  // Who is gone is given to nobody: the place stays, and nothing moves into it.
  await act(async () => server.push({ kind: 'status-changed', at: 32_000, conversation: 'c1', status: 'away' }));
  expect(fromTheRight().slice(0, 3)).toEqual(['订单与操作', '', DESK.close]);
});

it('[X107] leads to goods and rules between two customers, where no talk is left whose head has the way there', async () => {
  onPhone();
  const server = await mountDesk([RUSH, ...HERE], 30_000, false);
  expect(screen.queryByRole('button', { name: '看商品和店规' })).toBeNull();
  await act(async () => server.push({ kind: 'status-changed', at: 31_000, conversation: 'c1', status: 'closed' }));
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '看商品和店规' })));
  expect(screen.getByRole('tab', { name: '店规' })).toBeTruthy();
});

it('[X70] who is offline with something open may be given to a colleague, who has left for good may not', async () => {
  const server = await mountDesk([RUSH, ...HERE], 30_000, false);
  await openThread();
  await act(async () => server.push({ kind: 'status-changed', at: 31_000, conversation: 'c1', status: 'away' }));
  expect(await screen.findByRole('button', { name: '转给同事' })).toBeTruthy();
  await act(async () => server.push({ kind: 'story-over', at: 32_000, conversation: 'c1', rating: 1 }));
  expect(screen.queryByRole('button', { name: '转给同事' })).toBeNull();
});

it('[X64] leaves no button of an order alone in a row', () => {
  for (let count = 2; count <= 12; count += 1) expect(count % columnsFor(count), String(count)).not.toBe(1);
});
