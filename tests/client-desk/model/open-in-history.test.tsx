/** The open conversation is kept in the tab's history (RULES X31). */
import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { openForm, selectConversation, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { onDesktop, onPhone } from '#tests/client/fixtures/viewport.ts';
import { arrived, fakeServer, OPENED, said } from '#tests/client-desk/fake-server.ts';
import { SHOP, SUMMARY } from '#tests/client-desk/shop.ts';
import { BUTTON, DESK } from '#tests/support/labels.ts';

beforeEach(() => {
  localStorage.clear();
  forgetLoaded();
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : SUMMARY }))),
  );
});
afterEach(() => {
  cleanup();
  onDesktop();
  vi.unstubAllGlobals();
});

const TWO = [
  arrived('c1', 1000, '小鹿'),
  said('c1', 5000, '在吗'),
  arrived('c2', 2000, '小满'),
  said('c2', 20_000, '好了没'),
];
/** What a browser keeps of a tab over a reload: its entries with their state, and where it stands. */
type Tab = { entries: { pathname: string; state: unknown }[]; index: number };
const FRESH: Tab = {
  entries: [
    { pathname: '/', state: null },
    { pathname: '/drills/d1', state: { begins: true } },
  ],
  index: 1,
};

const openTab = async (tab: Tab, events: readonly WireEvent[] = TWO) => {
  const { server, transport } = fakeServer();
  server.log.push(OPENED, ...events);
  server.now = 40_000;
  server.running = false;
  const open = () => transport;
  const entries = [...tab.entries];
  const router = createMemoryRouter(
    [
      { path: '/', element: <p>先前的页面</p> },
      { path: '/drills/:id', element: <Desk id="d1" createTransport={open} /> },
    ],
    { initialEntries: tab.entries, initialIndex: tab.index },
  );
  let index = tab.index;
  router.subscribe(({ historyAction, location }) => {
    const { pathname, state } = location;
    if (historyAction === 'PUSH') entries.splice(++index, entries.length, { pathname, state });
    else if (historyAction === 'REPLACE') entries[index] = { pathname, state };
  });
  render(<RouterProvider router={router} />);
  await act(async () => server.up());
  await act(async () => {});
  return {
    server,
    back: async () => {
      index--;
      await act(() => router.navigate(-1));
    },
    /** Closes the page and opens it again as the browser does. */
    reload: (events?: readonly WireEvent[]) => {
      cleanup();
      return openTab({ entries, index }, events);
    },
    /** Steps that the desk itself has gone. */
    stepped: (count: number) => {
      index += count;
    },
    entry: () => entries[index],
    entryCount: () => entries.length,
  };
};
const list = () => screen.queryByRole('region', { name: DESK.list });
const press = async (name: string) => {
  const button = within(list() as HTMLElement).getByRole('button', { name: new RegExp(`^\\d? ?${name}`) });
  await act(async () => fireEvent.click(button));
};
const open = () => screen.queryByLabelText<HTMLTextAreaElement>(/^回复 /)?.getAttribute('aria-label') ?? null;

describe('[X31] on a phone', () => {
  beforeEach(onPhone);

  it('a reload opens the conversation again, and Back leads to the list', async () => {
    const tab = await openTab(FRESH);
    expect(open()).toBeNull();
    await press('小满');
    expect(open()).toBe('回复 小满');
    const again = await tab.reload();
    expect(open()).toBe('回复 小满');
    expect(again.entry()?.state).toMatchObject({ begins: true });
    await again.back();
    expect(list()).toBeTruthy();
    expect(open()).toBeNull();
    await again.reload();
    expect(open()).toBeNull();
    expect(list()).toBeTruthy();
  });

  it('the button leads to the list as Back does, and the next Back leaves the desk', async () => {
    const tab = await openTab(FRESH);
    await press('小满');
    await act(async () => fireEvent.click(screen.getByRole('button', { name: DESK.backToList })));
    expect(list()).toBeTruthy();
    await press('小鹿');
    expect(open()).toBe('回复 小鹿');
    await tab.back();
    expect(list()).toBeTruthy();
    await tab.back();
    expect(screen.getByText('先前的页面')).toBeTruthy();
  });

  it('one customer changed for another over the composer is one step, whichever stood there first', async () => {
    const tab = await openTab(FRESH);
    await press('小鹿');
    const other = within(screen.getByRole('navigation', { name: '换客户' })).getByRole('button', { name: /^小满/ });
    await act(async () => fireEvent.click(other));
    expect(tab.entryCount()).toBe(3);
    const again = await tab.reload();
    expect(open()).toBe('回复 小满');
    await again.back();
    expect(list()).toBeTruthy();
  });

  it('another tab of the same drill begins with the list', async () => {
    const tab = await openTab(FRESH);
    await press('小满');
    cleanup();
    await openTab({ entries: [{ pathname: '/drills/d1', state: null }], index: 0 });
    expect(open()).toBeNull();
    expect(list()).toBeTruthy();
    expect(tab.entryCount()).toBe(3);
  });

  it('a conversation that is over opens as it was left, and one that isn’t there is the list', async () => {
    const tab = await openTab(FRESH);
    await press('小满');
    const over: WireEvent = { kind: 'status-changed', at: 42_000, conversation: 'c2', status: 'closed' };
    const ended = await tab.reload([...TWO, over]);
    expect(screen.getByRole('heading', { name: '小满' })).toBeTruthy();
    const gone = await ended.reload(TWO.slice(0, 2));
    expect(list()).toBeTruthy();
    await press('小鹿');
    expect(open()).toBe('回复 小鹿');
    await gone.back();
    expect(list()).toBeTruthy();
  });
});

