import type { Server as HttpServer } from 'node:http';
import { type DefaultEventsMap, Server } from 'socket.io';
import type { Principal } from '#common/access.ts';
import { failure } from '#contract/errors.ts';
import { type ClientToServer, handshakeSchema, type ServerToClient } from '#contract/sockets.ts';
import { principalOf } from '#http/session/principal.ts';
import { languageOf } from '#http/session/request-language.ts';
import { isSameOrigin } from '#http/session/same-origin.ts';
import { inLanguage } from '#i18n/language.ts';
import { onCommands } from './commands.ts';
import type { DeskSocket, SocketData, SocketNeeds } from './desk-socket.ts';
import { createGuard } from './guard.ts';
import { tellFault } from './storage-faults.ts';

export type DeskServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

/**
 * Milliseconds between pings and until the answer. Both together notice a dead connection before the tenth second,
 * when the clock stops (RULES C4).
 */
const PING_MS = 4000;
const PONG_MS = 5000;
/** Bytes of the longest packet: 10,000 characters of four bytes, and the rest of a message. */
const LARGEST_BYTES = 64_000;
/** Milliseconds in which a connection must say what it is for; a page does so at once. */
const HELLO_MS = 10_000;

/** Real-time side: one socket is one browser tab, known by its guest cookie. */
export function createSocketServer(http: HttpServer, needs: SocketNeeds): DeskServer {
  const { storage, runner, classroom, clock, steadyClock, publicUrl } = needs;
  const guard = createGuard(needs);
  const io: DeskServer = new Server(http, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    // Compression costs five times the CPU for messages as short as these.
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: LARGEST_BYTES,
    pingInterval: PING_MS,
    pingTimeout: PONG_MS,
    connectTimeout: HELLO_MS,
    allowRequest: (request, decide) => {
      const { origin, host } = request.headers;
      decide(null, isSameOrigin(origin, host, publicUrl) && guard.admits(request));
    },
  });
  // From before the handshake of the page: who never says hello holds a connection all the same.
  io.engine.on('connection', guard.watch);
  // The version is checked first: nobody knows what a page of another version would send or understand.
  io.use((socket, next) => {
    const { auth, query, headers } = socket.handshake;
    socket.data.language = languageOf(query.lang, headers.cookie);
    if (handshakeSchema.safeParse(auth).success) return next();
    const data = inLanguage(socket.data.language, () => failure('protocol-mismatch'));
    next(Object.assign(new Error('protocol-mismatch'), { data }));
  });
  const principalNow = (socket: DeskSocket): Principal =>
    principalOf(storage, socket.handshake.headers.cookie, clock.now());
  /** When the session is over the connection is closed, and the browser connects again as the principal it is by then. */
  const checkSession = (socket: DeskSocket): void => {
    if (socket.data.principal.person === null) return;
    socket.data.principal = principalNow(socket);
    if (socket.data.principal.person === null) socket.conn.close();
  };
  needs.sessionEnds.listen(() => {
    for (const socket of io.sockets.sockets.values()) checkSession(socket);
  });
  io.on('connection', (socket) => {
    socket.data.principal = principalNow(socket);
    let heardAt = steadyClock.now();
    socket.conn.on('packet', () => {
      heardAt = steadyClock.now();
      // A session also ends by time, which nothing tells of. A command in this very packet is already decided by the
      // new principal.
      checkSession(socket);
    });
    tellFault(socket, storage.health.status());
    const connection = guard.of(socket.conn);
    connection.closesBy((code) => {
      socket.emit(
        'socket:closed',
        inLanguage(socket.data.language, () => failure(code)),
      );
      socket.disconnect(true);
    });
    onCommands(socket, connection, needs);
    socket.on('disconnect', (reason) => {
      // Nothing is left to use it for, and over one connection a page could say hello and goodbye for nothing.
      if (reason === 'client namespace disconnect') socket.conn.close();
      classroom.leave(socket.id);
      runner.leave(socket.id, reason === 'ping timeout' ? heardAt : steadyClock.now());
    });
  });
  return io;
}
