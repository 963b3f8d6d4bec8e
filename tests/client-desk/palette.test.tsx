import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { DESK } from '#tests/support/labels.ts';
import { arrived, fakeServer, OPENED, replied, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

let fake = fakeServer();
let summary = SUMMARY;
const flush = (ms = 1) => act(() => vi.advanceTimersByTimeAsync(ms));
const push = (event: WireEvent) => act(async () => fake.server.push(event));
const composer = () => screen.getByLabelText<HTMLTextAreaElement>(/^回复 /);
const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: DESK.palette });
const find = (query: string) => fireEvent.change(field(), { target: { value: query } });
const options = () => screen.queryAllByRole('option').map((option) => option.textContent);
/** A key on what has the focus. */
const press = (code: string, over: object = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: code, code, ...over });
const openPalette = async () => {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'k', code: 'KeyK', ctrlKey: true });
  await flush();
};
/** Chooses the first of what is found. */
const choose = async (query: string) => {
  await openPalette();
  find(query);
  press('Enter');
  await flush(50);
};

const TALKS = [
  arrived('c1', 8000, '小鹿'),
  said('c1', 9000, '三十九码有货吗'),
  replied('c1', 9500, '在的，三十九码有现货'),
  arrived('c2', 9600, '老陈'),
  said('c2', 9700, '快递到哪了'),
];

