import type { Express, NextFunction, Request, Response } from 'express';
import type { Logger } from 'pino';
import type { ZodType } from 'zod';
import { accessOf, type Principal, refusal, resourceOf, type SignedIn } from '#common/access.ts';
import type { ClientAddress } from '#common/client-address.ts';
import type { Clock } from '#common/clock.ts';
import { ERRORS, type ErrorCode, failure, inReadersLanguage, type Reply, withRequestId } from '#contract/errors.ts';
import type { BodyRead, ParamsOf, QueryRead, RouteSpec } from '#contract/routes/route-spec.ts';
import {
  type FileRoute,
  type PageRoute,
  type PathOf,
  type ReplyOf,
  type Route,
  type Routes,
  routes,
} from '#contract/routes/table.ts';
import type { AccountAccess } from '#contract/who-may.ts';
import { parseBody } from '#http/bodies/parse-body.ts';
import { noteRefusal, noteRoute } from '#http/session/answered-requests.ts';
import type { AnsweredRequest } from '#http/session/audited-routes.ts';
import { isKeptFromMentor } from '#http/session/kept-from-mentors.ts';
import { principalOf } from '#http/session/principal.ts';
import { asVisitor } from '#http/session/visiting.ts';
import { storageRefusal } from '#storage/health/storage-health.ts';
import type { Storage } from '#storage/storage.ts';

/** What a request brings on every route. */
export type ApiRequest = {
  /** Its guest is null when the device has no cookie yet. */
  principal: Principal;
  /** The Cookie header as it came. */
  cookie: string | undefined;
  header(name: string): string | null;
  /** The principal's address: for limits, and shortened for the record of sign-ins. */
  address: string;
  setCookie(value: string): void;
};
/** A request known to be allowed, with the parts of its path in their checked shape. */
export type Allowed<R extends Route> = ApiRequest & {
  principal: Routes[R]['who'] extends AccountAccess ? { guest: string | null; person: SignedIn } : Principal;
  params: ParamsOf<PathOf<R>, Routes[R]>;
};
/** A file's bytes as the body, only where the table takes files. */
type FileOf<L> = L extends { upload: { file: string } } ? Buffer : never;
/** All of a request in the shape that the table of routes gives it. */
export type RouteInput<R extends Route> = Allowed<R> & {
  query: QueryRead<Routes[R]>;
  body: BodyRead<Routes[R]> | FileOf<Routes[R]>;
};

