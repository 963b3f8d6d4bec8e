/** Requests of any server: without the program, which a file that starts none need not read. */

import type { Reply } from '#contract/errors.ts';
import { exchange } from './exchange.ts';

export type Answer = { status: number; headers: Headers; reply: Reply<unknown>; cookie: string | null };

const sentBody = (body: unknown): string | Uint8Array =>
  typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);

/** One request; `cookie` of the answer is ready to be sent again. */
export const ask = async (
  url: string,
  {
    method = 'GET',
    cookie,
    body,
    headers = {},
  }: { method?: string; cookie?: string | null; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> => {
  const {
    status,
    type,
    setCookies,
    headers: answered,
    text,
  } = await exchange(url, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    body: body === undefined ? null : sentBody(body),
  });
  return {
    status,
    get headers() {
      return answered();
    },
    reply: type.includes('json') ? JSON.parse(text) : { ok: true, value: text },
    cookie: setCookies[0]?.split(';')[0] ?? null,
  };
};

export const valueIn = (answer: Answer): unknown => {
  if (!answer.reply.ok) throw new Error(answer.reply.error.code);
  return answer.reply.value;
};
/** The reply without its request's id, which each refusal has for itself (RULES W3). */
export const withoutId = ({ reply }: Pick<Answer, 'reply'>): Reply<unknown> => {
  if (reply.ok) return reply;
  const { requestId: _, ...error } = reply.error;
  return { ok: false, error };
};
export const codeOf = ({ reply }: Answer): string => (reply.ok ? 'ok' : reply.error.code);

/** Opens a drill as a new guest (or as `cookie`). */
export const openDrill = async (
  { url }: { url: string },
  cookie: string | null = null,
  scenarios = ['product-advice/toy'],
): Promise<{ drillId: string; cookie: string }> => {
  const answer = await ask(`${url}/api/drills`, { method: 'POST', cookie, body: { scenarios, seed: 1 } });
  const value = valueIn(answer);
  const owner = cookie ?? answer.cookie;
  if (typeof value !== 'object' || value === null || !('id' in value) || owner === null) throw new Error('not opened');
  return { drillId: String(value.id), cookie: owner };
};
