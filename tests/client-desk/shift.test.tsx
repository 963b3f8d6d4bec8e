/** The desk while the shop changes under it, and at the end of a shift: who is left, a line for each, skipping it. */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import { loadParts } from '#client/lib/later.tsx';
import type { WireEvent, WireOrder } from '#contract/wire-events.ts';
import { onDesktop } from '#tests/client/fixtures/viewport.ts';
import { DESK } from '#tests/support/labels.ts';
import { arrived, fakeServer, OPENED, replied, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

const { customers: _, ...UNCOUNTED } = OPENED as Extract<WireEvent, { kind: 'drill-opened' }>;
const RUSH = {
  ...UNCOUNTED,
  rush: {
    ...{ profile: 'd618', level: 2, minutes: 1, dial: false, capacity: 3 },
    ...{ closingMs: 300_000, colleagueAfterMs: 90_000, greeting: null },
    handover: { leastMs: 60_000, eachMs: 15_000, mostMs: 180_000 },
  },
} as const satisfies WireEvent;
const RUSH_SUMMARY = {
  ...SUMMARY,
  scenarios: [],
  rush: { profile: 'd618', profileName: '618', level: 2, minutes: 1, dial: false, capacity: 3, shop: 'suibu' },
};

const ORDER: WireOrder = {
  ...{ id: 'o1', no: '…1001', status: 'paid', placed: null, paidOn: null, shippedOn: null, signedOn: null },
  ...{ receiver: null, phone: null, address: null, insured: false, items: [], gifts: [], off: [], total: 100 },
};

let fake = fakeServer();
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const push = (event: WireEvent) => act(async () => fake.server.push(event));
const open = async (...events: WireEvent[]) => {
  fake = fakeServer();
  fake.server.log.push(RUSH, ...events);
  fake.server.now = 70_000;
  const { transport, server } = fake;
  render(
    <MemoryRouter>
      <Desk id="d1" createTransport={() => transport} />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await pass(1);
};
const openTwo = () =>
  open(
    ...[arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗'), arrived('c2', 3000, '阿木'), said('c2', 4000, '几点发')],
    { kind: 'rush-over', at: 60_000 },
    { kind: 'shift-over', at: 69_000, until: 129_000 },
  );
const dialog = () => screen.getByRole('dialog');
const notes = () =>
  fake.server.commands('conversation:transfer').map(({ payload }) => [payload.conversation, payload.note]);
const accept = (name: 'conversation:transfer' | 'drill:end') =>
  act(async () => fake.server.commands(name).at(-1)?.answer({ ok: true, value: {} }));
const write = (name: string, note: string) =>
  fireEvent.change(within(dialog()).getByRole('textbox', { name }), { target: { value: note } });

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  localStorage.clear();
  forgetLoaded();
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : RUSH_SUMMARY }))),
  );
  window.happyDOM.setViewport({ width: 1440, height: 900 });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  onDesktop();
});

