/** 转接 to a classmate at the desk: whom to choose, what stands there on the way, and what comes from others. */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import { loadParts } from '#client/lib/later.tsx';
import { initialSeat, useSeat } from '#client/lib/seat/seat-store.ts';
import type { SeatBody } from '#contract/runs.ts';
import type { Mate } from '#contract/together/transfers.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { arrived, fakeServer, OPENED, replied, said } from '#tests/client-desk/fake-server.ts';
import { SHOP, SUMMARY } from '#tests/client-desk/shop.ts';

const MATES: Mate[] = [
  { seat: 's2', no: '02', name: '李静', customers: 3, block: null },
  { seat: 's3', no: '03', name: '张伟', customers: 1, block: null },
  { seat: 's4', no: '04', name: '赵敏', customers: 0, block: 'away' },
];
const NOTE = '问什么时候发货，答应今晚八点前回';

let fake = fakeServer();
const push = (event: WireEvent) => act(async () => fake.server.push(event));
const wait = () => act(() => vi.advanceTimersByTimeAsync(50));

beforeEach(async () => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  localStorage.clear();
  forgetLoaded();
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  const answer = (path: string): unknown =>
    path.includes('/mates') ? MATES : path.includes('/shops/') ? SHOP : SUMMARY;
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: answer(path) }))),
  );
  const mates = MATES.map(({ seat, name }) => ({ seat, name }));
  const body = {
    seat: { id: 's1', no: '01', name: '王小明' },
    notices: [],
    run: { frozen: false },
    transfers: { mates },
  };
  useSeat.setState({ ...initialSeat, body: body as unknown as SeatBody });
  Object.defineProperty(window, 'innerWidth', { value: 1440, configurable: true });
  fake = fakeServer();
  fake.server.log.push(OPENED, arrived('c1', 1000, '阿栗'), said('c1', 2000, '能换大半码吗'));
  fake.server.now = 10_000;
  const { transport, server } = fake;
  render(
    <MemoryRouter>
      <Desk id="d1" createTransport={() => transport} />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await wait();
});
afterEach(() => {
  cleanup();
  useSeat.setState(initialSeat);
  vi.useRealTimers();
  vi.unstubAllGlobals();
  onDesktop();
});

it('[J110] the dialog lists classmates, those with the fewest customers first, and sends whom and what', async () => {
  fireEvent.click(screen.getByRole('button', { name: '转接' }));
  await wait();
  await wait();
  expect(screen.getAllByRole('radio').map((radio) => radio.parentElement?.textContent)).toEqual([
    '张伟接待中 1 位',
    '李静接待中 3 位',
    '赵敏现在不在',
  ]);
  expect((screen.getByRole('radio', { name: /赵敏/ }) as HTMLInputElement).disabled).toBe(true);
  fireEvent.click(screen.getByRole('radio', { name: /李静/ }));
  fireEvent.change(screen.getByLabelText('写给接手的同学'), { target: { value: NOTE } });
  fireEvent.click(screen.getByRole('button', { name: '转过去' }));
  await wait();
  expect(fake.server.commands('conversation:pass')).toMatchObject([
    { payload: { conversation: 'c1', seat: 's2', note: NOTE } },
  ]);
});

it('[O34] a window that becomes narrow keeps the dialog with whom was chosen and what was written, and the keys with it', async () => {
  fireEvent.click(screen.getByRole('button', { name: '转接' }));
  await wait();
  await wait();
  fireEvent.click(screen.getByRole('radio', { name: /李静/ }));
  fireEvent.change(screen.getByLabelText('写给接手的同学'), { target: { value: NOTE } });
  onPhone();
  await wait();
  const note = screen.getByLabelText('写给接手的同学') as HTMLTextAreaElement;
  expect(note.value).toBe(NOTE);
  expect((screen.getByRole('radio', { name: /李静/ }) as HTMLInputElement).checked).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: '转过去' }));
  await wait();
  expect(fake.server.commands('conversation:pass')).toMatchObject([{ payload: { seat: 's2', note: NOTE } }]);
});

it('[O34] the focus goes back to the button of the head; who goes meanwhile takes the dialog along', async () => {
  fireEvent.click(screen.getByRole('button', { name: '转接' }));
  await wait();
  await wait();
  fireEvent.click(screen.getByRole('button', { name: '先不转' }));
  await wait();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: '转接' }));
  fireEvent.click(screen.getByRole('button', { name: '转接' }));
  await wait();
  await push({ kind: 'status-changed', at: 12_000, conversation: 'c1', status: 'closed' });
  await wait();
  expect(screen.queryByLabelText('写给接手的同学')).toBeNull();
  expect(useDeskUi.getState().dialog).toBeNull();
});

