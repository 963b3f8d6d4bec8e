import type { Server as HttpServer } from 'node:http';
import { type DefaultEventsMap, Server } from 'socket.io';
import type { Principal } from '#common/access.ts';
import { failure } from '#contract/errors.ts';
import { type ClientToServer, handshakeSchema, type ServerToClient } from '#contract/sockets.ts';
import { principalOf } from '#http/session/principal.ts';
import { languageOf } from '#http/session/request-language.ts';
import { isSameOrigin } from '#http/session/same-origin.ts';
import { inLanguage } from '#i18n/language.ts';
import { createCommandListeners } from './command-listeners.ts';
import { onCommands } from './commands.ts';
import type { DeskSocket, SocketData, SocketNeeds } from './desk-socket.ts';
import { createGuard } from './guard.ts';
import { tellFault } from './storage-faults.ts';
import { createWriteBatcher } from './write-batcher.ts';

export type DeskServer = Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>;

/**
 * Milliseconds between pings and until the answer. Both together notice a dead connection before the tenth second,
 * when the clock stops (RULES C4).
 */
const PING_MS = 4000;
const PONG_MS = 5000;
/** Bytes of the longest packet: 10,000 characters of four bytes, and the rest of a message. */
const MAX_PACKET_BYTES = 64_000;
/** Milliseconds in which a connection must say what it is for; a page does so at once. */
const CONNECT_TIMEOUT_MS = 10_000;

/** Real-time side: one socket is one browser tab, known by its guest cookie. */
export const createSocketServer = (http: HttpServer, needs: SocketNeeds): DeskServer => {
  const { storage, runner, classroom, clock, steadyClock, logger, publicUrl } = needs;
  const guard = createGuard(needs);
  const listeners = createCommandListeners(runner, classroom);
  const io: DeskServer = new Server(http, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    // Compression costs five times the CPU for messages as short as these.
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MAX_PACKET_BYTES,
    pingInterval: PING_MS,
    pingTimeout: PONG_MS,
    connectTimeout: CONNECT_TIMEOUT_MS,
    allowRequest: (request, decide) => {
      const { origin, host } = request.headers;
      if (!isSameOrigin(origin, host, publicUrl)) return decide(null, false);
      guard.admits(request).then(
        (isAdmitted) => decide(null, isAdmitted),
        (error: unknown) => {
          logger.error({ err: error }, 'connection not admitted');
          decide(null, false);
        },
      );
    },
  });
  // From before the handshake of the page: who never says hello holds a connection all the same.
  io.engine.on('connection', guard.watch);
  io.engine.on('connection', createWriteBatcher());
  // The version is checked first: nobody knows what a page of another version would send or understand.
  io.use((socket, next) => {
    const { auth, query, headers } = socket.handshake;
    socket.data.language = languageOf(query.lang, headers.cookie);
    const handshake = handshakeSchema.safeParse(auth);
    socket.data.takesTold = handshake.data?.takesTold === true;
    if (handshake.success) return next();
    const data = inLanguage(socket.data.language, () => failure('protocol-mismatch'));
    next(Object.assign(new Error('protocol-mismatch'), { data }));
  });
  const principalNow = (socket: DeskSocket): Promise<Principal> =>
    principalOf(storage, socket.handshake.headers.cookie, clock.now());
  /** When the session is over the connection is closed, and the browser connects again as the principal it is by then. */
  const checkSession = async (socket: DeskSocket): Promise<void> => {
    if (socket.data.principal.person === null) return;
    socket.data.principal = await principalNow(socket);
    if (socket.data.principal.person === null) socket.conn.close();
  };
  const logUnchecked = (error: unknown): void => logger.error({ err: error }, 'session not checked');
  needs.sessionEnds.subscribe(() => {
    for (const socket of io.sockets.sockets.values()) checkSession(socket).catch(logUnchecked);
  });
  // Who it is is known before the first command can come.
  io.use((socket, next) => {
    principalNow(socket).then(
      (principal) => {
        socket.data.principal = principal;
        next();
      },
      (error: unknown) => {
        logUnchecked(error);
        // A page whose handshake is refused doesn't try again by itself; one whose connection ends does.
        socket.conn.close();
      },
    );
  });
  io.on('connection', (socket) => {
    let lastPacketAt = steadyClock.now();
    let sessionCheck: Promise<void> | null = null;
    socket.conn.on('packet', () => {
      lastPacketAt = steadyClock.now();
      // A session also ends by time, which nothing tells of. A command in this very packet is decided by the new
      // principal.
      sessionCheck = socket.data.principal.person === null ? null : checkSession(socket).catch(logUnchecked);
    });
    tellFault(socket, storage.health.status());
    const connection = guard.of(socket.conn);
    connection.onClose((code) => {
      socket.emit(
        'socket:closed',
        inLanguage(socket.data.language, () => failure(code)),
      );
      socket.disconnect(true);
    });
    onCommands(socket, connection, needs, listeners, () => sessionCheck);
    socket.on('disconnect', (reason) => {
      // Nothing is left to use it for, and over one connection a page could say hello and goodbye for nothing.
      if (reason === 'client namespace disconnect') socket.conn.close();
      classroom.leave(socket.id).catch((error: unknown) => logger.error({ err: error }, 'seat not left'));
      runner.leave(socket.id, reason === 'ping timeout' ? lastPacketAt : steadyClock.now());
    });
  });
  return io;
};
