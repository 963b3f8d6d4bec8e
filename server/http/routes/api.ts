import type { Express, NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import { type Asker, ROUTE_ACCESS, type Route, refusal, thingOf } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { ERRORS, type ErrorCode, failure, type Reply } from '#contract/errors.ts';
import { askerOf } from '#http/session/principal.ts';
import type { Storage } from '#storage/storage.ts';

export type ApiRequest = {
  /** Its guest is null when the device has no cookie yet. */
  asker: Asker;
  param(name: string): string;
  query(name: string): string | null;
  body: unknown;
  /** The Cookie header as it came. */
  cookie: string | undefined;
  header(name: string): string | null;
  /** The asker's address, for limits only. */
  address: string;
  setCookie(value: string): void;
};
/** A file as a handler's value: sent as it is instead of JSON. */
export class Download {
  readonly name: string;
  readonly type: string;
  readonly bytes: Buffer;
  constructor(name: string, type: string, bytes: Buffer) {
    this.name = name;
    this.type = type;
    this.bytes = bytes;
  }
}
export type Handler = (request: ApiRequest) => Reply<unknown> | Promise<Reply<unknown>>;
export type Api = (route: Route, handler: Handler) => void;

/** Registers routes so that none can be added without a line in the permission table. */
export function createApi(app: Express, storage: Storage, clock: Clock): Api {
  return (route, handler) => {
    const [method, path] = route.split(' ');
    if (path === undefined) throw new Error(`Route without a path: ${route}`);
    const run = async (request: Request, response: Response): Promise<void> => {
      const asker = askerOf(storage, request.headers.cookie, clock.now());
      const access = ROUTE_ACCESS[route];
      const thing = thingOf(access);
      const belongs = thing === null ? null : storage.belongs(thing, String(request.params.id ?? ''));
      const refused = refusal(access, asker, belongs);
      response.set('Cache-Control', 'no-store');
      if (refused !== null) return sendFailure(response, refused);
      const reply = await handler({
        asker,
        param: (name) => String(request.params[name] ?? ''),
        query: (name) => textOf(request.query[name]),
        body: request.body,
        cookie: request.headers.cookie,
        header: (name) => request.get(name) ?? null,
        address: request.ip ?? '',
        setCookie: (value) => void response.append('Set-Cookie', value),
      });
      if (reply.ok && reply.value instanceof Download) return void sendDownload(response, reply.value);
      response.status(reply.ok ? 200 : ERRORS[reply.error.code].http).json(reply);
    };
    if (method === 'GET') app.get(path, run);
    else if (method === 'POST') app.post(path, run);
    else throw new Error(`Method not known: ${route}`);
  };
}

function sendDownload(response: Response, { name, type, bytes }: Download): void {
  response.attachment(name).type(type).send(bytes);
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
