import { io } from 'socket.io-client';
import { expect, onTestFinished, test, vi } from 'vitest';
import { PROTOCOL_VERSION } from '#contract/sockets.ts';
import { ConnectionLost } from '#storage/health/storage-errors.ts';
import { openDrill, testServer } from '#tests/http/support/test-server.ts';

test('[S4] a page that connects while it can’t be read who it is gets in by itself once it can', async () => {
  const server = await testServer();
  const { cookie } = await openDrill(server);
  // The connection is admitted, and then the database goes away.
  const known = server.storage.guestByToken;
  const asked = vi.spyOn(server.storage, 'guestByToken');
  asked.mockImplementationOnce(known).mockRejectedValueOnce(new ConnectionLost('the server went away'));
  const socket = io(server.url, {
    auth: { protocol: PROTOCOL_VERSION },
    transports: ['websocket'],
    forceNew: true,
    reconnectionDelay: 1,
    extraHeaders: { cookie },
  });
  onTestFinished(() => void socket.disconnect());
  await new Promise<void>((done) => socket.once('connect', done));
  expect(asked.mock.results.map(({ type }) => type)).toEqual(['return', 'return', 'return', 'return']);
  asked.mockRestore();
});