describe('[X50] the panel over the conversation', () => {
  beforeEach(onPhone);
  const openPanel = () => act(async () => fireEvent.click(screen.getByRole('button', { name: '订单与操作' })));
  const panel = () => screen.queryByRole('dialog', { name: '订单与操作' });
  const chosen = () => screen.getByRole('tab', { selected: true }).textContent;
  const choose = (tab: string) =>
    act(async () => fireEvent.mouseDown(screen.getByRole('tab', { name: tab }), { button: 0 }));
  const shut = () => act(async () => fireEvent.click(screen.getByRole('button', { name: BUTTON.close })));

  it('Back closes the panel, the next one leads to the list, the next one leaves', async () => {
    const tab = await openTab(FRESH);
    await press('小满');
    await openPanel();
    expect(panel()).toBeTruthy();
    await tab.back();
    expect(panel()).toBeNull();
    expect(open()).toBe('回复 小满');
    await tab.back();
    expect(list()).toBeTruthy();
    await tab.back();
    expect(screen.getByText('先前的页面')).toBeTruthy();
  });

  it('closed by its button it leaves no step behind', async () => {
    const tab = await openTab(FRESH);
    await press('小满');
    for (let i = 0; i < 3; i++) {
      await openPanel();
      await shut();
      expect(panel()).toBeNull();
    }
    tab.stepped(-3);
    expect(open()).toBe('回复 小满');
    await tab.back();
    expect(list()).toBeTruthy();
  });

  it('a reload opens it again at its tab, and Back closes it then, too', async () => {
    const tab = await openTab(FRESH);
    await press('小满');
    await openPanel();
    await choose('店规');
    expect(chosen()).toBe('店规');
    const again = await tab.reload();
    expect(panel()).toBeTruthy();
    expect(chosen()).toBe('店规');
    await again.back();
    expect(panel()).toBeNull();
    expect(open()).toBe('回复 小满');
    const closed = await again.reload();
    expect(panel()).toBeNull();
    expect(open()).toBe('回复 小满');
    await closed.back();
    expect(list()).toBeTruthy();
  });

  it('an operation that was open is open again', async () => {
    const tab = await openTab(FRESH);
    await press('小满');
    await openPanel();
    await act(async () => openForm('note', { text: '要顺丰' }));
    await tab.reload();
    expect(panel()).toBeTruthy();
    expect(useDeskUi.getState()).toMatchObject({
      tab: 'actions',
      form: { action: 'note', preset: { text: '要顺丰' } },
    });
  });

  it('whoever it was opened for has gone: the list stands alone', async () => {
    const tab = await openTab(FRESH);
    await press('小满');
    await openPanel();
    const gone = await tab.reload(TWO.slice(0, 2));
    await act(async () => {});
    expect(panel()).toBeNull();
    expect(list()).toBeTruthy();
    gone.stepped(-2);
    await gone.back();
    expect(screen.getByText('先前的页面')).toBeTruthy();
  });

  it('another customer chosen meanwhile takes its place, one step above the list', async () => {
    const tab = await openTab(FRESH);
    await press('小满');
    await openPanel();
    await act(async () => selectConversation('c1'));
    await act(async () => {});
    expect(panel()).toBeNull();
    expect(open()).toBe('回复 小鹿');
    tab.stepped(-1);
    await tab.back();
    expect(list()).toBeTruthy();
  });
});

describe('[X31] on a wide desk', () => {
  beforeEach(onDesktop);

  it('a reload opens the conversation that was open and not the first one, and adds no step to the way back', async () => {
    const tab = await openTab(FRESH);
    expect(open()).toBe('回复 小鹿');
    await press('小满');
    expect(tab.entryCount()).toBe(2);
    const again = await tab.reload();
    expect(open()).toBe('回复 小满');
    await again.back();
    expect(screen.getByText('先前的页面')).toBeTruthy();
  });

  it('a window that becomes narrow keeps the conversation, with the list a Back away', async () => {
    const tab = await openTab(FRESH);
    await press('小满');
    act(onPhone);
    expect(open()).toBe('回复 小满');
    expect(list()).toBeNull();
    await tab.reload();
    expect(open()).toBe('回复 小满');
  });

  it('whoever has gone by then leaves it to the first who is here', async () => {
    const tab = await openTab(FRESH);
    await press('小满');
    await tab.reload(TWO.slice(0, 2));
    expect(open()).toBe('回复 小鹿');
  });
});
