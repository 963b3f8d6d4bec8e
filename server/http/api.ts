import type { Express, NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { ERRORS, type ErrorCode, failure, type Reply } from '#contract/errors.ts';
import { guestOf } from '#http/guest-cookie.ts';
import { ROUTE_ACCESS, type Route, refusal } from '#server/access.ts';
import type { Storage } from '#storage/storage.ts';

export type ApiRequest = {
  /** Null when the device has no cookie yet. */
  guest: string | null;
  param(name: string): string;
  query(name: string): string | null;
  body: unknown;
  /** The asker's address, for limits only. */
  address: string;
  setCookie(value: string): void;
};
export type Handler = (request: ApiRequest) => Reply<unknown> | Promise<Reply<unknown>>;
export type Api = (route: Route, handler: Handler) => void;

/** Registers routes so that none can be added without a line in the permission table. */
export function createApi(app: Express, storage: Storage): Api {
  return (route, handler) => {
    const [method, path] = route.split(' ');
    if (path === undefined) throw new Error(`Route without a path: ${route}`);
    const run = async (request: Request, response: Response): Promise<void> => {
      const guest = guestOf(storage, request.headers.cookie);
      const drillId = request.params.id;
      const drill = typeof drillId === 'string' && path.startsWith('/api/drills/') ? storage.drill(drillId) : null;
      const refused = refusal(ROUTE_ACCESS[route], guest, drill?.guest ?? null);
      response.set('Cache-Control', 'no-store');
      if (refused !== null) return sendFailure(response, refused);
      const reply = await handler({
        guest,
        param: (name) => String(request.params[name] ?? ''),
        query: (name) => textOf(request.query[name]),
        body: request.body,
        address: request.ip ?? '',
        setCookie: (value) => void response.append('Set-Cookie', value),
      });
      response.status(reply.ok ? 200 : ERRORS[reply.error.code].http).json(reply);
    };
    if (method === 'GET') app.get(path, run);
    else if (method === 'POST') app.post(path, run);
    else throw new Error(`Method not known: ${route}`);
  };
}

export function sendFailure(response: Response, code: ErrorCode, detail?: string): void {
  response.status(ERRORS[code].http).json({ ok: false, error: failure(code, detail) });
}

/** The last resort: a bad body is the sender's fault, anything else is ours and is logged. */
export function errorHandler(logger: Logger) {
  return (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status === 413) return sendFailure(response, 'too-large');
    if (status >= 400 && status < 500) return sendFailure(response, 'bad-request', 'body');
    logger.error({ err: error }, 'request failed');
    sendFailure(response, 'internal');
  };
}

function statusOf(error: unknown): number {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
