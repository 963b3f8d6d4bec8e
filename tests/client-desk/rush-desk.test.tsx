/** The desk of a rush: the strip, the queue and taking from it, transfer with a note, what is told and for how long. */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import { TITLE_AFTER_MS } from '#client/lib/hooks/use-title.ts';
import { Toasts } from '#client/ui/layout/toasts.tsx';
import type { WireEvent } from '#contract/wire-events.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { DESK } from '#tests/support/labels.ts';
import { arrived, fakeServer, OPENED, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

let fake = fakeServer();
const flush = () => act(() => vi.advanceTimersByTimeAsync(1));
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
const push = (event: WireEvent) => act(async () => fake.server.push(event));
const queued = (conversation: string, at: number, name: string): WireEvent => ({
  ...{ kind: 'customer-queued', at, conversation, name },
});
const { customers: _, ...UNCOUNTED } = OPENED as Extract<WireEvent, { kind: 'drill-opened' }>;
const RUSH = {
  ...UNCOUNTED,
  rush: {
    ...{ profile: 'd11-open', level: 2, minutes: 15, dial: true, capacity: 2 },
    ...{ closingMs: 300_000, colleagueAfterMs: 90_000, greeting: null },
  },
} as const satisfies WireEvent;
const { profile, level, minutes, dial, capacity } = RUSH.rush;
const RUSH_SUMMARY = {
  ...SUMMARY,
  scenarios: [],
  rush: { profile, profileName: '双11 开门红', level, minutes, dial, capacity, shop: 'suibu' },
};

const open = async (...events: WireEvent[]) => {
  fake = fakeServer();
  fake.server.log.push(RUSH, ...events);
  fake.server.now = 30_000;
  const { transport, server } = fake;
  render(
    <MemoryRouter>
      <Desk id="d1" createTransport={() => transport} />
      <Toasts />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await flush();
};
const openFull = () =>
  open(
    ...[arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗'), arrived('c2', 3000, '阿木'), said('c2', 4000, '几点发')],
    ...[queued('c3', 10_000, '小满'), queued('c4', 20_000, '老周')],
  );
const strip = () => screen.getByRole('region', { name: '大促' });
const dock = () => screen.getByRole('region', { name: '排队的客户' });
const takes = () => fake.server.commands('queue:take').map(({ payload }) => payload.conversation);
const answer = (name: 'queue:take' | 'conversation:transfer', reply: unknown) =>
  act(async () => fake.server.commands(name).at(-1)?.answer(reply));
const alt = (code: string) => fireEvent.keyDown(document.body, { code, key: code, altKey: true });

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  localStorage.clear();
  forgetLoaded();
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : RUSH_SUMMARY }))),
  );
  Object.defineProperty(window, 'innerWidth', { value: 1440, configurable: true });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  onDesktop();
});

const titleIsShown = () => act(async () => void vi.advanceTimersByTime(TITLE_AFTER_MS));

describe('the desk of a rush', () => {
  it('promises no seconds until the first customer, who may take minutes', async () => {
    await open();
    expect(screen.getByText(/人随时会来/)).toBeTruthy();
    expect(screen.queryByText(/几秒后到/)).toBeNull();
  });
});

