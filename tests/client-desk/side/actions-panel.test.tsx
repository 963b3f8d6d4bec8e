import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { type ConversationView, emptyView } from '#client/drill/model/drill-view.ts';
import { useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { ActionsPanel } from '#client/features/desk/side/actions-panel.tsx';
import { noteActionDone } from '#client/features/desk/side/recent-actions.ts';
import { forgetSide } from '#client/features/desk/side/side-memory.ts';
import type { ShopBody } from '#contract/bodies.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { arrived, OPENED } from '#tests/client-desk/fake-server.ts';
import { SHOP } from '#tests/client-desk/shop.ts';

const operation = (id: string, title: string, group: string, sends = false): ShopBody['actions'][number] => ({
  ...{ id, title, group, sends, done: '做好了', fields: [] },
});
const MANY: ShopBody = {
  ...SHOP,
  actions: [
    operation('send-product', '商品卡', '商品', true),
    operation('remark', '备注', '订单'),
    operation('change-address', '改地址', '订单'),
    operation('ticket', '建工单', '跟进'),
  ],
};
const conversation = [OPENED, arrived('c1', 1000, '小鹿')].reduce(
  (view, event, seq) => foldDrill(view, event, seq),
  emptyView,
).conversations.c1 as ConversationView;
const open = () => render(<ActionsPanel conversation={conversation} shop={MANY} />);
const groups = () => screen.getAllByRole('region').map((one) => one.getAttribute('aria-label'));
const search = () => screen.getByRole('searchbox', { name: '搜操作' });

beforeEach(() => {
  localStorage.clear();
  useDeskUi.setState({ form: null });
  forgetSide();
});
afterEach(cleanup);

describe('the operations of a desk', () => {
  it('stand by kind, and what was done last before them, the latest first', () => {
    open();
    expect(groups()).toEqual(['商品', '订单', '跟进']);
    cleanup();
    for (const id of ['ticket', 'change-address', 'gone', 'ticket']) noteActionDone(id);
    open();
    expect(groups()).toEqual(['最近', '商品', '订单', '跟进']);
    const recent = within(screen.getByRole('region', { name: '最近' }));
    expect(recent.getAllByRole('button').map((one) => one.textContent)).toEqual(['建工单', '改地址']);
  });

  it('[X108] begin on a phone with the group in which somebody’s safety is reported', () => {
    const urgent = { ...MANY, actions: [...MANY.actions, operation('safety-report', '安全上报', '升级')] };
    render(<ActionsPanel conversation={conversation} shop={urgent} />);
    expect(groups().at(-1)).toBe('升级');
    cleanup();
    onPhone();
    noteActionDone('ticket');
    render(<ActionsPanel conversation={conversation} shop={urgent} />);
    expect(groups()).toEqual(['升级', '最近', '商品', '订单', '跟进']);
    onDesktop();
  });

  it('are found by a word of title or kind, and Enter opens the first', () => {
    noteActionDone('ticket');
    open();
    fireEvent.change(search(), { target: { value: '订单' } });
    expect(groups()).toEqual(['订单']);
    fireEvent.submit(search());
    expect(screen.getByRole('form', { name: '备注' })).toBeTruthy();
    fireEvent.change(search(), { target: { value: '没有这样的' } });
    expect(screen.getByText('没有找到「没有这样的」')).toBeTruthy();
    // What is being filled in stays, wherever the search has gone.
    expect(screen.getByRole('form', { name: '备注' })).toBeTruthy();
  });

  it('say which send the customer a card, and have one form however often they stand there', () => {
    noteActionDone('remark');
    open();
    expect(screen.getByRole('button', { name: '商品卡' }).getAttribute('title')).toBe('会发一张卡片给客户');
    const [first] = screen.getAllByRole('button', { name: '备注' });
    act(() => first?.click());
    expect(screen.getAllByRole('form')).toHaveLength(1);
  });

  it('[X118] say of a notice that it goes to the group and not to the customer', () => {
    const notice = { ...MANY.actions.find(({ id }) => id === 'send-product'), id: 'pin-notice', title: '置顶公告' };
    const shop = { ...MANY, actions: [...MANY.actions, notice as ShopBody['actions'][number]] };
    render(<ActionsPanel conversation={conversation} shop={shop} />);
    const button = screen.getByRole('button', { name: '置顶公告' });
    expect(button.getAttribute('title')).toBe('置顶给群里、公屏看，不发给客户本人');
    act(() => button.click());
    expect(screen.getByRole('form', { name: '置顶公告' }).textContent).toContain('不发给客户本人');
    expect(screen.getByRole('button', { name: '商品卡' }).getAttribute('title')).toBe('会发一张卡片给客户');
  });

  it('[X100] open no more once the conversation is over, and say so; what was half filled in stays to be read', () => {
    const note = {
      name: 'text',
      title: '内容',
      kind: 'text',
      required: true,
    } as ShopBody['actions'][number]['fields'][0];
    const shop = { ...MANY, actions: MANY.actions.map((one) => ({ ...one, fields: [note] })) };
    const panel = (status: ConversationView['status']) => (
      <ActionsPanel conversation={{ ...conversation, status }} shop={shop} />
    );
    const { rerender } = render(panel('active'));
    act(() => screen.getByRole('button', { name: '备注' }).click());
    fireEvent.change(screen.getByRole('textbox', { name: /内容/ }), { target: { value: '等快递回话' } });
    rerender(panel('closed'));
    expect(screen.getByRole('status').textContent).toBe('会话已结束');
    const field = screen.getByRole('textbox', { name: /内容/ });
    expect((field as HTMLTextAreaElement).value).toBe('等快递回话');
    expect(field.closest('fieldset')?.disabled).toBe(true);
    const other = screen.getByRole('button', { name: '改地址' });
    expect([other.matches(':disabled'), other.title]).toEqual([true, '会话已结束']);
    // From an order, a product or the palette, too.
    act(() => useDeskUi.setState({ form: { action: 'ticket', preset: {} } }));
    expect(screen.queryByRole('form')).toBeNull();
    fireEvent.change(search(), { target: { value: '建工单' } });
    fireEvent.submit(search());
    expect(screen.queryByRole('form')).toBeNull();
  });
});
