/** What is written while a conversation goes from a group to a private chat. */
import '#client/app/i18n.ts';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { ActionCard, type ActionItem } from '#client/drill/thread/action-card.tsx';
import { selectConversation } from '#client/features/desk/model/desk-ui.ts';
import { loadParts } from '#client/lib/later.tsx';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { mountDesk, onFreshDesk } from '#tests/client-desk/phone/mount-desk.tsx';
import { SHOP } from '#tests/client-desk/shop.ts';

onFreshDesk();

const inGroup: WireEvent = { ...said('c1', 9000, '谁家的橙子烂了'), place: 'group' } as WireEvent;
const moves = said('c1', 25_500, '我来私聊了');
let server: Awaited<ReturnType<typeof mountDesk>>;
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^回复/ });
const write = (value: string) => fireEvent.change(field(), { target: { value } });
const enter = () => fireEvent.keyDown(field(), { key: 'Enter' });
const sent = () => server.commands('message:send').map(({ payload }) => payload.text);
const push = (event: WireEvent) => act(async () => server.push(event));

describe('[X68] a reply begun in the group', () => {
  beforeEach(async () => {
    server = await mountDesk([OPENED, arrived('c1', 8000), inGroup], 10_000);
    await act(async () => selectConversation('c1'));
    await act(async () => loadParts());
  });

  it('is not sent to the private chat before its trainee has been asked', async () => {
    write('各位拍照发我');
    await push(moves);
    enter();
    expect(sent()).toEqual([]);
    expect(screen.getByText('这句是在群里写的，客户现在不在群里说了。')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '发到私聊' }));
    expect(sent()).toEqual(['各位拍照发我']);
    // The next one is begun there.
    write('您这箱我给您补');
    enter();
    expect(sent()).toHaveLength(2);
  });

  it('is one of the private chat once it was read again', async () => {
    write('各位拍照发我');
    await push(moves);
    enter();
    fireEvent.click(screen.getByRole('button', { name: '改一改' }));
    expect(screen.queryByText(/这句是在群里写的/)).toBeNull();
    expect(document.activeElement).toBe(field());
    write('您拍照发我');
    enter();
    expect(sent()).toEqual(['您拍照发我']);
  });

  it('is sent as ever where the customer stays in the group', () => {
    write('各位拍照发我');
    enter();
    expect(sent()).toEqual(['各位拍照发我']);
  });
});

it('[X69] a notice that was pinned is not called sent to the customer', () => {
  const item = (action: string): ActionItem => ({
    ...{ kind: 'action', seq: 1, at: 1, round: null, id: 'a', action, title: '置顶公告', sends: true, result: [] },
    ...{ fieldValues: { note: '坏果包赔' }, lines: [] },
  });
  const { rerender } = render(<ActionCard item={item('pin-notice')} shop={SHOP} orders={[]} />);
  expect(screen.getByText('已置顶')).toBeTruthy();
  expect(screen.queryByText('已发给客户')).toBeNull();
  rerender(<ActionCard item={item('send-coupon')} shop={SHOP} orders={[]} />);
  expect(screen.getByText('已发给客户')).toBeTruthy();
});
