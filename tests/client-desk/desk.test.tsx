import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { draftOf } from '#client/features/desk/model/drill-drafts.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import { loadParts } from '#client/lib/later.tsx';
import type { WireEvent } from '#contract/wire-events.ts';
import { BUTTON, DESK } from '#tests/support/labels.ts';
import { arrived, fakeServer, OPENED, replied, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

let fake = fakeServer();
const flush = () => act(() => vi.advanceTimersByTimeAsync(1));
const push = (event: WireEvent) => act(async () => fake.server.push(event));
const sends = () => fake.server.commands('message:send').map((command) => command.payload);
const composer = () => screen.getByLabelText<HTMLTextAreaElement>(/^回复 /);
const type = (text: string) => fireEvent.change(composer(), { target: { value: text } });
const key = (name: string, over: object = {}) => fireEvent.keyDown(composer(), { key: name, code: name, ...over });

const openWith = async (...events: WireEvent[]) => {
  fake = fakeServer();
  fake.server.log.push(OPENED, ...events);
  fake.server.now = 10_000;
  const { transport, server } = fake;
  const page = render(
    <MemoryRouter>
      <Desk id="d1" createTransport={() => transport} />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await flush();
  return page;
};
const openDesk = () => openWith(arrived('c1', 8000, '小鹿'), said('c1', 9000, '在吗'));

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  localStorage.clear();
  forgetLoaded();
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : SUMMARY }))),
  );
  Object.defineProperty(window, 'innerWidth', { value: 1440, configurable: true });
});
afterEach(async () => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('before and after', () => {
  it('starts on 开始, and says that nobody has come yet', async () => {
    await openWith({ kind: 'clock-stopped', at: 0, why: 'not-started' });
    fireEvent.click(screen.getByRole('button', { name: DESK.start }));
    expect(fake.server.commands('drill:start')).toHaveLength(1);
    await push({ kind: 'clock-started', at: 0, stoppedMs: 60_000 });
    expect(screen.getByText('还没有人进线')).toBeTruthy();
  });
  it('leads to the report when it has ended', async () => {
    await openDesk();
    await push({ kind: 'drill-ended', at: 20_000, why: 'finished' });
    expect(screen.getByRole('link', { name: DESK.toReport }).getAttribute('href')).toBe('/drills/d1/report');
    expect(screen.queryByRole('textbox', { name: /^回复 / })).toBeNull();
  });
  it('asks before ending', async () => {
    await openDesk();
    fireEvent.click(screen.getByRole('button', { name: DESK.end }));
    expect(fake.server.commands('drill:end')).toHaveLength(0);
    fireEvent.click(screen.getByRole('button', { name: DESK.endDo }));
    expect(fake.server.commands('drill:end')).toHaveLength(1);
  });
});

describe('the composer', () => {
  it('sends on Enter, breaks the line on Shift+Enter, and is empty afterwards', async () => {
    await openDesk();
    type('在的');
    key('Enter', { shiftKey: true });
    expect(sends()).toHaveLength(0);
    key('Enter');
    expect(sends()).toMatchObject([{ conversation: 'c1', text: '在的', made: { how: 'typed', quickReply: null } }]);
    expect(composer().value).toBe('');
    expect(draftOf('c1')).toBe('');
  });
  it('leaves Enter to an IME that composes', async () => {
    await openDesk();
    fireEvent.compositionStart(composer());
    type('zai');
    key('Enter', { isComposing: true });
    key('Enter', { keyCode: 229 });
    expect(sends()).toHaveLength(0);
    type('在');
    fireEvent.compositionEnd(composer());
    key('Enter');
    expect(sends()).toMatchObject([{ text: '在' }]);
  });
  it('sends nothing that is empty or too long, and says how much too long', async () => {
    await openDesk();
    type('   ');
    key('Enter');
    type('长'.repeat(512));
    key('Enter');
    expect(sends()).toHaveLength(0);
    expect(screen.getByText('超出 12 字，分成几条发')).toBeTruthy();
  });
  it('keeps unsent text through a reload, by conversation', async () => {
    const page = await openDesk();
    type('写到一半');
    page.unmount();
    await openWith(
      arrived('c1', 8000, '小鹿'),
      said('c1', 9000, '在吗'),
      arrived('c2', 9500, '老陈'),
      said('c2', 9600, '在？'),
    );
    expect(composer().value).toBe('写到一半');
    act(() => useDeskUi.setState({ selected: 'c2' }));
    expect(composer().value).toBe('');
  });
  it('[N5] gets an unsent reply back once the customer has spoken since, with a word about it', async () => {
    await openDesk();
    type('这双有货');
    key('Enter');
    await act(async () => fake.server.down());
    expect(screen.getByText('服务器没有回应，正在重连。你可以继续写。')).toBeTruthy();
    expect(screen.getByText('待发送，联上就发')).toBeTruthy();
    fake.server.log.push(said('c1', 15_000, '算了'));
    await act(async () => fake.server.up());
    expect(composer().value).toBe('这双有货');
    expect(screen.getByText(/客户又说了话，请确认/)).toBeTruthy();
  });
  it('[X75] speaks of the network only where that is gone', async () => {
    await openDesk();
    await act(async () => fake.server.down());
    expect(screen.getByText('服务器没有回应，正在重连。你可以继续写。')).toBeTruthy();
    const line = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(screen.getByText('网断了，正在重连。你可以继续写。')).toBeTruthy();
    line.mockRestore();
  });
  it('says why nothing can be sent while the clock stands', async () => {
    await openDesk();
    fake.server.running = false;
    await push({ kind: 'clock-stopped', at: 12_000, why: 'pause' });
    type('先写着');
    key('Enter');
    expect(sends()).toHaveLength(0);
    expect(screen.getByText('时钟停着，恢复后再发')).toBeTruthy();
    expect(composer().value).toBe('先写着');
  });
  it('[X51] Enter while the clock is about to go on queues the reply, to be taken back until then', async () => {
    await openDesk();
    fake.server.running = false;
    await push({ kind: 'clock-stopped', at: 12_000, why: 'server' });
    type('这双有货');
    key('Enter');
    expect(composer().value).toBe('');
    expect(screen.getByText('待发送，时钟走了就发')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: BUTTON.withdraw }));
    expect(composer().value).toBe('这双有货');
    key('Enter');
    fake.server.running = true;
    await push({ kind: 'clock-started', at: 12_000, stoppedMs: 3000 });
    expect(sends().map(({ text }) => text)).toEqual(['这双有货']);
  });
  it('[X51] gives back at the end what could not be sent any more', async () => {
    await openDesk();
    await act(async () => fake.server.down());
    type('这双有货');
    key('Enter');
    fake.server.running = false;
    fake.server.log.push({ kind: 'drill-ended', at: 13_000, why: 'time' });
    await act(async () => fake.server.up());
    await act(async () =>
      fake.server.sent.at(-1)?.answer({ ok: false, error: { code: 'drill-ended', message: '演练已经结束' } }),
    );
    await act(async () => loadParts());
    expect(screen.getByText('没发给 小鹿 的话：这双有货')).toBeTruthy();
    expect(screen.getByRole('button', { name: '复制' })).toBeTruthy();
  });
  it('tells the anatomy of the reply', async () => {
    await openDesk();
    await act(() => vi.advanceTimersByTimeAsync(2000));
    type('在');
    type('在的');
    type('在');
    key('Enter');
    expect(sends()[0]?.anatomy).toMatchObject({ typed: 2, deleted: 1, lookedUp: [] });
  });
});

