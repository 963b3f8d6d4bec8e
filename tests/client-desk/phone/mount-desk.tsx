import { act, render } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { Desk } from '#client/features/desk/desk-page.tsx';
import type { WireEvent } from '#contract/wire-events.ts';
import { fakeServer } from '#tests/client-desk/fake-server.ts';

/** The desk of drill d1 on a server with this log, connected; `now`: the server's milliseconds of the drill. */
export const mountDesk = async (
  log: readonly WireEvent[],
  now: number,
): Promise<ReturnType<typeof fakeServer>['server']> => {
  const { server, transport } = fakeServer();
  server.log.push(...log);
  server.now = now;
  render(
    <MemoryRouter>
      <Desk id="d1" createTransport={() => transport} />
    </MemoryRouter>,
  );
  await act(async () => server.up());
  await act(async () => {});
  return server;
};
