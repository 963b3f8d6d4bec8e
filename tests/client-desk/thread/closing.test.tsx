/** 结束会话: offered once the last words are out, and why not before. */
import '#client/app/i18n.ts';
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { useToasts } from '#client/ui/layout/toast-store.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { mountDesk, onFreshDesk } from '#tests/client-desk/phone/mount-desk.tsx';
import { DESK } from '#tests/support/labels.ts';

onFreshDesk();

const push = (server: Awaited<ReturnType<typeof mountDesk>>, event: WireEvent) => act(async () => server.push(event));

it('[X61] [X66] offers the closing button only when the story is over, and says so once the last words are there', async () => {
  const server = await mountDesk([OPENED, arrived('c1', 8000, '小鹿'), said('c1', 9000, '在吗')], 10_000, false);
  expect(screen.queryByRole('button', { name: DESK.close })).toBeNull();
  await push(server, { kind: 'story-over', at: 12_000, conversation: 'c1', rating: 5, shownAt: 15_000 });
  // Between two bubbles of the last words nobody types, and still they are to come.
  await act(async () => server.typing('c1', 14_000, 15_000));
  expect(screen.queryByText(/客户没有别的话了/)).toBeNull();
  expect(screen.queryByRole('button', { name: DESK.close })).toBeNull();
  fireEvent.keyDown(document.body, { key: 'e', code: 'KeyE', altKey: true });
  expect(useToasts.getState().toasts.at(-1)?.text).toContain('说完再结束会话');
  expect(server.commands('conversation:close')).toHaveLength(0);
  await push(server, said('c1', 15_000, '谢谢'));
  expect(screen.getByText(/客户没有别的话了/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: DESK.close }));
  expect(server.commands('conversation:close')[0]?.payload).toMatchObject({ conversation: 'c1' });
});

it('[X45] on a wide desk, too, the last conversation has no field once it is closed, and says when the drill ends', async () => {
  const alone = { ...OPENED, customers: 1 } as WireEvent;
  const server = await mountDesk([alone, arrived('c1', 8000, '小鹿'), said('c1', 9000, '在吗')], 10_000, false);
  expect(screen.getByRole('textbox', { name: '回复 小鹿' })).toBeTruthy();
  await push(server, { kind: 'status-changed', at: 10_000, conversation: 'c1', status: 'closed' });
  expect(screen.queryByRole('textbox', { name: '回复 小鹿' })).toBeNull();
  const foot = screen.getByRole('region', { name: '这位的对话结束了' });
  expect(foot.textContent).toMatch(/都接完了，\d+ 秒后结束。/);
});

it('[X95] says that the customer has just answered, or that a picture is owed, and asks for no goodbye then', async () => {
  const server = await mountDesk([OPENED, arrived('c1', 8000, '小鹿'), said('c1', 9000, '在吗')], 10_000, false);
  const over = { kind: 'story-over', conversation: 'c1', rating: 5 } as const;
  await push(server, { ...over, at: 10_000, waits: 'word' });
  expect(screen.getByText('0:10 客户回了你的话，还没有别的问题。')).toBeTruthy();
  await push(server, { ...over, at: 10_500, again: true, waits: 'picture' });
  expect(screen.getByText('0:10 客户没有别的话了，图还没传来。')).toBeTruthy();
  expect(screen.queryByText(/道个别/)).toBeNull();
});