describe('the strip of a rush', () => {
  it('says how many wait, the longest wait, how many at once and what is left, not how many come [Q8]', async () => {
    await openFull();
    expect(strip().textContent).toContain('排队 2');
    expect(strip().textContent).toContain('20 秒');
    expect(strip().textContent).toContain('14:30');
    expect(within(strip()).getByText('同时接 2 位，跟着你调')).toBeTruthy();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('大促进线 · 双11 开门红 · 2 档');
    // How many are still to come is nobody's to know [Q8].
    expect(document.body.textContent).not.toMatch(/没进线|null|undefined/);
  });

  it('says in the tab how many wait for a reply, as long as somebody does', async () => {
    await openFull();
    await titleIsShown();
    expect(document.title).toMatch(/^\(2\) 大促进线 · 双11 开门红 · 2 档/);
    await push({
      kind: 'trainee-said',
      at: 31_000,
      conversation: 'c1',
      id: 'm1',
      text: '在',
      quickReply: null,
      edited: 0,
    });
    await titleIsShown();
    expect(document.title).toMatch(/^\(1\) /);
    await push({
      kind: 'trainee-said',
      at: 32_000,
      conversation: 'c2',
      id: 'm2',
      text: '在',
      quickReply: null,
      edited: 0,
    });
    await titleIsShown();
    expect(document.title).toMatch(/^大促进线/);
  });

  it('[M136] says why it is over before its minutes are, and by how much as its clock stands', async () => {
    await openFull();
    await push({ kind: 'drill-ended', at: 790_911, why: 'finished' });
    expect(screen.getByText(/要来的客户都来过、都接完了，比 15 分钟早 1:50 结束。/)).toBeTruthy();
  });

  it('says nothing of being early where the trainee ends it, or the minutes were over', async () => {
    await openFull();
    await push({ kind: 'drill-ended', at: 905_000, why: 'finished' });
    expect(screen.getByText(/没有客户在等了。/)).toBeTruthy();
  });

  it('[J164] has whoever has gone below, and those who are there in order of coming with keys from 1', async () => {
    await openFull();
    const list = () => screen.getByRole('region', { name: DESK.list });
    const rows = () =>
      within(list())
        .getAllByRole('button')
        .flatMap(({ textContent }) => /^\d?(小鹿|阿木|桃子)/.exec(textContent ?? '')?.[0] ?? []);
    expect(rows()).toEqual(['1小鹿', '2阿木']);
    await push({ kind: 'status-changed', at: 31_000, conversation: 'c1', status: 'away' });
    expect(rows()).toEqual(['1阿木', '小鹿']);
    expect(within(list()).getByText('接待中 1')).toBeTruthy();
    expect(within(list()).getByText('不在线和已结束 1')).toBeTruthy();
    await push(arrived('c5', 32_000, '桃子'));
    expect(rows()).toEqual(['1阿木', '2桃子', '小鹿']);
    alt('Digit2');
    expect(screen.getByRole('heading', { level: 2, name: '桃子' })).toBeTruthy();
  });

  it('after a reload calls nothing unread that was answered, nor anything of who has gone', async () => {
    const replied = (conversation: string, at: number): WireEvent => ({
      ...{ kind: 'trainee-said', at, conversation, id: `m${at}` },
      ...{ text: '在', quickReply: null, edited: 0 },
    });
    await open(
      ...[arrived('c3', 500, '桃子'), said('c3', 600, '走了'), said('c3', 700, '算了')],
      { kind: 'status-changed', at: 800, conversation: 'c3', status: 'closed' },
      ...[arrived('c1', 1000, '小鹿'), said('c1', 2000, '在吗'), replied('c1', 3000)],
      ...[arrived('c2', 3000, '阿木'), said('c2', 4000, '几点发'), replied('c2', 5000), said('c2', 6000, '好')],
      ...[arrived('c4', 8000, '小满'), said('c4', 8100, '在吗'), replied('c4', 8200)],
    );
    // Opened by itself is the first who is here, not who came first.
    expect(screen.getByRole('heading', { level: 2, name: '小鹿' })).toBeTruthy();
    const list = within(screen.getByRole('region', { name: DESK.list }));
    const row = (name: string) => within(list.getByRole('button', { name: new RegExp(name) }));
    expect(row('小鹿').queryByText(/未读/)).toBeNull();
    expect(row('阿木').getByText('未读 1 条')).toBeTruthy();
    expect(row('桃子').queryByText(/未读/)).toBeNull();
    expect(row('小满').queryByText(/未读/)).toBeNull();
  });

  it('tells a turn of the dial with its reason for some seconds, then only the number', async () => {
    await openFull();
    await push({ kind: 'dial-turned', at: 31_000, from: 2, to: 3, why: 'keeping-up' });
    expect(within(strip()).getByRole('status').textContent).toBe('同时接 2 → 3 位：回得过来');
    await pass(11_000);
    expect(within(strip()).getByRole('status').textContent).toBe('');
    expect(within(strip()).getByText('同时接 3 位，跟着你调')).toBeTruthy();
  });

  it('[Q70] shows the newest announcement, for two minutes and not once the shift is over', async () => {
    await openFull();
    const change = (at: number, product: string, text: string): WireEvent => ({
      ...{ kind: 'shop-changed', at, what: 'sold-out', shop: 'suibu', product, price: null, stock: 0, text },
    });
    await push(change(31_000, 's01', '跑鞋卖完了'));
    await push(change(32_000, 's02', '背心活动开始了'));
    expect(screen.getByText('背心活动开始了')).toBeTruthy();
    expect(screen.queryByText('跑鞋卖完了', { selector: '.text-ink' })).toBeNull();
    await pass(125_000);
    expect(screen.queryByText('背心活动开始了', { selector: '.text-ink' })).toBeNull();
    await push(change(160_000, 's02', '背心活动结束了'));
    expect(screen.getByText('背心活动结束了', { selector: '.text-ink' })).toBeTruthy();
    await push({ kind: 'shift-over', at: 161_000, until: 221_000 });
    expect(screen.queryByText('背心活动结束了', { selector: '.text-ink' })).toBeNull();
  });

  it('isn’t there in another drill', async () => {
    await open();
    cleanup();
    fake = fakeServer();
    fake.server.log.push(OPENED, arrived('c1', 1000, '小鹿'));
    const { transport, server } = fake;
    render(
      <MemoryRouter>
        <Desk id="d1" createTransport={() => transport} />
      </MemoryRouter>,
    );
    await act(async () => server.up());
    expect(screen.queryByRole('region', { name: '大促' })).toBeNull();
    expect(screen.queryByRole('region', { name: '排队的客户' })).toBeNull();
    expect(screen.queryByRole('button', { name: '转给同事' })).toBeNull();
  });
});

