/** On a phone: goods and rules before anybody is here, long quick replies, and a conversation that is over. */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { saveDraft } from '#client/features/desk/model/drill-drafts.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { onDesktop } from '#tests/client/fixtures/viewport.ts';
import { arrived, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { SHOP } from '#tests/client-desk/shop.ts';
import { BUTTON, DESK } from '#tests/support/labels.ts';
import { openPhone } from './on-phone.tsx';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  onDesktop();
  vi.restoreAllMocks();
});

const closed = (conversation: string, at: number): WireEvent => ({
  ...{ kind: 'status-changed', at, conversation, status: 'closed' },
});
const look = () => fireEvent.click(screen.getByRole('button', { name: '看商品和店规' }));

it('[X43] leads to goods and rules while no customer is here, and from 更多 at any time', async () => {
  const server = await openPhone(SHOP, [OPENED], null);
  await act(async () => look());
  expect(screen.getByRole('tab', { name: '店规' })).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: BUTTON.close }));
  await act(async () => server.push(arrived('c1', 1000, '小鹿')));
  expect(screen.queryByRole('button', { name: '看商品和店规' })).toBeNull();
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '更多' })));
  await act(async () => look());
  expect(screen.getByRole('tab', { name: '店规' })).toBeTruthy();
});

it('[X45] a closed conversation has no field: it says why, who waits, and what was not sent', async () => {
  const server = await openPhone(
    SHOP,
    [
      OPENED,
      arrived('c1', 1000, '小鹿'),
      arrived('c2', 1100, '阿木'),
      said('c1', 5000, '在吗'),
      said('c2', 6000, '你好'),
    ],
    '小鹿',
  );
  saveDraft('c1', '马上帮您');
  await act(async () => server.push(closed('c1', 8000)));
  expect(screen.queryByRole('textbox', { name: /小鹿/ })).toBeNull();
  const foot = within(screen.getByRole('region', { name: '这位的对话结束了' }));
  expect(foot.getByText('不能再发消息。阿木 等得最久，先去回。')).toBeTruthy();
  expect(foot.getByText('没发出去的话：马上帮您')).toBeTruthy();
  fireEvent.click(foot.getByRole('button', { name: '去回 阿木' }));
  expect(screen.getByRole('textbox', { name: '回复 阿木' })).toBeTruthy();
  await act(async () => server.push(closed('c2', 9000)));
  // Nobody else is to come in this drill: what it says is true.
  expect(screen.getByText(/^都接完了，\d+ 秒后结束。$/)).toBeTruthy();
  expect(screen.getByRole('button', { name: '看列表' })).toBeTruthy();
});

it('[X44] shortens a long quick reply, which nothing sends until it was unfolded', async () => {
  const long = '亲，您要的这款是预售，'.repeat(20);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function (this: HTMLElement) {
    return this.title === long ? 300 : 20;
  });
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(60);
  const [first] = SHOP.quickReplies;
  if (first === undefined) throw new Error('no quick reply');
  const shop = { ...SHOP, quickReplies: [first, { ...first, id: 'long', code: 'ys', title: '预售', text: long }] };
  const server = await openPhone(shop, [OPENED, arrived('c1', 1000, '小鹿'), said('c1', 5000, '在吗')], '小鹿');
  await act(async () => fireEvent.click(screen.getByRole('button', { name: '快捷短语' })));
  const [short, folded] = screen.getAllByRole('row').map((row) => within(row));
  expect(short?.getByRole('button', { name: DESK.sendAsIs })).toBeTruthy();
  expect(short?.queryByRole('button', { name: '展开' })).toBeNull();
  expect(folded?.queryByRole('button', { name: DESK.sendAsIs })).toBeNull();
  fireEvent.click(folded?.getByRole('button', { name: '展开' }) as HTMLElement);
  expect(folded?.getByTitle(long).className).not.toContain('line-clamp');
  fireEvent.click(folded?.getByRole('button', { name: DESK.sendAsIs }) as HTMLElement);
  expect(server.commands('message:send')[0]?.payload).toMatchObject({ text: long });
});