const openDesk = async (events: readonly WireEvent[] = TALKS) => {
  fake = fakeServer();
  fake.server.log.push(OPENED, ...events);
  fake.server.now = 10_000;
  const { transport, server } = fake;
  const open = () => transport;
  render(
    <MemoryRouter>
      <Desk id="d1" createTransport={open} />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await flush(50);
};

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  localStorage.clear();
  forgetLoaded();
  summary = SUMMARY;
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : summary }))),
  );
  window.happyDOM.setViewport({ width: 1440, height: 900 });
});
afterEach(() => {
  cleanup();
  onDesktop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the command palette', () => {
  it('opens on Ctrl K and ⌘ K; Escape and the same key close it, and the focus is where it was', async () => {
    await openDesk();
    const search = screen.getByRole('tab', { name: '店规' });
    act(() => search.focus());
    await openPalette();
    expect(document.activeElement).toBe(field());
    press('Escape');
    await flush();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(document.activeElement).toBe(search);
    fireEvent.keyDown(search, { key: 'k', code: 'KeyK', metaKey: true });
    await flush();
    press('KeyK', { metaKey: true });
    await flush();
    expect(screen.queryByRole('combobox')).toBeNull();
    expect(document.activeElement).toBe(search);
  });
  it('leaves its keys to an IME that composes', async () => {
    await openDesk();
    fireEvent.keyDown(composer(), { key: 'k', code: 'KeyK', ctrlKey: true, isComposing: true });
    fireEvent.keyDown(composer(), { key: 'k', code: 'KeyK', ctrlKey: true, keyCode: 229 });
    await flush();
    expect(screen.queryByRole('combobox')).toBeNull();
    await openPalette();
    find('tui kuan');
    press('Enter', { isComposing: true });
    press('Escape', { isComposing: true });
    press('ArrowDown', { keyCode: 229 });
    await flush();
    expect(field().value).toBe('tui kuan');
  });
  it('shows conversations and commands before anything is typed, and says how many', async () => {
    await openDesk();
    await openPalette();
    expect(screen.getAllByRole('group').map((group) => group.getAttribute('aria-label'))).toEqual(
      expect.arrayContaining(['会话', '接待台']),
    );
    expect(options()).toEqual([
      expect.stringContaining('小鹿'),
      expect.stringContaining('老陈'),
      expect.stringContaining('去回等得最久的一位'),
      '撤回刚发的一条AltZ',
      '挂起AltH',
      '暂停AltP',
      '键盘速查?',
      '结束这场演练',
    ]);
    expect(screen.getByText('8 条，↑ ↓ 选，Enter 打开，Esc 关闭')).toBeTruthy();
    find('没有这种东西');
    expect(screen.getByText('没有找到「没有这种东西」')).toBeTruthy();
    press('Enter');
    await flush();
    expect(field()).toBeTruthy();
  });
  it('names the active row to a screen reader, and the arrows move it round', async () => {
    await openDesk();
    await openPalette();
    const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;
    expect(active()).toContain('小鹿');
    press('ArrowDown');
    expect(active()).toContain('老陈');
    press('ArrowUp');
    press('ArrowUp');
    expect(active()).toBe('结束这场演练');
    expect(screen.getAllByRole('option', { selected: true })).toHaveLength(1);
  });
  it('opens a conversation by its customer’s name or last words', async () => {
    await openDesk();
    await choose('老陈');
    expect(useDeskUi.getState().selected).toBe('c2');
    expect(document.activeElement).toBe(composer());
    await choose('三十九码有现货');
    expect(useDeskUi.getState().selected).toBe('c1');
  });
  it('puts a quick reply into the composer by the initials of its name, and sends nothing', async () => {
    await openDesk();
    fireEvent.change(composer(), { target: { value: '您好，' } });
    composer().setSelectionRange(3, 3);
    await choose("x'h");
    expect(composer().value).toBe('您好，这双{尺码}有现货');
    expect(document.activeElement).toBe(composer());
    expect(fake.server.commands('message:send')).toHaveLength(0);
    press('Enter');
    fireEvent.click(screen.getByRole('button', { name: '仍然发送' }));
    expect(fake.server.commands('message:send')[0]?.payload).toMatchObject({
      made: { how: 'quick-reply', quickReply: 'sf1' },
    });
  });
  it('opens an operation’s form, and leaves what is typed in a form that is open', async () => {
    await openDesk();
    await choose('部分退款');
    const form = screen.getByRole('form', { name: '部分退款' });
    expect(form.contains(document.activeElement)).toBe(true);
    fireEvent.change(within(form).getByLabelText(/金额/), { target: { value: '12' } });
    await choose('部分退款');
    expect(within(form).getByLabelText<HTMLInputElement>(/金额/).value).toBe('12');
    expect(fake.server.commands('action:do')).toHaveLength(0);
  });
  it('opens a product’s and a policy’s card in the side panel, whatever the panel is searched for', async () => {
    await openDesk();
    act(() => useDeskUi.setState({ tab: 'policies' }));
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: '运费' } });
    await choose('七天无理由');
    const head = screen.getByRole('button', { name: /七天无理由/ });
    expect(head.getAttribute('aria-expanded')).toBe('true');
    expect(document.activeElement).toBe(head);
    fireEvent.click(head);
    expect(head.getAttribute('aria-expanded')).toBe('false');
    await choose('逐峰3');
    expect(screen.getByRole('button', { name: /逐峰3/ }).getAttribute('aria-expanded')).toBe('true');
  });
  it('finds what anybody said in open and ended conversations, newest first, and leads to the message', async () => {
    await openDesk([...TALKS, { kind: 'status-changed', at: 9800, conversation: 'c1', status: 'closed' }]);
    act(() => useDeskUi.setState({ selected: 'c2' }));
    await openPalette();
    find('三十九码');
    const found = within(screen.getByRole('group', { name: '说过的话' })).getAllByRole('option');
    expect(found.map((option) => option.textContent)).toEqual([
      expect.stringMatching(/^我：在的，三十九码有现货小鹿/),
      expect.stringMatching(/^三十九码有货吗小鹿/),
    ]);
    expect(found[0]?.querySelector('mark')?.textContent).toBe('三十九码');
    if (found[1] === undefined) throw new Error('not found');
    fireEvent.click(found[1]);
    await flush(50);
    expect(useDeskUi.getState().selected).toBe('c1');
    expect(document.activeElement?.textContent).toBe('三十九码有货吗');
    expect(document.activeElement?.hasAttribute('data-found')).toBe(true);
    press('Escape');
    await flush(50);
    expect(document.querySelector('[data-found]')).toBeNull();
    expect(document.activeElement).toBe(composer());
  });
  it('pauses, ends and helps as the desk’s own buttons do', async () => {
    await openDesk();
    await choose('暂停');
    expect(fake.server.commands('drill:pause')).toHaveLength(1);
    await choose('结束这场');
    expect(fake.server.commands('drill:end')).toHaveLength(0);
    expect(screen.getByRole('button', { name: DESK.endDo })).toBeTruthy();
  });
  it('offers no pause in an exam, no composer and no end after the end', async () => {
    summary = { ...SUMMARY, mode: 'exam' };
    await openDesk();
    await openPalette();
    expect(options()).not.toContain('暂停AltP');
    expect(options()).toContain('结束这场演练');
    await push({ kind: 'drill-ended', at: 20_000, why: 'time' });
    expect(options()).not.toContain('结束这场演练');
    find('xh');
    expect(options()).toEqual([]);
    find('退款');
    expect(options()).toEqual([]);
  });
  it('closes when the teacher freezes the class, and stays closed', async () => {
    await openDesk();
    await openPalette();
    await push({ kind: 'clock-stopped', at: 12_000, why: 'freeze' });
    await flush();
    expect(screen.queryByRole('combobox')).toBeNull();
    fireEvent.keyDown(window, { key: 'k', code: 'KeyK', ctrlKey: true });
    await flush();
    expect(screen.queryByRole('combobox')).toBeNull();
  });
  it('opens by its button on a phone, and a reply chosen from the list leads to the conversation', async () => {
    onPhone();
    await openDesk();
    act(() => useDeskUi.setState({ selected: 'c1', pane: 'list' }));
    fireEvent.click(screen.getByRole('button', { name: DESK.find }));
    await flush();
    find('xh');
    press('Enter');
    await flush(50);
    expect(composer().value).toBe('这双{尺码}有现货');
  });
});
