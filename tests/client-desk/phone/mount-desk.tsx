import { act, cleanup, render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, vi } from 'vitest';
import { useShops } from '#client/drill/model/drill-shops.ts';
import { Desk } from '#client/features/desk/desk-page.tsx';
import { forgetLoaded } from '#client/lib/hooks/use-load.ts';
import type { WireEvent } from '#contract/wire-events.ts';
import { onDesktop } from '#tests/client/fixtures/viewport.ts';
import { fakeServer } from '#tests/client-desk/fake-server.ts';
import { SHOP, SUMMARY } from '#tests/client-desk/shop.ts';

/** Before each test a device that has stored nothing, and a server that knows the one shop; afterwards a wide, empty page. */
export const onFreshDesk = (summary: unknown = SUMMARY): void => {
  beforeEach(() => {
    localStorage.clear();
    forgetLoaded();
    useShops.setState({ byId: { 'd1/suibu': SHOP }, errors: {} });
    vi.stubGlobal('fetch', (path: string) =>
      Promise.resolve(new Response(JSON.stringify({ ok: true, value: path.includes('/shops/') ? SHOP : summary }))),
    );
  });
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
    onDesktop();
  });
};

/**
 * The desk of drill d1 on a server with this log, connected; `now`: the server's milliseconds of the drill, whose clock stands
 * unless `isRunning`.
 */
export const mountDesk = async (
  log: readonly WireEvent[],
  now: number,
  isRunning = true,
): Promise<ReturnType<typeof fakeServer>['server']> => {
  const { server, transport } = fakeServer();
  server.log.push(...log);
  server.now = now;
  server.running = isRunning;
  render(
    <MemoryRouter>
      <Desk id="d1" createTransport={() => transport} />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await act(async () => {});
  return server;
};
