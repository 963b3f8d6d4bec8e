/** The server that `bench drill` compares with: it acknowledges over the same sockets, decides nothing and stores nothing. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { portOf, tell } from './server-process.ts';

const http = createServer();
// The same settings as in server/sockets/socket-server.ts: with others the ratio means nothing.
const io = new Server(http, {
  serveClient: false,
  transports: ['websocket', 'polling'],
  perMessageDeflate: false,
  httpCompression: false,
  maxHttpBufferSize: 64_000,
  pingInterval: 4000,
  pingTimeout: 5000,
});
io.on('connection', (socket) => {
  let seq = 0;
  socket.onAny((_name: string, _payload: unknown, ack: unknown) => {
    if (typeof ack === 'function') ack({ ok: true, value: { seq: ++seq, now: seq } });
  });
});
/** Asked for the processor time spent, as the server of the drills is. */
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ processorS: (user + system) / 1e6, bytes: process.memoryUsage.rss() });
});
http.listen(0, '127.0.0.1');
await once(http, 'listening');
tell({ port: portOf(http.address()), drills: [], cookies: [] });