describe('quick replies', () => {
  it('open on a slash, are found by code, and Enter inserts them to be edited', async () => {
    await openDesk();
    type('/');
    expect(screen.getByText(/^共 \d+ 条$/)).toBeTruthy();
    type('/xh');
    expect(screen.getByRole('grid', { name: DESK.phrases })).toBeTruthy();
    key('Enter');
    expect(composer().value).toBe('这双{尺码}有现货');
    expect(sends()).toHaveLength(0);
  });
  it('[V7] are inserted with the customer’s name filled in, and sent so at once', async () => {
    const hello = { id: 'sf2', code: 'hy', group: '问候', title: '欢迎', text: '{买家昵称}您好，欢迎来到{店铺}' };
    useShops.setState({ byId: { 'd1/suibu': { ...SHOP, quickReplies: [hello] } }, errors: {} });
    await openDesk();
    type('/hy');
    key('Enter');
    expect(composer().value).toBe('小鹿您好，欢迎来到燧步运动');
    type('/hy');
    key('Enter', { ctrlKey: true });
    expect(sends()[0]).toMatchObject({ text: '小鹿您好，欢迎来到燧步运动', made: { how: 'quick-reply' } });
  });
  it('a digit inserts one too; with an IME on, digits choose the IME’s words', async () => {
    await openDesk();
    type('/');
    key('3', { isComposing: true });
    expect(composer().value).toBe('/');
    key('3');
    expect(composer().value).toBe('满300减40');
  });
  it('a digit that belongs to a code is typed, and picks no row', async () => {
    const own = { id: 'own:zd2', code: 'zd2', group: '问候', title: '晚班', text: '晚班在的', own: true as const };
    const shop = { ...SHOP, quickReplies: [...SHOP.quickReplies, own] };
    useShops.setState({ byId: { 'd1/suibu': shop }, errors: {} });
    await openDesk();
    type('/zd');
    expect(screen.getAllByRole('row')).toHaveLength(2);
    key('2');
    expect(composer().value).toBe('/zd');
    type('/zd2');
    expect(within(screen.getByRole('row')).getByText('本校·问候')).toBeTruthy();
    key('Enter');
    expect(composer().value).toBe('晚班在的');
  });
  it('go out at once with Ctrl+Enter or the button, and are named in the message', async () => {
    await openDesk();
    type('/zd');
    key('Enter', { ctrlKey: true });
    expect(sends()).toMatchObject([{ text: '在的，您说', made: { how: 'quick-reply', quickReply: 'sf13' } }]);
    type('/mj');
    fireEvent.click(screen.getByRole('button', { name: DESK.sendAsIs }));
    expect(sends()[1]).toMatchObject({ text: '满300减40', made: { how: 'quick-reply', quickReply: 'sf25' } });
    expect(composer().value).toBe('');
  });
  it('with gaps make practice ask whether to fill them or to send anyway', async () => {
    await openDesk();
    type('/xh');
    key('Enter');
    key('Enter');
    expect(sends()).toHaveLength(0);
    expect(screen.getByText('{尺码} 还没填，填了再发')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: '仍然发送' }));
    expect(sends()).toMatchObject([{ text: '这双{尺码}有现货', made: { how: 'quick-reply', quickReply: 'sf1' } }]);
  });
  it('Esc closes the list and deletes the search, but keeps text that is no search', async () => {
    await openDesk();
    type('/xh');
    key('Escape');
    expect(composer().value).toBe('');
    type('/二选一，您看哪个');
    key('Escape');
    expect(screen.queryByRole('grid')).toBeNull();
    expect(composer().value).toBe('/二选一，您看哪个');
  });
  it('say how often they were used in this conversation', async () => {
    await openDesk();
    await push({ ...replied('c1', 11_000, '在的，您说'), quickReply: 'sf13' } as WireEvent);
    type('/zd');
    expect(screen.getByText('本会话用过 1 次')).toBeTruthy();
  });
});

