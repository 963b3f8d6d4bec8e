import '#client/app/i18n.ts';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { emptyView } from '#client/drill/model/drill-view.ts';
import { threadRows } from '#client/drill/model/thread-rows.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { selectConversation } from '#client/features/desk/model/desk-ui.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import type { WireEvent, WireOpenPlace } from '#contract/wire-events.ts';
import { arrived, fakeServer, OPENED, replied, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

const saidIn = (place: WireOpenPlace, at: number, words: string): WireEvent =>
  ({ ...said('c1', at, words), place }) as WireEvent;
const bystander = (at: number, text: string): WireEvent => ({
  kind: 'bystander-said',
  at,
  conversation: 'c1',
  id: `b${at}`,
  name: '美美妈',
  text,
  place: 'group',
});
const one = (events: readonly WireEvent[]) => {
  const view = [OPENED, arrived('c1', 8000), ...events].reduce(
    (so, event, i) => foldDrill(so, event, i + 1),
    emptyView,
  );
  if (view.conversations.c1 === undefined) throw new Error('no c1');
  return view.conversations.c1;
};
const rows = (events: readonly WireEvent[]) =>
  threadRows(one(events))
    .slice(1)
    .map((row) => (row.kind === 'place' ? `→ ${row.item.place}` : row.kind));

const WAY: WireEvent[] = [
  saidIn('group', 9000, '谁家的橙子烂了'),
  bystander(10_500, '我家也是'),
  replied('c1', 20_000, '您点客服，我给您办'),
  saidIn('group', 24_000, '行'),
  said('c1', 25_500, '我来私聊了'),
];

describe('the place of a conversation', () => {
  it('is shown in the thread wherever it changes, also within a burst, and not repeated', () => {
    expect(rows(WAY)).toEqual(['→ group', 'burst', 'bystander', 'reply', 'burst', '→ private', 'burst']);
    expect(one(WAY).place).toBe('private');
    expect(one(WAY.slice(0, 4)).place).toBe('group');
  });

  it('is private in old logs, which name no place, and they look as they did', () => {
    const old = WAY.map((event) => {
      const { place: _, ...rest } = event as WireEvent & { place?: string };
      return rest as WireEvent;
    });
    expect(rows(old)).toEqual(['burst', 'bystander', 'reply', 'burst']);
    expect(one(old).place).toBe('private');
  });

  it('changes inside the bracket of a round when the round goes on elsewhere', () => {
    const parts = threadRows(one(WAY)).map((row) => row.bracket?.part ?? null);
    expect(parts.slice(-3)).toEqual(['start', 'middle', 'end']);
    // The row that names a new place belongs to no round.
    expect(parts[1]).toBeNull();
  });
});

describe.each([1440, 360])('on the desk at %d', (width) => {
  const { server, transport } = fakeServer();
  const push = (event: WireEvent) => act(async () => server.push(event));

  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: false });
    localStorage.clear();
    forgetLoaded();
    useShops.setState({ byId: { suibu: SHOP }, errors: {} });
    vi.stubGlobal('fetch', (path: string) =>
      Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : SUMMARY }))),
    );
    Object.defineProperty(window, 'innerWidth', { value: width, configurable: true });
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is shown in the thread, beside the name and above the composer, and read aloud with the latter two', async () => {
    server.log.push(OPENED, arrived('c1', 8000), ...WAY.slice(0, 1));
    server.now = 10_000;
    render(
      <MemoryRouter>
        <Desk id="d1" createTransport={() => transport} />
      </MemoryRouter>,
    );
    await act(async () => server.up());
    await act(() => vi.advanceTimersByTimeAsync(1));
    await act(async () => selectConversation('c1'));
    const log = within(screen.getByRole('log'));
    const divider = log.getByText('群里：群友都看得见');
    expect(divider.closest('[aria-hidden="true"]')).toBeNull();
    expect(
      divider.compareDocumentPosition(log.getByText('谁家的橙子烂了')) & Node.DOCUMENT_POSITION_FOLLOWING,
    ).toBeTruthy();
    expect(screen.getByText('群里', { exact: true })).toBeTruthy();
    const field = screen.getByRole('textbox', { name: /^回复/ });
    expect(screen.getByText('你的话群里都看得见').id).toBe(field.getAttribute('aria-describedby'));

    for (const event of WAY.slice(1)) await push(event);
    expect(log.getByText('转到私聊')).toBeTruthy();
    expect(screen.queryByText('群里', { exact: true })).toBeNull();
    // A private place is not marked.
    expect(within(screen.getByRole('region', { name: '对话' })).queryByText(/place\./)).toBeNull();
    expect(screen.queryByText('你的话群里都看得见')).toBeNull();
    expect(field.hasAttribute('aria-describedby')).toBe(false);
  });
});
