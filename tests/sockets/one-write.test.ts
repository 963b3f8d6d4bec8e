import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createWriteBatcher } from '#sockets/write-batcher.ts';
import { openDrill, testServer } from '#tests/http/support/test-server.ts';
import { connected, emit, message } from './test-socket.ts';

type Watched = Parameters<ReturnType<typeof createWriteBatcher>>[0];

/** A connection that writes down when it may send and when its writes are held together. */
const wireOf = (name: string) => {
  const heard: string[] = [];
  const transport = Object.assign(new EventEmitter(), { name, writable: true });
  transport.on('ready', () => heard.push(`ready ${transport.writable}`));
  const socket = { cork: () => heard.push('cork'), uncork: () => heard.push('uncork') };
  const wire = Object.assign(new EventEmitter(), { transport, request: { socket } });
  createWriteBatcher()(wire as unknown as Watched);
  return { wire, transport, heard };
};
const tick = (): Promise<void> => new Promise((done) => setImmediate(done));

test('the events of a reply and its acknowledgement leave together, in this order', async () => {
  const server = await testServer();
  const { drillId, cookie } = await openDrill(server);
  const socket = await connected(server, cookie);
  await emit(socket, 'drill:join', { drillId, after: 0, take: true });
  await emit(socket, 'drill:start', { drillId, commandId: 's' });
  const writes: string[][] = [];
  server.application.io.sockets.sockets
    .get(socket.id ?? '')
    ?.conn.on('flush', (packets: { data: string }[]) => writes.push(packets.map(({ data }) => data.slice(0, 2))));
  await emit(socket, 'message:send', message(drillId, 'm1'));
  // 2: an event (what happened, who types), 3: an acknowledgement.
  expect(writes).toHaveLength(1);
  expect(writes[0]?.map((data) => data[0])).toEqual(['2', '2', '3']);
});

test('packets of one moment wait for its end, and go as one write', async () => {
  const { wire, transport, heard } = wireOf('websocket');
  wire.emit('packetCreate');
  wire.emit('packetCreate');
  expect(transport.writable).toBe(false);
  expect(heard).toEqual([]);
  await tick();
  expect(heard).toEqual(['cork', 'ready true', 'uncork']);
});

test('a write under way, and a connection that polls, are left to themselves', async () => {
  const busy = wireOf('websocket');
  busy.transport.writable = false;
  busy.wire.emit('packetCreate');
  const polls = wireOf('polling');
  polls.wire.emit('packetCreate');
  expect(polls.transport.writable).toBe(true);
  await tick();
  expect([busy.heard, polls.heard]).toEqual([[], []]);
  expect(busy.transport.writable).toBe(false);
});
