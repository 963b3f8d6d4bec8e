/** On a phone: where the list and the row of customers over the composer stand. */
import '#client/app/i18n.ts';
import { fireEvent, screen, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { onPhone } from '#tests/client/fixtures/viewport.ts';
import { arrived, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { mountDesk, onFreshDesk } from '#tests/client-desk/phone/mount-desk.tsx';
import { DESK } from '#tests/support/labels.ts';

onFreshDesk();

it('[X60] has the open customer in sight, from the list and at a press', async () => {
  onPhone();
  const names = ['小鹿', '阿木', '小满', '路过一下'];
  await mountDesk(
    [OPENED, ...names.flatMap((name, i) => [arrived(`c${i}`, 1000 + i, name), said(`c${i}`, 2000 + i, '在吗')])],
    30_000,
  );
  const moved: (string | null)[] = [];
  const scroll = vi.fn(function (this: HTMLElement) {
    if (this.closest('nav') !== null) moved.push(this.textContent);
  });
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(scroll);
  fireEvent.click(within(screen.getByRole('region', { name: DESK.list })).getByRole('button', { name: /路过一下/ }));
  expect(moved.map((text) => text?.slice(0, 4))).toEqual(['路过一下']);
  fireEvent.click(within(screen.getByRole('navigation')).getByRole('button', { name: /小满/ }));
  expect(moved.map((text) => text?.slice(0, 2))).toEqual(['路过', '小满']);
});

it('[X41] comes back to the list as it was left', async () => {
  onPhone();
  vi.spyOn(Element.prototype, 'scrollIntoView').mockImplementation(() => {});
  await mountDesk([OPENED, arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗')], 30_000);
  const rows = () => within(screen.getByRole('region', { name: DESK.list })).getByRole('region');
  rows().scrollTop = 40;
  fireEvent.scroll(rows());
  fireEvent.click(within(rows()).getByRole('button', { name: /小鹿/ }));
  expect(screen.queryByRole('region', { name: DESK.list })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: DESK.backToList }));
  expect(rows().scrollTop).toBe(40);
});
