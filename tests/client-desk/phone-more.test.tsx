/** On a phone 更多 beside the field has 邀评 and the greeting of one's own (RULES V5, V7). */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import type { ShopBody } from '#contract/bodies.ts';
import { onDesktop } from '#tests/client/fixtures/viewport.ts';
import { openPhone } from '#tests/client-desk/phone/on-phone.tsx';
import { DESK } from '#tests/support/labels.ts';
import { arrived, OPENED, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

const CARD = { id: 'invite-review', title: '邀评', group: '跟进', sends: true, done: '已发', fields: [] };
const WITH_CARD: ShopBody = { ...SHOP, actions: [...SHOP.actions, CARD] };

beforeEach(() => {
  localStorage.clear();
  forgetLoaded();
});
afterEach(() => {
  cleanup();
  onDesktop();
  vi.unstubAllGlobals();
});

/** The conversation on a phone, with 更多 opened. */
const openMore = async (shop: ShopBody) => {
  const server = await openPhone(shop, [OPENED, arrived('c1', 1000, '小鹿'), said('c1', 5000, '在吗')], '小鹿');
  fireEvent.click(screen.getByRole('button', { name: '更多' }));
  return server;
};
const menu = () => within(screen.getByRole('dialog', { name: '更多' }));

it('sends the rating card from 更多, which closes then, and not from the row of tools [V5]', async () => {
  const server = await openMore(WITH_CARD);
  fireEvent.click(menu().getByRole('button', { name: '邀评' }));
  const [command] = server.commands('action:do');
  expect(command?.payload).toMatchObject({ conversation: 'c1', action: 'invite-review', with: {} });
  await act(async () => command?.answer({ ok: true, value: { seq: 5 } }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('button', { name: '邀评' })).toBeNull();
});

it('writes the greeting from 更多; it stands above the field then, and one tap sends it [V7]', async () => {
  const server = await openMore(SHOP);
  expect(menu().queryByRole('button', { name: '邀评' })).toBeNull();
  fireEvent.click(menu().getByRole('button', { name: '写一句自己的问候' }));
  const writing = within(await screen.findByRole('dialog', { name: '自己的问候' }));
  expect(writing.queryByText(/Alt G/)).toBeNull();
  fireEvent.change(writing.getByLabelText('问候'), { target: { value: '在的，您说' } });
  fireEvent.click(writing.getByRole('button', { name: '存下' }));
  fireEvent.click(screen.getByRole('button', { name: /在的，您说/ }));
  await act(async () => {});
  expect(server.commands('message:send').map(({ payload }) => payload)).toMatchObject([{ text: '在的，您说' }]);
});

it('the list’s 更多 has the whole title, and its controls have words', async () => {
  await openMore(SHOP);
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape', code: 'Escape' });
  fireEvent.click(screen.getByRole('button', { name: DESK.backToList }));
  fireEvent.click(screen.getByRole('button', { name: '更多' }));
  expect(menu().getByText(SUMMARY.scenarios[0]?.title ?? '')).toBeTruthy();
  for (const name of [DESK.pause, '换深色']) expect(menu().getByRole('button', { name }).textContent).toBe(name);
});