describe('the rest of the desk', () => {
  it('shows every wait, and goes to the longest with Alt+↓', async () => {
    await openWith(
      arrived('c1', 1000, '小鹿'),
      said('c1', 9000, '在吗'),
      arrived('c2', 2000, '老陈'),
      said('c2', 3000, '人呢'),
    );
    const list = screen.getByRole('region', { name: DESK.list });
    expect(
      within(list)
        .getAllByRole('button')
        .map((row) => row.textContent?.match(/\d+ 秒/)?.[0]),
    ).toEqual(['1 秒', '7 秒']);
    fireEvent.keyDown(window, { code: 'ArrowDown', altKey: true });
    expect(useDeskUi.getState().selected).toBe('c2');
    fireEvent.keyDown(window, { code: 'Digit1', altKey: true });
    expect(useDeskUi.getState().selected).toBe('c1');
  });
  it('announces a crossed threshold once', async () => {
    await openDesk();
    await act(() => vi.advanceTimersByTimeAsync(31_000));
    expect(screen.getByText('小鹿 超过 30 秒')).toBeTruthy();
  });
  it('[X115] an operation says by its button what it lacks, sends cents and shows what the desk answers', async () => {
    await openDesk();
    fireEvent.keyDown(window, { code: 'KeyA', altKey: true });
    fireEvent.click(screen.getByRole('button', { name: '部分退款' }));
    const submit = screen.getByRole<HTMLButtonElement>('button', { name: '提交部分退款' });
    fireEvent.click(submit);
    expect(screen.getByRole('alert').textContent).toBe('还缺：金额');
    expect(submit.nextElementSibling).toBe(screen.getByRole('alert'));
    expect(fake.server.commands('action:do')).toEqual([]);
    fireEvent.change(document.activeElement as HTMLElement, { target: { value: '91.9' } });
    fireEvent.click(submit);
    const [sent] = fake.server.commands('action:do');
    expect(sent?.payload).toMatchObject({ conversation: 'c1', action: 'refund-partial', with: { amount: 9190 } });
    await act(async () => sent?.answer({ ok: true, value: { seq: 4, now: 12_000 } }));
    const done = {
      kind: 'action-done',
      at: 12_000,
      conversation: 'c1',
      id: 'a1',
      action: 'refund-partial',
      title: '部分退款',
      with: { amount: 9190 },
      sends: false,
      result: ['已退 ¥91.90'],
      orders: [],
    } as const;
    await push({ ...done, result: [...done.result], orders: [] });
    // In the thread, in the form’s place and in the list of what was done.
    expect(screen.getAllByText('已退 ¥91.90')).toHaveLength(3);
    // The operation's own sentence is worded by the shop's list, which is in the page's language.
    await push({ ...done, at: 13_000, id: 'a2', result: ['退款已记下'], lines: [{ kind: 'done' }], orders: [] });
    expect(screen.queryByText('退款已记下')).toBeNull();
    expect(screen.getAllByText('部分退款已提交，原路退回')).toHaveLength(3);
  });
  it('[X94] an operation’s form folds once it was done, and the next press opens a fresh one; a refused one stays', async () => {
    await openDesk();
    fireEvent.keyDown(window, { code: 'KeyA', altKey: true });
    const operation = () => screen.getByRole('button', { name: '部分退款' });
    fireEvent.click(operation());
    const amount = () => screen.getByRole<HTMLInputElement>('textbox', { name: '金额，元' });
    const submit = () => screen.getByRole<HTMLButtonElement>('button', { name: '提交部分退款' });
    fireEvent.change(amount(), { target: { value: '91.9' } });
    submit().focus();
    fireEvent.click(submit());
    await act(async () => fake.server.commands('action:do')[0]?.answer({ ok: true, value: { seq: 4, now: 12_000 } }));
    expect(screen.queryByRole('form', { name: '部分退款' })).toBeNull();
    expect(document.activeElement).toBe(operation());
    fireEvent.click(operation());
    expect(amount().value).toBe('');
    expect(screen.getByText('还缺：金额')).toBeTruthy();
    // What was refused stays as it was written.
    fireEvent.change(amount(), { target: { value: '5' } });
    fireEvent.click(submit());
    const error = { code: 'invalid', message: '不行' };
    await act(async () => fake.server.commands('action:do')[1]?.answer({ ok: false, error }));
    expect(amount().value).toBe('5');
  });
  it('[N6] [X117] the older window can only look, and ends nothing, until it takes the desk back', async () => {
    await openDesk();
    await act(async () => fake.server.taken());
    expect(screen.queryByRole('button', { name: DESK.end })).toBeNull();
    type('在的');
    key('Enter');
    expect(sends()).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: DESK.takeOver }));
    expect(fake.server.commands('drill:join').at(-1)?.payload).toMatchObject({ take: true });
  });
  it('a teacher’s freeze leaves only the composer usable', async () => {
    await openDesk();
    fake.server.running = false;
    await push({ kind: 'clock-stopped', at: 12_000, why: 'freeze' });
    expect(screen.getByText('抬头看大屏')).toBeTruthy();
    type('写着');
    expect(composer().value).toBe('写着');
    expect(composer().closest('[inert]')).toBeNull();
  });
  it('practice shows the ledger, an exam has none', async () => {
    const question: WireEvent = {
      kind: 'question-changed',
      at: 9000,
      conversation: 'c1',
      question: 'q',
      text: '穿几码',
      state: 'open',
      openedAt: 9000,
      seconds: null,
    };
    await openWith(arrived('c1', 8000), said('c1', 9000, '在吗'), question);
    expect(screen.getByText('穿几码')).toBeTruthy();
    await act(async () =>
      useDrill.setState(({ view }) => ({
        view: { ...view, opening: view.opening && { ...view.opening, mode: 'exam' } },
      })),
    );
    expect(screen.queryByText('穿几码')).toBeNull();
  });
});
