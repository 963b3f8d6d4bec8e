import type { Failure, Reply } from '#contract/errors.ts';
import type { BodyOf, CallRoute, ReplyOf, Route, Routes } from '#contract/routes/table.ts';
import { type Address, type AddressRest, addressOf, type Path } from './endpoints.ts';
import { say } from './messages.ts';

/** What can go wrong before the server's own refusal arrives. */
export type TransportCode = 'network' | 'timeout' | 'bad-answer';
/** `detail` fills the message: the seconds to wait, the login that is taken. */
export type Trouble = { code: Failure['code'] | TransportCode; message: string; detail?: string | undefined };
export type Answer<T> = { ok: true; value: T } | { ok: false; error: Trouble };

export const isTransport = (code: Trouble['code']): boolean =>
  code === 'network' || code === 'timeout' || code === 'bad-answer';

const TIMEOUT_MS = 10_000;

const transportFailure = (code: TransportCode): { ok: false; error: Trouble } => ({
  ok: false,
  error: { code, message: say(`ui:trouble.${code}`) },
});

const isReply = <T>(body: unknown): body is Reply<T> =>
  typeof body === 'object' && body !== null && 'ok' in body && ('value' in body || 'error' in body);

let signedOutListener = (): void => {};
/** Runs when the server says that nobody is signed in: the session ended elsewhere (lib/me.ts). */
export const onSignedOut = (listener: () => void): void => {
  signedOutListener = listener;
};

/**
 * A small change gets there although its page goes meanwhile. Browsers let 64 kB in all travel like that, and refuse more.
 */
const SMALL_CHARS = 4000;
const isSmall = (body: BodyInit): boolean => typeof body === 'string' && body.length <= SMALL_CHARS;

type RequestContent = { body: BodyInit; headers: Record<string, string> };

/**
 * One request, one answer, never a throw. If the caller aborts it, the returned promise stays pending, since nobody
 * waits for it. `T` is trusted: the server checks what it sends, and zod would add 22 kB here.
 */
const request = async <T>(
  method: string,
  path: string,
  content: RequestContent | null,
  signal?: AbortSignal,
): Promise<Answer<T>> => {
  const controller = new AbortController();
  let hasTimedOut = false;
  const timer = setTimeout(() => {
    hasTimedOut = true;
    controller.abort();
  }, TIMEOUT_MS);
  signal?.addEventListener('abort', () => controller.abort(), { once: true });
  try {
    const response = await fetch(path, {
      method,
      signal: controller.signal,
      headers: { accept: 'application/json', ...content?.headers },
      ...(content === null ? {} : { body: content.body, keepalive: isSmall(content.body) }),
    });
    const json: unknown = await response.json().catch(() => null);
    if (!isReply<T>(json)) return transportFailure('bad-answer');
    if (!json.ok && json.error.code === 'not-signed-in') signedOutListener();
    return json;
  } catch {
    if (signal?.aborted === true) return new Promise(() => {});
    return transportFailure(hasTimedOut ? 'timeout' : 'network');
  } finally {
    clearTimeout(timer);
  }
};

export const get = <T>(path: Path<T>, signal?: AbortSignal): Promise<Answer<T>> =>
  request<T>('GET', path, null, signal);

/** What a call needs beside its route: names of the address, then the body, each where the route has one. */
type CallArguments<R extends Route> =
  undefined extends BodyOf<R> ? AddressRest<R> : [address: Address<R>, body: BodyOf<R>];

/** Calls one route of the table, with the address, body and answer the table gives it. */
export const call = <R extends CallRoute>(route: R, ...rest: CallArguments<R>): Promise<Answer<ReplyOf<R>>> => {
  const [address = {}, body = {}]: [address?: object, body?: unknown] = rest;
  const path = addressOf(route, address);
  if (route.startsWith('GET ')) return request('GET', path, null);
  return request('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });
};

/** Routes that take a file. */
type UploadRoute = { [R in CallRoute]: Routes[R] extends { upload: { file: string } } ? R : never }[CallRoute];

/** Sends a file unchanged; its name is escaped, since a header carries only Latin-1. */
export const callWithFile = <R extends UploadRoute>(
  route: R,
  address: Address<R>,
  file: File,
): Promise<Answer<ReplyOf<R>>> =>
  request('POST', addressOf(route, address), {
    body: file,
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name) },
  });