it('[J111] on the way nothing can be written, it can be taken back, and who declined is told with the reason', async () => {
  await push({ kind: 'pass-offered', at: 11_000, conversation: 'c1', to: 's2', note: NOTE });
  await wait();
  expect(screen.getByText('正在转给 李静')).toBeTruthy();
  expect(screen.queryByRole('textbox')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '撤回转接' }));
  await wait();
  expect(fake.server.commands('conversation:recall')).toHaveLength(1);
  await push({ kind: 'pass-returned', at: 12_000, conversation: 'c1', why: 'declined', reason: '我这边也满了' });
  await wait();
  expect(screen.getByText('李静 没有接：我这边也满了')).toBeTruthy();
  expect(screen.getByRole('textbox')).toBeTruthy();
});

it('[J111] [J112] who comes stands above the desk with the note, and is taken or declined with a reason', async () => {
  const coming = { conversation: 'c4', name: '小满', from: 's3', note: NOTE, arrivesAt: 30_000 };
  await push({ kind: 'pass-coming', at: 10_000, ...coming });
  await wait();
  await wait();
  expect(screen.getByText(/张伟 转来 小满/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '不接' }));
  await wait();
  fireEvent.click(screen.getByRole('button', { name: '我这边也满了' }));
  fireEvent.click(screen.getByRole('button', { name: '退回去' }));
  await wait();
  expect(fake.server.commands('conversation:answer-pass')).toMatchObject([
    { payload: { conversation: 'c4', takes: false, reason: '我这边也满了' } },
  ]);
  await push({ kind: 'pass-gone', at: 12_000, conversation: 'c4', why: 'declined' });
  expect(screen.queryByText(/转来 小满/)).toBeNull();
});

it('[J101] who went to a classmate is told as 转给同学, and nobody as 同事', async () => {
  await push({ kind: 'conversation-transferred', at: 12_000, conversation: 'c1', note: NOTE, seat: 's2' });
  await push({ kind: 'status-changed', at: 12_000, conversation: 'c1', status: 'closed' });
  await wait();
  expect(screen.getByText('已转给同学')).toBeTruthy();
  expect(screen.getByText(new RegExp(`转给同学：${NOTE}`))).toBeTruthy();
  expect(screen.queryByText(/同事/)).toBeNull();
});

it('[Q87] who comes on hold stands with what was promised by whom and the time left, in card, row and strip, overdue too', async () => {
  const words = '我查一下尺码表，2分钟内回您。';
  const from = { seat: 's3', words };
  const coming = { conversation: 'c4', name: '小满', from: 's3', note: NOTE, arrivesAt: 30_000 };
  await push({ kind: 'pass-coming', at: 10_000, ...coming, hold: { ...from, backBy: 70_000 } });
  await wait();
  await wait();
  expect(screen.getByText(/张伟 转来 小满/).parentElement?.textContent).toMatch(
    /张伟 答应的：我查一下尺码表，2分钟内回您。 还有 1:00/,
  );
  const handed = { role: '', note: NOTE, seat: 's3' };
  await push({ ...(arrived('c4', 20_000, '小满') as Extract<WireEvent, { kind: 'customer-arrived' }>), handed });
  await push({ kind: 'hold-promised', at: 20_000, conversation: 'c4', backBy: 70_000, from });
  const row = () => screen.getByRole('button', { name: /小满/ });
  await act(() => loadParts());
  fireEvent.click(row());
  await act(() => loadParts());
  expect(row().textContent).toContain('挂起 0:50');
  expect(within(row()).getByTitle(`张伟 答应的：${words}`)).toBeTruthy();
  expect(screen.getByText('挂起，还有 0:50').parentElement?.textContent).toContain(`张伟 答应的：${words}`);
  const card = screen.getByRole('region', { name: '交接' }).textContent ?? '';
  expect(card).toContain(NOTE);
  expect(card).toContain(`张伟 答应的：${words} 还有 0:50`);
  await push(said('c4', 75_000, '刚才那位呢？'));
  expect(row().textContent).toContain('过点 0:05');
  expect(screen.getByRole('region', { name: '交接' }).textContent).toContain('过点 0:05');
  // Before a word of one's own it is put aside as one's own is, and the next words end it.
  expect(screen.getByRole('button', { name: '取消挂起' })).toBeTruthy();
  await push(replied('c4', 76_000, '查到了，37.5'));
  expect(row().textContent).not.toContain('过点');
  expect(screen.getByRole('region', { name: '交接' }).textContent).toBe(`张伟 转来：${NOTE}`);
});

it('[Q87] the note to a classmate is written beside one’s own promise', async () => {
  await push(replied('c1', 10_500, '我查一下库存，2分钟内回您。'));
  await push({ kind: 'hold-promised', at: 11_000, conversation: 'c1', backBy: 130_500 });
  fireEvent.click(screen.getByRole('button', { name: '转接' }));
  await wait();
  await wait();
  expect(screen.getByRole('dialog').textContent).toContain('你答应的：我查一下库存，2分钟内回您。 还有 2:00');
});
