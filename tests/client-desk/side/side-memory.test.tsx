/** What the side panel keeps of a tab that is left, and an operation's form of what was typed (RULES X40, X42, X46). */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { flushDrafts } from '#client/features/desk/model/drill-drafts.ts';
import type { ShopBody } from '#contract/bodies.ts';
import { onDesktop } from '#tests/client/fixtures/viewport.ts';
import { arrived, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { openPhone } from '#tests/client-desk/phone/on-phone.tsx';
import { SHOP } from '#tests/client-desk/shop.ts';
import { BUTTON } from '#tests/support/labels.ts';

const REMARK: ShopBody['actions'][number] = {
  ...{ id: 'remark', title: '备注', group: '订单', sends: false, done: '已记' },
  fields: [
    { name: 'note', title: '备注内容', kind: 'text', required: true, choices: [] },
    { name: 'tag', title: '标签', kind: 'text', required: false, choices: [] },
  ],
};
const WITH_REMARK: ShopBody = { ...SHOP, actions: [REMARK] };
const LOG = [
  OPENED,
  arrived('c1', 1000, '小鹿'),
  arrived('c2', 1100, '阿木'),
  said('c1', 5000, '在吗'),
  said('c2', 6000, '你好'),
];

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  onDesktop();
});

const tab = (name: string) => act(async () => fireEvent.click(screen.getByRole('tab', { name })));
const panel = () => screen.getByRole('tabpanel');
const scrollTo = (top: number) => {
  panel().scrollTop = top;
  fireEvent.scroll(panel());
};
const openSide = () => act(async () => fireEvent.click(screen.getByRole('button', { name: '订单与操作' })));
const go = (customer: string) => act(async () => useDeskUi.setState({ selected: customer, isSheetOpen: false }));
const note = () => screen.getByLabelText<HTMLTextAreaElement>('备注内容');

describe('[X40] each tab of the side panel', () => {
  it('comes back where it was, with its search and unfolded card, and a new one begins at its top', async () => {
    await openPhone(WITH_REMARK, LOG, '小鹿');
    await openSide();
    await tab('店规');
    const [card] = screen.getAllByRole('button', { expanded: false });
    if (card === undefined) throw new Error('no card');
    fireEvent.click(card);
    scrollTo(120);
    await tab('商品');
    expect(panel().scrollTop).toBe(0);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '没有这样的' } });
    scrollTo(30);
    await tab('店规');
    expect(panel().scrollTop).toBe(120);
    expect(screen.getAllByRole('button', { expanded: true })).toHaveLength(1);
    await tab('商品');
    expect(panel().scrollTop).toBe(30);
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('没有这样的');
    // Closed and opened again it is as it was; for another customer it is new.
    fireEvent.click(screen.getByRole('button', { name: BUTTON.close }));
    await openSide();
    expect(panel().scrollTop).toBe(30);
    await go('c2');
    await openSide();
    expect(panel().scrollTop).toBe(0);
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  });
});

describe('a note in an operation', () => {
  it('[X42] has lines of its own, and is sent by its button or Ctrl Enter', async () => {
    const server = await openPhone(WITH_REMARK, LOG, '小鹿');
    await openSide();
    await tab('操作');
    fireEvent.click(screen.getByRole('button', { name: '备注' }));
    expect(note().tagName).toBe('TEXTAREA');
    // What is a label is one line.
    expect(screen.getByLabelText(/标签/).tagName).toBe('INPUT');
    fireEvent.change(note(), { target: { value: '要顺丰\n周六前到' } });
    fireEvent.keyDown(note(), { key: 'Enter' });
    expect(server.commands('action:do')).toHaveLength(0);
    fireEvent.keyDown(note(), { key: 'Enter', ctrlKey: true, isComposing: true });
    expect(server.commands('action:do')).toHaveLength(0);
    fireEvent.keyDown(note(), { key: 'Enter', ctrlKey: true });
    expect(server.commands('action:do')[0]?.payload).toMatchObject({ with: { note: '要顺丰\n周六前到' } });
  });

  it('[X46] is there again after another tab, another customer and a reload, and gone once it was sent', async () => {
    const server = await openPhone(WITH_REMARK, LOG, '小鹿');
    const openForm = async () => {
      await openSide();
      await tab('操作');
      if (screen.queryByLabelText('备注内容') === null) fireEvent.click(screen.getByRole('button', { name: '备注' }));
    };
    await openForm();
    fireEvent.change(note(), { target: { value: '要顺丰' } });
    await tab('店规');
    await tab('操作');
    expect(note().value).toBe('要顺丰');
    await go('c2');
    await openForm();
    expect(note().value).toBe('');
    await go('c1');
    await openForm();
    expect(note().value).toBe('要顺丰');
    flushDrafts();
    cleanup();
    const again = await openPhone(WITH_REMARK, LOG, '小鹿');
    await openForm();
    expect(note().value).toBe('要顺丰');
    fireEvent.click(screen.getByRole('button', { name: '提交备注' }));
    await act(async () => again.commands('action:do')[0]?.answer({ ok: true, value: { seq: 9 } }));
    await tab('店规');
    await tab('操作');
    const [first] = screen.getAllByRole('button', { name: '备注' });
    act(() => first?.click());
    expect(note().value).toBe('');
    expect(server.commands('action:do')).toHaveLength(0);
  });
});
