/** The measure of `bench drill`: the same sockets, acknowledged with nothing decided and nothing stored. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { portOf, tell } from './server-process.ts';

const http = createServer();
// As in server/sockets/socket-server.ts: the ratio means nothing with other settings.
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
http.listen(0, '127.0.0.1');
await once(http, 'listening');
tell({ port: portOf(http.address()), cookie: '', drills: [] });
