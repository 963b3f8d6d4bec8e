/** The targets of the fuzz. Each sends one payload and says what is wrong with how it was answered; null: nothing. */

import { ZodType } from 'zod';
import { accessOf, resourceOf } from '#common/access.ts';
import { readConfig } from '#common/config.ts';
import { StartError } from '#common/start-error.ts';
import type { RouteSpec } from '#contract/routes/route-spec.ts';
import { type Route, routes } from '#contract/routes/table.ts';
import { OWN_CONNECTION } from './fuzz-server.ts';
import {
  ANSWER_MS,
  CODES,
  type FuzzContext,
  type FuzzResult,
  type FuzzTarget,
  ODD_IDS,
  randomCookie,
  short,
} from './fuzz-target.ts';
import { asText, hostileValue, mutated, mutatedBytes, rightValue } from './generate.ts';
import { command, frames, handshake } from './socket-targets.ts';

const ROUTES = Object.keys(routes) as [Route, ...Route[]];

/** What is wrong with an HTTP answer, if anything. */
const wrongIn = async (response: Response): Promise<string | null> => {
  const text = await response.text();
  if (response.status === 500) return `answered with 500: ${text.slice(0, 200)}`;
  if (!(response.headers.get('content-type') ?? '').includes('json') || !text.startsWith('{"ok":false')) return null;
  const { error } = JSON.parse(text);
  return error === undefined || (CODES.has(error.code) && error.code !== 'internal')
    ? null
    : `refused with ${text.slice(0, 200)}`;
};

/** `raw`: a body as it is, of this type, instead of JSON. */
const ask = async (
  { server, world, random }: FuzzContext,
  route: Route,
  body: unknown,
  raw: { bytes: Buffer; type: string } | null = null,
): Promise<FuzzResult> => {
  const [method = 'GET', path = ''] = route.split(' ');
  const thing = resourceOf(accessOf(route));
  const filled = path.replace(/:(\w+)/g, (_, name: string) => {
    if (random.next() < 0.12) return random.oneOf(ODD_IDS);
    if (name === 'id' && thing !== null) return world.ids[thing];
    if (name === 'code') return world.code;
    if (name === 'person') return world.member;
    return encodeURIComponent(random.oneOf(world.words));
  });
  const { query }: RouteSpec = routes[route];
  const asked = query === undefined ? {} : rightValue(query, random, world.words);
  const spoiltQuery = random.next() < 0.3 ? mutated(asked, random) : asked;
  const search =
    typeof spoiltQuery === 'object' && spoiltQuery !== null
      ? new URLSearchParams(
          Object.entries(spoiltQuery).map(([name, one]) => [name, asText(one).slice(0, 3000)]),
        ).toString()
      : '';
  const address = search === '' ? filled : `${filled}?${search}`;
  const cookie =
    random.next() < 0.05 ? `kefu_session=${random.oneOf(world.words)}; kefu_lang=%ff` : randomCookie(world, random);
  const sent = `${method} ${address.slice(0, 200)} ${raw === null ? short(body) : `${raw.type} ${raw.bytes.length} bytes`}`;
  const text = typeof body === 'string' && random.next() < 0.5 ? body : JSON.stringify(body);
  try {
    const response = await fetch(server.url + address, {
      method,
      signal: AbortSignal.timeout(ANSWER_MS),
      redirect: 'manual',
      headers: {
        cookie,
        ...OWN_CONNECTION,
        ...(random.next() < 0.05
          ? { 'accept-language': 'x'.repeat(500), 'x-file-name': '%E0%A4%A', 'x-forwarded-for': "a',b" }
          : {}),
        ...(method === 'POST' ? { 'content-type': raw?.type ?? 'application/json' } : {}),
      },
      ...(method === 'POST' ? { body: raw === null ? (text ?? '') : new Uint8Array(raw.bytes) } : {}),
    });
    return { sent, wrong: await wrongIn(response) };
  } catch (error) {
    // What fetch itself won't send never reached the server.
    const isUnsent = error instanceof TypeError && /Invalid|parse|header/i.test(error.message);
    // A server that won't read a long body closes the connection after its refusal.
    const isCut = raw !== null && error instanceof TypeError;
    return {
      sent,
      wrong: isUnsent || isCut ? null : `no answer: ${String(error)} ${String((error as Error).cause ?? '')}`,
    };
  }
};

const http: FuzzTarget = (context) => {
  const { random, world } = context;
  const route = random.oneOf(ROUTES);
  const { body }: RouteSpec = routes[route];
  const right = body instanceof ZodType ? rightValue(body, random, world.words) : {};
  return ask(context, route, random.next() < 0.25 ? right : mutated(right, random));
};

const UPLOADS = ROUTES.filter((route) => (routes[route] as RouteSpec).upload?.file !== undefined);
const upload: FuzzTarget = (context) => {
  const { random, files } = context;
  const route = UPLOADS[random.between(0, UPLOADS.length - 1)] ?? 'POST /api/classes/:id/roster/preview';
  const bytes = mutatedBytes(random.next() < 0.5 ? files.xlsx : files.csv, random);
  return ask(context, route, null, { bytes, type: random.oneOf(['application/octet-stream', 'text/csv', 'a/b; x']) });
};

const caseUpload: FuzzTarget = (context) => {
  const { random, files } = context;
  const file = { name: 'a.yaml', bytes: mutatedBytes(files.yaml, random).toString('base64') };
  return ask(context, 'POST /api/authored/check', { files: { file, testplan: null }, case: null });
};

const yaml: FuzzTarget = async ({ random, files, checkYaml }) => {
  const text = mutatedBytes(files.yaml, random).toString('utf8');
  try {
    checkYaml(text);
    return { sent: '', wrong: null };
  } catch (error) {
    return { sent: `yaml ${short(text)}`, wrong: `thrown: ${String(error)}` };
  }
};

const VARIABLES = [
  'PORT',
  'HOST',
  'DATA_DIR',
  'DATABASE_URL',
  'PUBLIC_URL',
  'TRUSTED_PROXIES',
  'DURABILITY',
  'MIN_FREE_MB',
  'METRICS_TOKEN',
  'LOG_LEVEL',
  'UI_LANG',
  'REDIS_URL',
];
const config: FuzzTarget = async ({ random }) => {
  const env = Object.fromEntries(
    VARIABLES.filter(() => random.next() < 0.4).map((name) => {
      const value = asText(hostileValue(random)).replaceAll('\0', '');
      return [name, random.next() < 0.3 ? `http://${value}` : value];
    }),
  );
  try {
    readConfig(env);
  } catch (error) {
    if (!(error instanceof StartError)) return { sent: short(env), wrong: `thrown: ${String(error)}` };
  }
  return { sent: '', wrong: null };
};

/** Each target with its share of the payloads. A checked case takes the server half a second. */
export const FUZZ_TARGETS = {
  http: { share: 0.42, target: http },
  command: { share: 0.42, target: command },
  handshake: { share: 0.03, target: handshake },
  frames: { share: 0.05, target: frames },
  upload: { share: 0.03, target: upload },
  'case-upload': { share: 0.002, target: caseUpload },
  yaml: { share: 0.008, target: yaml },
  config: { share: 0.04, target: config },
} as const satisfies Record<string, { share: number; target: FuzzTarget }>;