it('[Q70] the goods panel and the strip follow the shop from the change on', async () => {
  await open(arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗'));
  fireEvent.mouseDown(screen.getByRole('tab', { name: '商品' }), { button: 0 });
  const panel = () => screen.getByRole('tabpanel').textContent ?? '';
  expect(panel()).toContain('459');
  await push({
    ...{ kind: 'shop-changed', at: 71_000, what: 'offer-begun', shop: 'suibu', product: 's01', stock: null },
    ...{ price: 42_900, text: '「逐峰3限时立减30元」开始了' },
  });
  expect(panel()).toContain('429');
  expect(panel()).toContain('原来 ¥459');
  expect(screen.getAllByText('「逐峰3限时立减30元」开始了').length).toBeGreaterThan(0);
  await push({
    ...{ kind: 'shop-changed', at: 72_000, what: 'sold-out', shop: 'suibu', product: 's01', price: null },
    ...{ stock: 0, text: '逐峰3卖完了' },
  });
  // The strip has what holds now, and what was before at a press: nothing is told twice.
  expect(screen.queryByText(/逐峰3限时立减30元/)).toBeNull();
  expect(screen.getAllByText('逐峰3卖完了')).toHaveLength(1);
  fireEvent.click(screen.getByRole('button', { name: /^店铺公告 2/ }));
  expect(screen.getByText(/逐峰3限时立减30元/)).toBeTruthy();
  fireEvent.click(screen.getByText(/逐峰3 缓震跑鞋/));
  expect(panel()).toContain('卖完了');
  expect(panel()).toContain('429');
});

it('[Q70] a card in the thread keeps the stock of when it was sent', async () => {
  const bubble = { kind: 'product', product: 's01', name: '逐峰3 缓震跑鞋', price: 45_900 } as const;
  const card = (at: number): WireEvent => ({
    ...{ kind: 'customer-said', at, conversation: 'c1', id: `card${at}`, bubble },
  });
  await open(arrived('c1', 1000, '小鹿'), card(2000));
  const log = () => screen.getByRole('log').textContent ?? '';
  expect(log()).toContain('库存 12');
  await push({
    ...{ kind: 'shop-changed', at: 71_000, what: 'sold-out', shop: 'suibu', product: 's01', price: null },
    ...{ stock: 0, text: '逐峰3卖完了' },
  });
  expect(log()).toContain('库存 12');
  await push(card(73_000));
  expect(log()).toContain('库存 0');
  expect(log()).toContain('库存 12');
});

it('[Q71] asks for a line for each who is left, with nothing written, and the time that is left', async () => {
  await openTwo();
  expect(dialog().textContent).toContain('还剩 0:59');
  const fields = within(dialog()).getAllByRole('textbox');
  expect(fields.map((field) => (field as HTMLTextAreaElement).value)).toEqual(['', '']);
  expect(dialog().textContent).toContain('最后说的：几点发');
  expect(within(dialog()).getByRole('button', { name: '交出去' }).hasAttribute('disabled')).toBe(true);
  expect(document.activeElement).toBe(fields[0]);
  await pass(10_000);
  expect(dialog().textContent).toContain('还剩 0:49');
});

it('[Q71] sends what is written, one after the other, and ends the shift where somebody has none', async () => {
  await openTwo();
  write('小鹿', ' 小鹿问在不在 ');
  fireEvent.click(within(dialog()).getByRole('button', { name: '交出去' }));
  await pass(1);
  expect(notes()).toEqual([['c1', '小鹿问在不在']]);
  await accept('conversation:transfer');
  await push({ kind: 'conversation-transferred', at: 75_000, conversation: 'c1', note: '小鹿问在不在' });
  await pass(1);
  expect(fake.server.commands('drill:end')).toHaveLength(1);
});

it('[Q71] is skipped with one press, and what is written when the time is over is sent all the same', async () => {
  await openTwo();
  fireEvent.click(within(dialog()).getByRole('button', { name: '跳过' }));
  await pass(1);
  expect(fake.server.commands('drill:end')).toHaveLength(1);
  expect(notes()).toEqual([]);
  cleanup();
  await openTwo();
  write('阿木', '阿木问几点发');
  await pass(55_000);
  expect(notes()).toEqual([]);
  await pass(3000);
  expect(notes()).toEqual([['c2', '阿木问几点发']]);
});

it('[M130] says that the shift is over where its handover ended it, and that time is up where the clock did', async () => {
  await openTwo();
  await push({ kind: 'drill-ended', at: 75_000, why: 'time' });
  expect(screen.getByText(/这一班结束了。/)).toBeTruthy();
  cleanup();
  await openTwo();
  await push({ kind: 'drill-ended', at: 129_000, why: 'time' });
  expect(screen.getByText(/时间到了。/)).toBeTruthy();
});

it('[V6] shows the flags of who is left beside their line', async () => {
  await openTwo();
  await push({
    ...{ kind: 'action-done', at: 69_500, conversation: 'c1', id: 'a1', action: 'remark', title: '备注', with: {} },
    ...{ sends: false, result: [] },
    orders: [{ ...ORDER, remark: { note: '换码', flag: 'purple' } }],
  });
  expect(within(dialog()).getByTitle('紫旗')).toBeTruthy();
});

it('[Q71] says before the end that notes on who is left come first, and for how long', async () => {
  await open(
    ...[arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗'), arrived('c2', 3000, '阿木'), said('c2', 4000, '几点发')],
    { kind: 'rush-over', at: 60_000 },
  );
  fireEvent.click(screen.getByRole('button', { name: DESK.end }));
  expect(dialog().textContent).toContain(
    '还有 2 位要交给下一班。结束之后不能再回复，先有 60 秒给他们写交接，再出报告。',
  );
  expect(dialog().textContent).not.toContain('马上出报告');
});

it('[Q71] says that the report comes at once where no notes are taken', async () => {
  await open(arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗'));
  fireEvent.click(screen.getByRole('button', { name: DESK.end }));
  expect(dialog().textContent).toContain('马上出报告');
});

it('[Q87] a promise that runs stands beside the note to the next shift, and asks for no word any more', async () => {
  await open(
    ...[arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗'), arrived('c2', 3000, '阿木'), said('c2', 4000, '几点发')],
    replied('c1', 10_000, '我查一下，1分钟内回您'),
    { kind: 'hold-promised', at: 13_000, conversation: 'c1', backBy: 75_000 },
    { kind: 'rush-over', at: 60_000 },
    { kind: 'shift-over', at: 69_000, until: 129_000 },
  );
  await act(() => loadParts());
  expect(dialog().textContent).toContain('你答应的：我查一下，1分钟内回您 还有 0:05');
  await pass(10_000);
  expect(dialog().textContent).toContain('过点 0:05');
  expect(screen.queryByText(/小鹿 的挂起到点了/)).toBeNull();
  expect(screen.getByText('写进给下一班的交接。')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '取消挂起', hidden: true })).toBeNull();
});

it.each([false, true])(
  '[J168] has a line for who is here with a promise open, its story over (put aside: %s)',
  async (isDropped) => {
    await open(
      ...[
        arrived('c1', 1000, '小鹿'),
        said('c1', 2000, '在吗'),
        arrived('c2', 3000, '阿木'),
        said('c2', 4000, '几点发'),
      ],
      replied('c1', 10_000, '等下给您回'),
      { kind: 'hold-promised', at: 13_000, conversation: 'c1', backBy: 75_000 },
      { kind: 'story-over', at: 14_000, conversation: 'c1', rating: 5 },
      ...(isDropped ? [{ kind: 'hold-dropped', at: 15_000, conversation: 'c1' } as const] : []),
      { kind: 'rush-over', at: 60_000 },
      { kind: 'shift-over', at: 69_000, until: 129_000 },
    );
    await act(() => loadParts());
    expect(within(dialog()).getAllByRole('textbox')).toHaveLength(2);
  },
);

it('[J173] has a line for who has gone and is owed a call, until it is sent', async () => {
  await open(
    ...[arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗'), arrived('c2', 3000, '阿木'), said('c2', 4000, '几点发')],
    replied('c1', 10_000, '今晚22:00前给您回话'),
    { kind: 'call-promised', at: 13_000, conversation: 'c1', isOpen: true },
    { kind: 'story-over', at: 14_000, conversation: 'c1', rating: 5 },
    { kind: 'status-changed', at: 20_000, conversation: 'c1', status: 'closed' },
    { kind: 'rush-over', at: 60_000 },
    { kind: 'shift-over', at: 69_000, until: 129_000 },
  );
  await act(() => loadParts());
  expect(within(dialog()).getAllByRole('textbox')).toHaveLength(2);
  expect(dialog().textContent).toContain('小鹿');
  await push({ kind: 'conversation-transferred', at: 75_000, conversation: 'c1', note: '22:00前回话' });
  expect(within(dialog()).getAllByRole('textbox')).toHaveLength(1);
});

it('[X98] once it is over, clock and threads name the handover: the report ends where it began', async () => {
  await openTwo();
  await push({ kind: 'status-changed', at: 129_000, conversation: 'c1', status: 'closed' });
  await push({ kind: 'drill-ended', at: 129_000, why: 'time' });
  expect(screen.getByText('用时，含交接 1:00')).toBeTruthy();
  expect(screen.getByText('2:09 交接结束，会话结束。')).toBeTruthy();
});
