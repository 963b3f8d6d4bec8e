import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Meter } from '#common/meter.ts';
import { inRequest, openRequest } from '#common/request-id.ts';
import { ERRORS, type ErrorCode } from '#contract/errors.ts';

/** What is noted of a request while it is answered. `route`: as the table has it; null: none of it has answered. */
type RequestNotes = { readonly id: string; route: string | null; code: ErrorCode | null };

const notesByResponse = new WeakMap<Response, RequestNotes>();

/** To be told which route of the table answers. */
export const noteRoute = (response: Response, route: string): void => {
  const requestNotes = notesByResponse.get(response);
  if (requestNotes !== undefined) requestNotes.route = route;
};

/** To be told of a refusal; gives the request's id for the answer, or null where it has none. */
export const noteRefusal = (response: Response, code: ErrorCode): string | null => {
  const requestNotes = notesByResponse.get(response);
  if (requestNotes === undefined) return null;
  requestNotes.code = code;
  return requestNotes.id;
};

/**
 * Gives each request its id, and tells the meter and the log how it was answered. The log names the route and never the
 * address, which may hold a name or a join code.
 */
export const answeredRequests =
  (meter: Meter, logger: Logger): RequestHandler =>
  (_request, response, next) => {
    const request = openRequest();
    const startedAt = performance.now();
    const requestNotes: RequestNotes = { id: request.id, route: null, code: null };
    notesByResponse.set(response, requestNotes);
    response.set('X-Request-Id', request.id);
    response.once('close', () => {
      request.isOpen = false;
      const ms = performance.now() - startedAt;
      const { code } = requestNotes;
      const route = requestNotes.route ?? (code === null ? 'page' : 'none');
      meter.requestAnswered(route, response.statusCode, code, ms);
      const fields = { requestId: request.id, route, status: response.statusCode, code, ms: Math.round(ms) };
      if (code === null) logger.debug(fields, 'request');
      else logger[ERRORS[code] >= 500 ? 'warn' : 'info'](fields, 'request refused');
    });
    inRequest(request, next);
  };
