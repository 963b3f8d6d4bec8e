import type { IncomingMessage } from 'node:http';

/** The address a connection comes from, for limits only. */
export const socketAddress = (request: IncomingMessage): string => request.socket.remoteAddress ?? '';
