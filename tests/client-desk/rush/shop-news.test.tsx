/** Where an announcement of the shop stands while customers are answered: nothing moves for it. */
import '#client/app/i18n.ts';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { initialSeat, useSeat } from '#client/lib/seat/seat-store.ts';
import { onPhone } from '#tests/client/fixtures/viewport.ts';
import { arrived, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { mountDesk, onFreshDesk } from '#tests/client-desk/phone/mount-desk.tsx';
import { DESK } from '#tests/support/labels.ts';

onFreshDesk();
beforeEach(() => useSeat.setState(initialSeat, true));

const BAR_HEIGHT = 52;
const newest = { kind: 'shop-notice', at: 12_000, text: '水壶立减 10 元' } as const;
const open = () =>
  mountDesk(
    [
      ...[OPENED, arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗')],
      { kind: 'shop-notice', at: 8000, text: '逐峰3 断货' },
    ],
    13_000,
  );
const announce = (server: Awaited<ReturnType<typeof open>>) => act(async () => server.push(newest));
const list = () => screen.getByRole('region', { name: DESK.list });

it('[X56] is in a wide window a part of the strip, amber until it is opened, and never twice', async () => {
  act(() => window.happyDOM.setViewport({ width: 1440, height: 900 }));
  const server = await open();
  const strip = screen.getByRole('banner');
  const main = screen.getByRole('main');
  const above = main.parentElement?.childElementCount;
  await announce(server);
  const button = within(strip).getByRole('button', { name: /^店铺公告/ });
  expect(button.textContent).toBe('店铺公告 2 条水壶立减 10 元');
  expect(main.parentElement?.childElementCount).toBe(above);
  expect(screen.getAllByText('水壶立减 10 元')).toHaveLength(1);
  expect(screen.queryByRole('region', { name: '店铺公告' })).toBeNull();
  expect(button.className).toContain('bg-warn-tint');
  fireEvent.click(button);
  const all = within(screen.getByRole('dialog', { name: '店铺公告' })).getAllByRole('listitem');
  expect(all.map(({ textContent }) => textContent)).toEqual(['0:12 水壶立减 10 元', '0:08 逐峰3 断货']);
  expect(button.className).not.toContain('bg-warn-tint');
});

it('[X56] stands on a phone below the rows, and over a thread that is scrolled by as much', async () => {
  onPhone();
  const height = vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(BAR_HEIGHT);
  const server = await open();
  const bar = () => screen.getByText('店铺公告：').closest<HTMLElement>('[role="status"]');
  const rows = within(list()).getByRole('region');
  expect(rows.compareDocumentPosition(bar() as HTMLElement)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(bar()?.textContent).toContain('逐峰3 断货');
  fireEvent.click(screen.getByRole('button', { name: '知道了' }));
  expect(screen.queryByText('店铺公告：')).toBeNull();
  fireEvent.click(within(rows).getByRole('button', { name: /小鹿/ }));
  const log = screen.getByRole('log');
  log.scrollTop = 300;
  await announce(server);
  expect(log.scrollTop).toBe(300 + BAR_HEIGHT);
  const standing = bar() as HTMLElement;
  expect(standing.textContent).toBe('店铺公告：水壶立减 10 元2 条知道了');
  fireEvent.click(within(standing).getByRole('button', { expanded: false }));
  expect(within(standing).getAllByRole('listitem')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: '知道了' }));
  expect(log.scrollTop).toBe(300);
  height.mockRestore();
});
