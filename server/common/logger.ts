import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';
import { requestNow } from './request-id.ts';

/** The server's log: JSON a line, with `requestId` on each line that is written for a request before its answer. */
export const createLogger = (level: LogLevel, to?: DestinationStream): Logger => {
  const options = {
    level,
    // Without the machine's name, which pino adds: many a machine bears its owner's.
    base: { pid: process.pid },
    mixin: () => {
      const request = requestNow();
      return request === null ? {} : { requestId: request.id };
    },
  };
  return to === undefined ? pino(options) : pino(options, to);
};