describe('the queue', () => {
  it('shows of who waits what to triage by: order and sum, page, whether they know the shop, and the time left [Q78]', async () => {
    const known = { regular: true, from: '逐峰3 缓震跑鞋', orders: [{ status: 'shipped', total: 41_900 }] } as const;
    await open(...[{ ...queued('c3', 10_000, '小满'), ...known } as WireEvent, queued('c4', 20_000, '老周')], {
      ...queued('c5', 25_000, '桃子'),
      regular: false,
      back: true,
      from: null,
      orders: [],
    } as WireEvent);
    const [first, second, third] = within(dock()).getAllByRole('listitem');
    expect(first?.textContent).toContain('小满老客已发货 ¥419.00 · 逐峰3 缓震跑鞋');
    expect(first?.textContent).toContain('20 秒');
    expect(within(first as HTMLElement).getByRole('img', { name: /^同事接走还有 7[0-2] 秒$/ })).toBeTruthy();
    // A server of before tells the name alone.
    expect(second?.textContent).toBe('老周正常，已等10 秒接进来');
    expect(third?.textContent).toContain('桃子又来了未下单');
  });

  it('stands in order of arrival, and takes whoever is chosen and opens their conversation', async () => {
    await openFull();
    const rows = within(within(dock()).getByRole('list')).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent?.slice(0, 2))).toEqual(['小满', '老周']);
    fireEvent.click(screen.getByRole('button', { name: '接进来：老周' }));
    expect(takes()).toEqual(['c4']);
    await push({ ...arrived('c4', 31_000, '老周'), queuedMs: 11_000, taken: true } as WireEvent);
    await answer('queue:take', { ok: true, value: { seq: fake.server.log.length, now: 31_000 } });
    expect(screen.getByRole('heading', { level: 2, name: '老周' })).toBeTruthy();
    expect(within(dock()).queryByText('老周')).toBeNull();
  });

  it('can’t be taken from above the number and one more, and says why [Q2]', async () => {
    await openFull();
    await push(arrived('c5', 31_000, '桃子'));
    const take = screen.getByRole<HTMLButtonElement>('button', { name: '接进来：小满' });
    expect(take.disabled).toBe(true);
    const why = document.getElementById(take.getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).toBe('已经多接了一位，先接完一位');
    alt('KeyQ');
    expect(takes()).toEqual([]);
  });

  it('can’t be taken from while somebody is there who is done but not taken leave of [Q2]', async () => {
    await openFull();
    await push(arrived('c5', 31_000, '桃子'));
    await push({ kind: 'story-over', at: 32_000, conversation: 'c1', rating: 5 });
    const take = () => screen.getByRole<HTMLButtonElement>('button', { name: '接进来：小满' });
    expect(take().disabled).toBe(true);
    await push({ kind: 'leave-taken', at: 33_000, conversation: 'c1' });
    for (const heading of ['接待中 2', '已说完 1']) expect(screen.getByText(heading)).toBeTruthy();
    expect(take().disabled).toBe(false);
  });

  it('tells a refusal in the server’s words', async () => {
    await openFull();
    alt('KeyQ');
    expect(takes()).toEqual(['c3']);
    await answer('queue:take', { ok: false, error: { code: 'not-in-queue', message: '这位客户不在排队。' } });
    expect(screen.getByText('这位客户不在排队。')).toBeTruthy();
  });

  it('tells who left once, quietly, and folds away', async () => {
    await openFull();
    await push({ kind: 'queue-left', at: 40_000, conversation: 'c3', how: 'gave-up' });
    expect(within(dock()).getByRole('status').textContent).toBe('小满 等不及走了，排了 30 秒');
    await pass(11_000);
    expect(within(dock()).getByRole('status').textContent).toBe('');
    const fold = within(dock()).getByRole('button', { name: /排队 1/ });
    fireEvent.click(fold);
    expect(fold.getAttribute('aria-expanded')).toBe('false');
    expect(within(dock()).queryByRole('listitem')).toBeNull();
    await push({ kind: 'queue-left', at: 60_000, conversation: 'c4', how: 'rush-over' });
    await push({ kind: 'rush-over', at: 60_000 });
    expect(dock().textContent).toContain('排队的 1 位没接到');
    expect(dock().textContent).toContain('不再进人');
  });
});

