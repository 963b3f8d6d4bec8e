import type { Logger } from 'pino';
import type { Meter } from '#common/meter.ts';
import { inRequest, openRequest } from '#common/request-id.ts';
import { commandSchemas } from '#contract/commands.ts';
import { ERRORS, type Reply, withRequestId } from '#contract/errors.ts';

export type Acknowledge = (reply: Reply<unknown>) => void;

/**
 * Gives a command its id, has `handle` carry it out, and tells the meter and the log how it was answered. `ack`: the
 * sender's, where it has one.
 */
export const answeredCommand = (
  { meter, logger }: { meter: Meter; logger: Logger },
  name: string,
  ack: unknown,
  handle: (acknowledge: Acknowledge) => void,
): void => {
  const request = openRequest();
  const startedAt = performance.now();
  // A name that somebody made up would be a label without bounds, and may hold anything.
  const command = Object.hasOwn(commandSchemas, name) ? name : 'unknown';
  const acknowledge: Acknowledge = (reply) => {
    if (typeof ack === 'function') ack(withRequestId(reply, request.id));
    if (!request.isOpen) return;
    request.isOpen = false;
    const ms = performance.now() - startedAt;
    const code = reply.ok ? null : reply.error.code;
    meter.commandAnswered(command, code, ms);
    const fields = { requestId: request.id, command, code, ms: Math.round(ms) };
    if (code === null) logger.debug(fields, 'command');
    else logger[ERRORS[code] >= 500 ? 'warn' : 'info'](fields, 'command refused');
  };
  inRequest(request, () => handle(acknowledge));
};
