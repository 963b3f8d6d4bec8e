import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Meter } from '#common/meter.ts';
import { inRequest, openRequest } from '#common/request-id.ts';
import { ERRORS, type ErrorCode } from '#contract/errors.ts';

/** What is noted of a request while it is answered. `route`: as the table has it; null: none of it has answered. */
type Notes = { readonly id: string; route: string | null; code: ErrorCode | null };

const notes = new WeakMap<Response, Notes>();

/** To be told which route of the table answers. */
export function noteRoute(response: Response, route: string): void {
  const known = notes.get(response);
  if (known !== undefined) known.route = route;
}

/** To be told of a refusal; gives the request's id for the answer, or null where it has none. */
export function noteRefusal(response: Response, code: ErrorCode): string | null {
  const known = notes.get(response);
  if (known === undefined) return null;
  known.code = code;
  return known.id;
}

/**
 * Gives each request its id, and tells the meter and the log how it was answered. The log names the route and never the
 * address, which may hold a name or a join code.
 */
export const answeredRequests =
  (meter: Meter, logger: Logger): RequestHandler =>
  (_request, response, next) => {
    const request = openRequest();
    const from = performance.now();
    const known: Notes = { id: request.id, route: null, code: null };
    notes.set(response, known);
    response.set('X-Request-Id', request.id);
    response.once('close', () => {
      request.isOpen = false;
      const ms = performance.now() - from;
      const { code } = known;
      const route = known.route ?? (code === null ? 'page' : 'none');
      meter.requestAnswered(route, response.statusCode, code, ms);
      const told = { requestId: request.id, route, status: response.statusCode, code, ms: Math.round(ms) };
      if (code === null) logger.debug(told, 'request');
      else logger[ERRORS[code] >= 500 ? 'warn' : 'info'](told, 'request refused');
    });
    inRequest(request, next);
  };