describe('giving a customer to a colleague', () => {
  it('asks for a note, sends it, and confirms by its row in the thread', async () => {
    await openFull();
    fireEvent.click(screen.getByRole('button', { name: '转给同事' }));
    const dialog = screen.getByRole('dialog', { name: '转给同事：小鹿' });
    const confirm = within(dialog).getByRole<HTMLButtonElement>('button', { name: '转过去' });
    expect(confirm.disabled).toBe(true);
    expect(within(dialog).getByText('写一句再转')).toBeTruthy();
    const note = within(dialog).getByLabelText<HTMLTextAreaElement>('写给接手的同事');
    expect(note.maxLength).toBe(200);
    expect(document.activeElement).toBe(note);
    fireEvent.change(note, { target: { value: '要退差价，答应今天回' } });
    fireEvent.keyDown(note, { key: 'Enter', ctrlKey: true });
    expect(fake.server.commands('conversation:transfer').map(({ payload }) => payload)).toMatchObject([
      { conversation: 'c1', note: '要退差价，答应今天回' },
    ]);
    await push({ kind: 'conversation-transferred', at: 31_000, conversation: 'c1', note: '要退差价，答应今天回' });
    await push({ kind: 'status-changed', at: 31_000, conversation: 'c1', status: 'closed' });
    await answer('conversation:transfer', { ok: true, value: { seq: fake.server.log.length, now: 31_000 } });
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByText('0:31 转给同事：要退差价，答应今天回')).toBeTruthy();
    expect(screen.queryByRole('button', { name: '转给同事' })).toBeNull();
    alt('KeyT');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('has no button that sends nothing afterwards: it says who waits, and a press leads there [Q7]', async () => {
    await openFull();
    await push({ kind: 'conversation-transferred', at: 31_000, conversation: 'c1', note: '问发货' });
    await push({ kind: 'status-changed', at: 31_000, conversation: 'c1', status: 'closed' });
    const panel = within(screen.getByRole('region', { name: '已转给同事' }));
    expect(screen.queryByRole('textbox', { name: /小鹿/ })).toBeNull();
    expect(panel.getByText('不能再发消息。阿木 等得最久，先去回。')).toBeTruthy();
    fireEvent.click(panel.getByRole('button', { name: '去回 阿木' }));
    expect(screen.getByRole('heading', { level: 2, name: '阿木' })).toBeTruthy();
    await push({ kind: 'status-changed', at: 32_000, conversation: 'c2', status: 'closed' });
    expect(screen.getByText('不能再发消息。现在没有人在等，新客户会自己进来。')).toBeTruthy();
  });

  it('opens by key, gives the focus back, and keeps what was written', async () => {
    await openFull();
    alt('KeyT');
    const note = screen.getByLabelText<HTMLTextAreaElement>('写给接手的同事');
    fireEvent.change(note, { target: { value: '催单' } });
    fireEvent.click(screen.getByRole('button', { name: '先不转' }));
    await flush();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: '转给同事' }));
    alt('KeyT');
    expect(screen.getByLabelText<HTMLTextAreaElement>('写给接手的同事').value).toBe('催单');
  });

  it('leaves the dialog open with the server’s words when it is refused', async () => {
    await openFull();
    alt('KeyT');
    fireEvent.change(screen.getByLabelText('写给接手的同事'), { target: { value: '催单' } });
    fireEvent.click(screen.getByRole('button', { name: '转过去' }));
    await answer('conversation:transfer', {
      ok: false,
      error: { code: 'conversation-closed', message: '会话已经结束。' },
    });
    expect(screen.getByRole('dialog')).toBeTruthy();
    expect(screen.getByText('会话已经结束。')).toBeTruthy();
  });

  it('closes by itself when the customer goes, and the desk has its keys back', async () => {
    await openFull();
    alt('KeyT');
    await push({ kind: 'status-changed', at: 32_000, conversation: 'c1', status: 'closed' });
    await flush();
    expect(screen.queryByRole('dialog')).toBeNull();
    alt('KeyQ');
    expect(takes()).toEqual(['c3']);
  });
});

describe('keys and the phone', () => {
  it('names the keys of a rush in the help, and only there', async () => {
    await openFull();
    fireEvent.click(screen.getByRole('button', { name: '键盘速查' }));
    expect(screen.getByText('接进排队最久的一位')).toBeTruthy();
    expect(screen.getByText('等得最久的一位')).toBeTruthy();
  });

  it('[X57] has the queue one tap away beside a conversation, in so few words that a name stands whole there', async () => {
    onPhone();
    await openFull();
    expect(strip().textContent).toContain('排队 2');
    fireEvent.click(screen.getByRole('button', { name: '去回等得最久的：小鹿' }));
    expect(screen.queryByRole('region', { name: '大促' })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: /^排队 2$/ }));
    const sheet = screen.getByRole('dialog', { name: '排队 2' });
    fireEvent.click(within(sheet).getByRole('button', { name: '接进来：小满' }));
    expect(takes()).toEqual(['c3']);
  });
});
