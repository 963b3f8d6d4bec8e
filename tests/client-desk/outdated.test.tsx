import '#client/app/i18n.ts';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { OutdatedNotice } from '#client/app/outdated-notice.tsx';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { useClosedSocket } from '#client/lib/closed-socket.ts';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import { useOutdated } from '#client/lib/outdated.ts';
import { socketTransport } from '#client/lib/socket.ts';
import { failure } from '#contract/errors.ts';
import { PROTOCOL_VERSION } from '#contract/sockets.ts';
import { BUTTON } from '#tests/support/labels.ts';
import { arrived, fakeServer, OPENED, said } from './fake-server.ts';
import { SHOP, SUMMARY } from './shop.ts';

type Heard = (said: unknown) => void;
const line = vi.hoisted(() => ({ options: null as unknown, heard: new Map<string, unknown>(), connects: 0 }));
vi.mock('socket.io-client', () => ({
  io: (options: unknown) => {
    line.options = options;
    return {
      on: (name: string, then: unknown) => line.heard.set(name, then),
      connect: () => {
        line.connects += 1;
      },
      disconnect: () => {},
      removeAllListeners: () => {},
    };
  },
}));

const nothing = () => {};
/** A real line of this page, refused with a code. */
const refused = (error: Error) => {
  socketTransport().open({ onUp: nothing, onDown: nothing, onEvents: nothing, onTyping: nothing, onTaken: nothing });
  act(() => (line.heard.get('connect_error') as Heard)(error));
};
const mismatch = () => Object.assign(new Error('refused'), { data: failure('protocol-mismatch') });

const openDesk = async () => {
  const { server, transport } = fakeServer();
  server.log.push(OPENED, arrived('c1', 8000, '小鹿'), said('c1', 9000, '在吗'));
  server.now = 10_000;
  const open = () => transport;
  const page = render(
    <MemoryRouter>
      <OutdatedNotice />
      <Desk id="d1" createTransport={open} />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await act(() => vi.advanceTimersByTimeAsync(1));
  return page;
};
const composer = () => screen.getByLabelText<HTMLTextAreaElement>(/^回复 /);

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: false });
  localStorage.clear();
  forgetLoaded();
  useOutdated.setState({ isOutdated: false });
  useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
  vi.stubGlobal('fetch', (path: string) =>
    Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : SUMMARY }))),
  );
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('the desk sends its protocol version when it connects', () => {
  socketTransport();
  expect(line.options).toMatchObject({ auth: { protocol: PROTOCOL_VERSION } });
});

it('a desk of another version says so, and a reload keeps what was typed', async () => {
  const reload = vi.spyOn(window.location, 'reload').mockImplementation(nothing);
  const page = await openDesk();
  fireEvent.change(composer(), { target: { value: '亲，我看一下' } });
  expect(screen.queryByRole('button', { name: BUTTON.reload })).toBeNull();
  refused(mismatch());
  expect(screen.getByText(/这个页面还是旧的/)).toBeTruthy();
  expect(composer().value).toBe('亲，我看一下');
  fireEvent.click(screen.getByRole('button', { name: BUTTON.reload }));
  expect(reload).toHaveBeenCalledOnce();
  // As the browser does on a reload: this page is left, and a new one opens.
  window.dispatchEvent(new Event('pagehide'));
  page.unmount();
  useOutdated.setState({ isOutdated: false });
  await openDesk();
  expect(composer().value).toBe('亲，我看一下');
});

it('any other refusal of the connection asks for no reload', async () => {
  await openDesk();
  refused(new Error('websocket error'));
  expect(screen.queryByRole('button', { name: BUTTON.reload })).toBeNull();
});

it('a connection closed without a word is opened at once, one closed with a reason is not', () => {
  socketTransport().open({ onUp: nothing, onDown: nothing, onEvents: nothing, onTyping: nothing, onTaken: nothing });
  const hear = (name: string, said: unknown) => act(() => (line.heard.get(name) as Heard)(said));
  const connects = () => line.connects;
  const before = connects();
  hear('disconnect', 'io server disconnect');
  expect(connects()).toBe(before + 1);
  hear('socket:closed', failure('too-many-pages'));
  hear('disconnect', 'io server disconnect');
  expect(connects()).toBe(before + 1);
  expect(useClosedSocket.getState().closed?.reason.code).toBe('too-many-pages');
  hear('connect', undefined);
  expect(useClosedSocket.getState().closed).toBeNull();
  hear('disconnect', 'io server disconnect');
  expect(connects()).toBe(before + 2);
});