/** The media types of the files that people download. */
export const MEDIA_TYPE = {
  zip: 'application/zip',
  ics: 'text/calendar; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

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

export type Answer<R extends Route> = Reply<R extends FileRoute ? Download : ReplyOf<R>>;
export type Handler<R extends Route> = (request: RouteInput<R>) => Answer<R> | Promise<Answer<R>>;
/** A check that may refuse a request before its query and body are parsed. */
type EarlyCheck<R extends Route> = (request: Allowed<R>) => Promise<ErrorCode | null>;
export type Api = <R extends Exclude<Route, PageRoute>>(
  route: R,
  handler: Handler<R>,
  earlyCheck?: EarlyCheck<R>,
) => void;

type ApiNeeds = {
  storage: Storage;
  clock: Clock;
  clientAddress: ClientAddress;
  onPrincipal?: (principal: Principal) => Promise<void>;
  /** Called with every request that was carried out; the answer doesn't wait for it. */
  onAnswered?: (request: AnsweredRequest) => void;
};

/**
 * Registers handlers by the table of routes. The table says the address, who may ask, and the shape of what they send.
 * While the storage's files are gone, no change is accepted and none is acknowledged (RULES S2). `onPrincipal` is called
 * with the principal of every request.
 */
export const createApi = (
  app: Express,
  { storage, clock, clientAddress, onPrincipal = async () => {}, onAnswered = () => {} }: ApiNeeds,
): Api => {
  return (route, handler, earlyCheck) => {
    const spec: RouteSpec = routes[route];
    addRoute(app, route, async (request, response) => {
      const address = clientAddress(request);
      const asker: Principal = { ...(await principalOf(storage, request.headers.cookie, clock.now())), address };
      await onPrincipal(asker);
      const access = accessOf(route);
      const resource = resourceOf(access);
      const owner = resource === null ? null : await storage.ownerOf(resource, String(request.params.id ?? ''));
      const principal = await asVisitor(storage, access, asker, owner, request.params);
      const isKept = () => isKeptFromMentor(storage, access, principal, owner, request.params);
      const refusalCode = refusal(access, principal, owner) ?? ((await isKept()) ? 'not-shared' : null);
      response.set('Cache-Control', 'no-store');
      if (refusalCode !== null) return sendFailure(response, refusalCode);
      const isGone = (): boolean => route.startsWith('POST') && storage.health.isGone();
      if (isGone()) return sendFailure(response, 'storage-gone');
      const params = spec.params === undefined ? null : spec.params.schema.safeParse(request.params);
      if (params?.success === false && spec.params !== undefined) return sendFailure(response, spec.params.code);
      // The cast is safe: the route's own spec checked the path's parts, and their type comes from that spec.
      const allowed = {
        principal,
        params: { ...request.params, ...params?.data },
        cookie: request.headers.cookie,
        header: (name: string) => request.get(name) ?? null,
        address,
        setCookie: (value: string) => void response.append('Set-Cookie', value),
      } as Allowed<typeof route>;
      const earlyRefusal = (await earlyCheck?.(allowed)) ?? null;
      if (earlyRefusal !== null) return sendFailure(response, earlyRefusal);
      const query = readBySchema(spec.query, queryTexts(spec, request.query));
      if (!query.ok) return sendReply(response, query);
      const hasFile = spec.upload?.file !== undefined && Buffer.isBuffer(request.body);
      const body = hasFile ? { ok: true as const, value: request.body } : readBySchema(spec.body, request.body);
      if (!body.ok) return sendReply(response, body);
      const input = { ...allowed, query: query.value, body: body.value } as RouteInput<typeof route>;
      const reply = await handler(input);
      if (reply.ok) {
        const { params, body } = input;
        onAnswered({ route, principal, params, body, value: reply.value });
      }
      if (isGone()) return sendFailure(response, 'storage-gone');
      sendReply(response, reply);
    });
  };
};

/** Serves a route whose handler speaks HTTP itself: a page, a picture, a style. */
export const servePage = <R extends PageRoute>(
  app: Express,
  route: R,
  handler: (request: Request<ParamsOf<PathOf<R>, Routes[R]>>, response: Response) => void | Promise<void>,
): void => {
  // The cast is safe: Express fills `params` from this very path.
  addRoute(app, route, (request, response) => handler(request as Parameters<typeof handler>[0], response));
};

const addRoute = (
  app: Express,
  route: Route,
  handle: (request: Request, response: Response) => void | Promise<void>,
) => {
  const [method, path = ''] = route.split(' ');
  const answer = (request: Request, response: Response): void | Promise<void> => {
    noteRoute(response, route);
    return handle(request, response);
  };
  if (method === 'GET') app.get(path, answer);
  else app.post(path, answer);
};

/** The checked value, or undefined: without a schema nothing is read, whatever was sent. */
const readBySchema = (schema: ZodType | undefined, received: unknown): Reply<unknown> =>
  schema === undefined ? { ok: true, value: undefined } : parseBody(schema, received);

/** The query's fields that the spec names, as far as each is one text. A field given twice is a list and left out. */
const queryTexts = ({ query }: RouteSpec, received: Request['query']): Record<string, string> =>
  Object.fromEntries(
    Object.keys(query?.shape ?? {}).flatMap((name) => {
      const value = received[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );

const sendReply = (response: Response, reply: Reply<unknown>): void => {
  if (reply.ok && reply.value instanceof Download) sendDownload(response, reply.value);
  else if (reply.ok) response.json(reply);
  else {
    if (reply.error.code === 'report-wait') response.set('Retry-After', reply.error.detail ?? '1');
    sendRefusal(response, inReadersLanguage(reply));
  }
};

const sendDownload = (response: Response, { name, type, bytes }: Download): void => {
  response.attachment(name).type(type).send(bytes);
};

export const sendFailure = (response: Response, code: ErrorCode, detail?: string): void => {
  sendRefusal(response, { ok: false, error: failure(code, detail) });
};

const sendRefusal = (response: Response, refusalCode: Reply<never>): void => {
  if (refusalCode.ok) return;
  const { code } = refusalCode.error;
  const id = noteRefusal(response, code);
  response.status(ERRORS[code]).json(id === null ? refusalCode : withRequestId(refusalCode, id));
};

/** Answers requests that failed. A bad body is the sender's fault; anything else is the server's and is logged. */
export const errorHandler = (logger: Logger) => {
  return (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status === 413) return sendFailure(response, 'too-large');
    if (status >= 400 && status < 500) return sendFailure(response, 'bad-request', 'body');
    logger.error({ err: error }, 'request failed');
    sendFailure(response, storageRefusal(error) ?? 'internal');
  };
};

const statusOf = (error: unknown): number => {
  return error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
};
