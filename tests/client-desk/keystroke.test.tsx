import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, expect, it, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import type { WireEvent } from '#contract/wire-events.ts';
import { arrived, fakeServer, OPENED, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

const drawn = vi.hoisted(() => ({ rows: 0, lines: 0, side: 0, tools: 0, notes: 0, shift: 0 }));
vi.mock('#client/features/desk/conversations/conversation-row.tsx', () => ({
  ConversationRow: () => {
    drawn.rows++;
    return null;
  },
}));
vi.mock('#client/drill/thread/bubble.tsx', () => ({
  BubbleView: () => {
    drawn.lines++;
    return null;
  },
  ProductCard: () => null,
}));
vi.mock('lucide-react', async (original) => ({
  ...(await original<typeof import('lucide-react')>()),
  Zap: () => {
    drawn.tools++;
    return null;
  },
}));
vi.mock('#client/features/desk/composer/composer-notes.tsx', () => ({
  ComposerNotes: () => {
    drawn.notes++;
    return null;
  },
}));
vi.mock('#client/features/desk/rush/handover-strip.tsx', () => ({
  HandoverStrip: () => {
    drawn.shift++;
    return null;
  },
}));
vi.mock('#client/features/desk/side/orders-panel.tsx', () => ({
  OrdersPanel: () => {
    drawn.side++;
    return null;
  },
}));

afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const openDesk = async (...events: readonly WireEvent[]) => {
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : SUMMARY }))),
  );
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  const { server, transport } = fakeServer();
  server.running = false;
  server.log.push(OPENED, ...events);
  const open = () => transport;
  render(
    <MemoryRouter>
      <Desk id="d1" createTransport={open} />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await act(async () => {});
  return server;
};

it('a keystroke draws neither the list, nor the thread, nor the side panel, nor what stands round the field anew', async () => {
  await openDesk(arrived('c1', 1), said('c1', 2, '在吗'), said('c1', 3, '急'));
  const before = { ...drawn };
  expect(before.lines).toBeGreaterThan(0);
  expect(before.tools).toBeGreaterThan(0);
  const field = screen.getByLabelText(/^回复 /);
  const type = (text: string) => fireEvent.change(field, { target: { value: text } });
  for (const text of ['在', '在的', '在的，', '在的，您说']) type(text);
  // The first letter is another thing: there is something to send.
  expect({ ...drawn, notes: before.notes }).toEqual(before);
  const { notes } = drawn;
  type('在的，您说吧');
  expect(drawn.notes).toBe(notes);
});

it('[O32] the count trails the letters, stands within 250 ms, and is told at once near the limit and when the field is empty', async () => {
  await openDesk(arrived('c1', 1), said('c1', 2, '在吗'));
  vi.useFakeTimers();
  const field = screen.getByLabelText(/^回复 /);
  const type = (text: string) => fireEvent.change(field, { target: { value: text } });
  const isShown = (count: number) => screen.queryByText(`${count} / 500`) !== null;
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  // The drafts of the test above are kept.
  type('');
  type('在的');
  await pass(249);
  type('在的，');
  // No letter drew it: the frame that shows a letter lays out and paints nothing else.
  expect(isShown(0)).toBe(true);
  await pass(1);
  expect(isShown(3)).toBe(true);
  type('在'.repeat(401));
  expect(isShown(401)).toBe(true);
  type('在'.repeat(501));
  expect(isShown(501)).toBe(true);
  type('在的');
  type('');
  expect(isShown(0)).toBe(true);
  await pass(1000);
  expect(isShown(0)).toBe(true);
});

it('another customer’s first line draws their row, and nothing of the open conversation', async () => {
  const server = await openDesk(arrived('c1', 1), said('c1', 2, '在吗'), arrived('c2', 3));
  const { rows: _, ...before } = drawn;
  await act(async () => server.push(said('c2', 4, '有货吗')));
  const { rows: __, ...after } = drawn;
  expect(after).toEqual(before);
});

it('[O35] what only the end of a rush’s shift has is not drawn in another drill, whose first screen would load it', async () => {
  const { shift } = drawn;
  await openDesk(arrived('c1', 1));
  expect(drawn.shift).toBe(shift);
});
