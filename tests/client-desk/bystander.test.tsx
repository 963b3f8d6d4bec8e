import '#client/app/i18n.ts';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { type DrillView, emptyView } from '#client/drill/model/drill-view.ts';
import { lastMessage } from '#client/drill/model/last-message.ts';
import { threadRows } from '#client/drill/model/thread-rows.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { happeningsOf } from '#client/features/replay/replay-moments.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, fakeServer, OPENED, replied, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

const beside = (conversation: string, at: number, name: string, text: string): WireEvent => ({
  kind: 'bystander-said',
  at,
  conversation,
  id: `b${conversation}${at}`,
  name,
  text,
});
const fold = (events: readonly WireEvent[]): DrillView =>
  events.reduce((view, event, i) => foldDrill(view, event, i + 1), emptyView);
const one = (view: DrillView) => {
  const conversation = view.conversations.c1;
  if (conversation === undefined) throw new Error('no c1');
  return conversation;
};

describe('[T11] a bystander’s line', () => {
  const asked = [OPENED, arrived('c1', 8000), said('c1', 9000, '多少钱')];

  it('belongs to no round, isn’t counted as the customer’s and doesn’t replace their last line', () => {
    const before = one(fold(asked));
    const after = one(fold([...asked, beside('c1', 11_000, '美美妈', '同问')]));
    expect({ ...after, items: after.items.slice(0, -1) }).toEqual(before);
    expect(after.items.at(-1)).toMatchObject({ kind: 'bystander', round: null, name: '美美妈', text: '同问' });
    expect(lastMessage(after, null)).toBe('多少钱');
  });

  it('starts no round while the customer waits for nothing', () => {
    const { rounds, openRoundIndex, pendingSince } = one(
      fold([OPENED, arrived('c1', 8000), beside('c1', 9000, '美美妈', '来了')]),
    );
    expect([rounds, openRoundIndex, pendingSince]).toEqual([[], null, null]);
  });

  it('stands inside the bracket of the round during which it was said', () => {
    const view = fold([...asked, beside('c1', 11_000, '美美妈', '同问'), replied('c1', 20_000, '两块')]);
    expect(threadRows(one(view)).map((row) => [row.kind, row.bracket?.part ?? null])).toEqual([
      ['note', null],
      ['burst', 'start'],
      ['bystander', 'middle'],
      ['reply', 'end'],
    ]);
  });

  it('counts as something that happens in a replay, so that skipping stops there', () => {
    const events = asked.concat(beside('c1', 11_000, '美美妈', '同问')).map((event, seq) => ({ seq, event }));
    expect(happeningsOf(events).at(-1)).toEqual({ at: 11_000, conversation: 'c1' });
  });
});

describe('on the desk', () => {
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
    Object.defineProperty(window, 'innerWidth', { value: 1440, configurable: true });
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('a bystander is seen and read aloud as another person, and the customer’s typing goes on', async () => {
    server.log.push(OPENED, arrived('c1', 8000), said('c1', 9000, '多少钱'));
    server.now = 10_000;
    render(
      <MemoryRouter>
        <Desk id="d1" createTransport={() => transport} />
      </MemoryRouter>,
    );
    await act(async () => server.up());
    await act(() => vi.advanceTimersByTimeAsync(1));
    const typing = { fromMs: 9500, untilMs: 14_000 };
    await act(async () => useDrill.setState({ typing: { c1: typing } }));
    await push(beside('c1', 11_000, '美美妈', '同问'));
    const log = within(screen.getByRole('log'));
    const name = log.getByText('旁人 美美妈');
    const words = log.getByText('同问');
    // A screen reader reads name and words in this order, inside the log; neither is hidden from it.
    expect(name.compareDocumentPosition(words) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(name.closest('[aria-hidden="true"]')).toBeNull();
    // The broken border tells these bubbles apart where colours can't be seen.
    expect(words.className).toContain('border-dashed');
    expect(log.getByText('多少钱').className).not.toContain('border-dashed');
    expect(useDrill.getState().typing).toEqual({ c1: typing });
  });
});
