/** Two customers by thumb: on a phone one is changed for the other without the list. */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { WireEvent } from '#contract/wire-events.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { mountDesk, onFreshDesk } from '#tests/client-desk/phone/mount-desk.tsx';
import { DESK } from '#tests/support/labels.ts';
import { arrived, OPENED, replied, said } from './fake-server.ts';

onFreshDesk();

const openDesk = (events: readonly WireEvent[], isPhone = true) => {
  if (isPhone) onPhone();
  else onDesktop();
  return mountDesk([OPENED, ...events], 40_000, false);
};
const TWO = [
  arrived('c1', 1000, '小鹿'),
  said('c1', 5000, '在吗'),
  arrived('c2', 2000, '小满'),
  said('c2', 20_000, '好了没'),
];
const switcher = () => screen.queryByRole('navigation', { name: '换客户' });
const button = (name: string) =>
  within(switcher() as HTMLElement).getByRole('button', { name: new RegExp(`^${name}`) });
const openThread = (name: string) => {
  const list = within(screen.getByRole('region', { name: DESK.list }));
  fireEvent.click(list.getByRole('button', { name: new RegExp(`^\\d? ?${name}`) }));
};
const field = () => screen.getByLabelText<HTMLTextAreaElement>(/^回复 /);

it('[N5] tells each customer’s wait and unread lines, leads to the other, and keeps both drafts', async () => {
  const server = await openDesk(TWO);
  openThread('小鹿');
  expect(button('小鹿').getAttribute('aria-current')).toBe('true');
  expect(button('小满').textContent).toMatch(/未读 1 条.*20 秒/);
  fireEvent.change(field(), { target: { value: '给小鹿的' } });
  fireEvent.click(button('小满'));
  expect(field().getAttribute('aria-label')).toBe('回复 小满');
  expect(field().value).toBe('');
  expect(button('小鹿').textContent).toContain('有没发的草稿');
  expect(button('小鹿').textContent).toMatch(/35 秒/);
  await act(async () => server.push(said('c1', 41_000, '人呢')));
  expect(button('小鹿').textContent).toContain('未读 1 条');
  fireEvent.change(field(), { target: { value: '给小满的' } });
  fireEvent.click(button('小鹿'));
  expect(field().value).toBe('给小鹿的');
  await act(async () => server.push(replied('c2', 42_000, '马上')));
  expect(button('小满').textContent).toMatch(/已回复.*有没发的草稿/);
});

it('tells of who left without a reply what the list, the search and the thread tell, and never that they were answered', async () => {
  const server = await openDesk(TWO);
  openThread('小鹿');
  await act(async () => server.push({ kind: 'status-changed', at: 42_000, conversation: 'c2', status: 'away' }));
  expect(button('小满').textContent).toMatch(/未读 1 条.*不在线，没回/);
  expect(button('小满').textContent).not.toContain('已回复');
  fireEvent.keyDown(document.body, { key: 'k', code: 'KeyK', ctrlKey: true });
  expect(screen.getByRole('option', { name: /^小满/ }).textContent).toContain('不在线，没回');
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape', code: 'Escape' });
  fireEvent.click(screen.getByRole('button', { name: DESK.backToList }));
  const list = within(screen.getByRole('region', { name: DESK.list }));
  expect(list.getByRole('button', { name: /^\d? ?小满/ }).textContent).toMatch(/不在线，没回.*未读 1 条/);
});

it('isn’t there for one customer, nor on a wide desk, and leaves out who has gone', async () => {
  const server = await openDesk(TWO.slice(0, 2));
  openThread('小鹿');
  expect(switcher()).toBeNull();
  await act(async () => server.push(arrived('c2', 41_000, '小满')));
  expect(switcher()).toBeTruthy();
  await act(async () => server.push({ kind: 'status-changed', at: 42_000, conversation: 'c2', status: 'closed' }));
  expect(switcher()).toBeNull();
  cleanup();
  await openDesk(TWO, false);
  expect(switcher()).toBeNull();
});

it('leaves the way to the longest wait where more customers are here than stand side by side', async () => {
  const others = ['c3', 'c4'].flatMap((key, i) => [arrived(key, 3000 + i, `客${i}`), said(key, 21_000 + i, '在吗')]);
  await openDesk([...TWO, ...others]);
  openThread('小满');
  expect(screen.getByRole('button', { name: /^先回 小鹿，等得最久/ })).toBeTruthy();
  cleanup();
  await openDesk(TWO);
  openThread('小满');
  expect(screen.queryByRole('button', { name: /等得最久/ })).toBeNull();
});

it('[X80] shows who was taken leave of as such: they take no place', async () => {
  const server = await openDesk([...TWO, replied('c2', 30_000, '再见')]);
  openThread('小鹿');
  expect(button('小满').textContent).toContain('已回复');
  await act(async () => server.push({ kind: 'leave-taken', at: 41_000, conversation: 'c2' }));
  expect(button('小满').textContent).toContain('已说完');
});
