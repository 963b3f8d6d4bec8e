import { afterEach, describe, expect, it } from 'vitest';
import {
  checkForm,
  initialValues,
  parseMoney,
  productChoices,
  skuChoices,
  withOrderSum,
} from '#client/drill/model/desk-fields.ts';
import { customerKey, deskKey } from '#client/drill/model/desk-keys.ts';
import { syncClock } from '#client/drill/model/drill-clock.ts';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { emptyView } from '#client/drill/model/drill-view.ts';
import {
  findQuickReplies,
  quickReplyQuery,
  splitAtMatch,
  unfilledVariables,
} from '#client/drill/model/quick-replies.ts';
import { threadRows } from '#client/drill/model/thread-rows.ts';
import {
  forgetAnatomy,
  noteKeys,
  noteLookedUp,
  notePanel,
  notePanelsShown,
  noteSeen,
  takeAnatomy,
  textChange,
} from '#client/features/desk/model/desk-anatomy.ts';
import { resetDeskUi, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { newCommandId } from '#client/features/desk/model/drill-ids.ts';
import { initialDrill, useDrill } from '#client/features/desk/model/drill-store.ts';
import type { WireEvent, WireOrder } from '#contract/wire-events.ts';
import { arrived, OPENED, replied, said } from './fake-server.ts';
import { SHOP } from './shop.ts';

const fold = (events: readonly WireEvent[]) =>
  events.reduce((view, event, i) => foldDrill(view, event, i + 1), emptyView);

describe('quick replies', () => {
  it('open with a slash, or with the sign an IME makes of that key', () => {
    expect(['/', '/xh', '、xh', '在的', ' /x', '/a\nb'].map(quickReplyQuery)).toEqual([
      '',
      'xh',
      'xh',
      null,
      null,
      null,
    ]);
  });
  it('are found by code, title and text, the code first, and by the letters typed so far into an IME', () => {
    const ids = (query: string) => findQuickReplies(SHOP.quickReplies, query).map((phrase) => phrase.id);
    expect(ids('')).toHaveLength(3);
    expect(ids('xh')).toEqual(['sf1']);
    expect(ids("x'h")).toEqual(['sf1']);
    expect(ids('m j')).toEqual(['sf25']);
    expect(ids('满减')).toEqual(['sf25']);
    expect(ids('现货')).toEqual(['sf1']);
    expect(ids('您说')).toEqual(['sf13']);
    expect(ids('zzz')).toEqual([]);
  });
  it('show the characters that were found and the gaps that are unfilled', () => {
    expect(splitAtMatch('满减叠券', '叠').map((part) => [part.text, part.isMatch])).toEqual([
      ['满减', false],
      ['叠', true],
      ['券', false],
    ]);
    expect(unfilledVariables('这双{尺码}有{数量}件').map((part) => [part.text, part.start])).toEqual([
      ['{尺码}', 2],
      ['{数量}', 7],
    ]);
    expect(unfilledVariables('没有 {} 也没有')).toEqual([]);
  });
});

describe('action forms', () => {
  it('read money as people write it', () => {
    expect(['12', '12.5', '12.50', '¥159.00', '￥ 8', '0.01', '1.234', 'abc', '-1', ''].map(parseMoney)).toEqual([
      1200,
      1250,
      1250,
      15_900,
      800,
      1,
      null,
      null,
      null,
      null,
    ]);
  });
  it('send cents, leave out empty fields, and say which field is missing or wrong', () => {
    const [refund] = SHOP.actions;
    if (refund === undefined) throw new Error('no action');
    expect(checkForm(refund, { amount: '91.9', order: '' })).toEqual({ ok: true, payload: { amount: 9190 } });
    expect(checkForm(refund, { order: 'o1' })).toEqual({ ok: false, missing: ['金额'], invalid: [] });
    expect(checkForm(refund, { amount: '九十' })).toEqual({ ok: false, missing: [], invalid: ['amount'] });
  });
  it('[X115] for the whole order start with what was paid for it', () => {
    const paid = { id: 'o1', status: 'signed', paidOn: '11-06 19:41', total: 2790, items: [] } as unknown as WireOrder;
    const [partial] = SHOP.actions;
    if (partial === undefined) throw new Error('no action');
    const full = { ...partial, id: 'refund-full' };
    expect(initialValues(full, [paid], {})).toEqual({ order: 'o1', amount: '27.90' });
    expect(initialValues(full, [paid], { amount: '5' }).amount).toBe('5');
    expect(initialValues(partial, [paid], {})).toEqual({ order: 'o1' });
    expect(initialValues(full, [{ ...paid, status: 'unpaid', paidOn: null } as WireOrder], {})).toEqual({
      order: 'o1',
    });
    const orders = [paid, { ...paid, id: 'o2', total: 100 }];
    expect(withOrderSum(full, orders, { order: 'o2', amount: '' }, {})).toEqual({ order: 'o2', amount: '1.00' });
    expect(withOrderSum(full, orders, { order: 'o1', amount: '1.00' }, { order: 'o2' }).amount).toBe('27.90');
    expect(withOrderSum(full, orders, { order: 'o1', amount: '9' }, { order: 'o2' }).amount).toBe('9');
  });
  it('start with the customer’s only order, and offer the products bought in it first', () => {
    const order = { id: 'o1', items: [{ product: 's04' }] } as unknown as WireOrder;
    const [refund] = SHOP.actions;
    if (refund === undefined) throw new Error('no action');
    expect(initialValues(refund, [order], {})).toEqual({ order: 'o1' });
    expect(initialValues(refund, [order, order], {})).toEqual({});
    expect(productChoices(SHOP, [order]).map((choice) => choice.value)).toEqual(['s04', 's01']);
    expect(skuChoices(SHOP, [order], {}).map((choice) => choice.value)).toEqual(['S', 'M']);
    expect(skuChoices(SHOP, [order], { product: 's01' }).map((choice) => choice.value)).toEqual(['39', '39.5']);
    expect(skuChoices(SHOP, [], {})).toHaveLength(4);
  });
});

describe('keys of the desk', () => {
  const press = (code: string, over: Partial<Parameters<typeof deskKey>[0]> = {}) => ({
    code,
    key: '',
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    ...over,
  });
  it('[X116] are known by the key’s place on the keyboard', () => {
    expect(deskKey(press('Digit1', { altKey: true }), true)).toEqual({ command: 'conversation', index: 0 });
    expect(deskKey(press('Digit0', { altKey: true }), true)).toEqual({ command: 'conversation', index: 9 });
    // The list of a rush has twelve places.
    expect(deskKey(press('Minus', { altKey: true }), true)).toEqual({ command: 'conversation', index: 10 });
    expect(deskKey(press('Equal', { altKey: true }), true)).toEqual({ command: 'conversation', index: 11 });
    expect([0, 8, 9, 10, 11, 12, -1].map(customerKey)).toEqual(['1', '9', '0', '-', '=', null, null]);
    expect(deskKey(press('ArrowDown', { altKey: true }), true)).toEqual({ command: 'longest' });
    expect(deskKey(press('ArrowLeft', { altKey: true }), true)).toEqual({ command: 'tab', step: -1 });
    expect(deskKey(press('F6', { shiftKey: true }), true)).toEqual({ command: 'pane', step: -1 });
    expect(deskKey(press('Digit1'), true)).toBeNull();
    expect(deskKey(press('KeyA', { altKey: true, ctrlKey: true }), true)).toBeNull();
  });
  it('leave ? to a text field', () => {
    expect(deskKey(press('Slash', { shiftKey: true }), true)).toBeNull();
    expect(deskKey(press('Slash', { shiftKey: true }), false)).toEqual({ command: 'help' });
  });
  it('belong to the IME while it composes', () => {
    expect(deskKey(press('Escape', { isComposing: true }), true)).toBeNull();
    expect(deskKey(press('Escape', { keyCode: 229 }), true)).toBeNull();
  });
});

describe('rows of a thread', () => {
  const rows = (events: readonly WireEvent[]) => {
    const conversation = fold([OPENED, arrived('c1', 1), ...events]).conversations.c1;
    return conversation === undefined
      ? []
      : threadRows(conversation).map((row) => [row.kind, row.bracket?.part ?? null]);
  };
  const remark: WireEvent = {
    kind: 'action-done',
    at: 3000,
    conversation: 'c1',
    id: 'a1',
    action: 'remark',
    title: '备注',
    with: {},
    sends: false,
    result: [],
    orders: [],
  };
  it('bracket a round from the customer’s first line to the reply, with the rows between', () => {
    expect(
      rows([
        said('c1', 1000, '在吗'),
        said('c1', 2000, '急'),
        remark,
        replied('c1', 9000, '在'),
        replied('c1', 9500, '您说'),
      ]),
    ).toEqual([
      ['note', null],
      ['burst', 'start'],
      ['note', 'middle'],
      ['reply', 'end'],
      ['reply', null],
    ]);
  });
  it('bracket an open round down to the last row', () => {
    expect(rows([said('c1', 1000, '在吗')]).at(-1)).toEqual(['burst', 'whole']);
    expect(rows([said('c1', 1000, '在吗'), remark]).at(-1)).toEqual(['note', 'end']);
  });
  it('end the bracket of an unanswered round where the customer left', () => {
    const away: WireEvent = { kind: 'status-changed', at: 90_000, conversation: 'c1', status: 'away' };
    expect(rows([said('c1', 1000, '在吗'), away])).toEqual([
      ['note', null],
      ['burst', 'start'],
      ['note', 'end'],
    ]);
  });
});

describe('anatomy of a reply', () => {
  afterEach(() => {
    forgetAnatomy();
    useDrill.setState(initialDrill);
  });
  it('is measured from the beginning of the round, and starts afresh with the next round', () => {
    useDrill.setState({ view: fold([OPENED, arrived('c1', 1), said('c1', 1000, '在吗')]) });
    const at = (now: number) => syncClock(now, false);
    at(3000);
    noteSeen('c1');
    at(5000);
    noteLookedUp('c1', 's01');
    at(8000);
    noteKeys('c1', 2, 0);
    at(9000);
    noteKeys('c1', 3, 1);
    noteSeen('c1');
    expect(takeAnatomy('c1')).toEqual({
      seenMs: 2000,
      lookedUp: [{ card: 's01', ms: 4000 }],
      firstKeyMs: 7000,
      typed: 5,
      deleted: 1,
    });
    expect(takeAnatomy('c1')).toEqual({ seenMs: null, lookedUp: [], firstKeyMs: null, typed: 0, deleted: 0 });
  });
  it('notes a panel that was looked into once, and the panel of actions never', () => {
    useDrill.setState({ view: fold([OPENED, arrived('c1', 1), said('c1', 1000, '在吗')]) });
    syncClock(3000, false);
    notePanel('c1', 'orders');
    syncClock(5000, false);
    notePanel('c1', 'orders');
    notePanel('c1', 'actions');
    useDeskUi.setState({ selected: 'c1', tab: 'orders' });
    const stop = notePanelsShown();
    useDeskUi.setState({ tab: 'policies' });
    stop();
    useDeskUi.setState({ tab: 'products' });
    expect(takeAnatomy('c1')?.lookedUp).toEqual([
      { card: 'panel:orders', ms: 2000 },
      { card: 'panel:policies', ms: 4000 },
    ]);
    resetDeskUi();
  });
  it('is null while no customer waits', () => {
    useDrill.setState({ view: fold([OPENED, arrived('c1', 1)]) });
    noteSeen('c1');
    expect(takeAnatomy('c1')).toBeNull();
  });
  it('counts the characters a change added and removed', () => {
    expect(textChange('在的', '在的亲')).toEqual({ added: 1, removed: 0 });
    expect(textChange('在的亲', '在亲')).toEqual({ added: 0, removed: 1 });
    expect(textChange('aaa', 'aaaa')).toEqual({ added: 1, removed: 0 });
    expect(textChange('你好', '您好')).toEqual({ added: 1, removed: 1 });
  });
});

describe('ids of commands', () => {
  it('are new each time, without crypto.randomUUID', () => {
    const ids = new Set(Array.from({ length: 200 }, newCommandId));
    expect(ids.size).toBe(200);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
  });
});
