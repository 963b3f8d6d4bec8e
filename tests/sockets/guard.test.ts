import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createGuard, type EngineConnection } from '#sockets/guard.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

test('[N8] who doesn’t take what is sent gets no missed events, and is closed in the end', async () => {
  const storage = await openReady(tempFolder());
  const clock = virtualClock();
  const guard = createGuard({
    storage,
    clock,
    steadyClock: clock,
    clientAddress: ({ socket }) => socket.remoteAddress ?? '',
  });
  let closed = 0;
  const request = { headers: {}, socket: { remoteAddress: '10.0.0.1' } };
  const wire = Object.assign(new EventEmitter(), {
    request,
    close: () => void closed++,
  }) as unknown as EngineConnection;
  expect(await guard.admits(wire.request)).toBe(true);
  guard.watch(wire);
  const connection = guard.of(wire);
  const send = (packets: number): void => {
    for (let n = 0; n < packets; n++) wire.emit('packetCreate');
  };
  send(30);
  expect(connection.isBehind()).toBe(false);
  send(30);
  expect(connection.isBehind()).toBe(true);
  wire.emit('flush');
  expect(connection.isBehind()).toBe(false);
  send(1000);
  expect(closed).toBe(0);
  send(1);
  expect(closed).toBe(1);
  await storage.close();
});
