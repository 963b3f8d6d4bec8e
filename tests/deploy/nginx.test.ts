import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { io } from 'socket.io-client';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PROTOCOL_VERSION } from '#contract/sockets.ts';
import { openDrill } from '#tests/http/support/ask.ts';
import { emit } from '#tests/sockets/test-socket.ts';
import { childServer } from '#tests/start/child-server.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { type NginxServer, programNamed, startNginx } from './nginx-server.ts';

type Heard = { port: number; headers: IncomingHttpHeaders };

/** A server that answers each request with its port and what it heard. */
const echo = async (): Promise<{ port: number; server: Server }> => {
  const server = createServer((heard, response) => {
    const { port } = server.address() as AddressInfo;
    response.end(JSON.stringify({ port, headers: heard.headers } satisfies Heard));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, server };
};

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** One request over TLS by a client that trusts nginx's own certificate. */
const ask = ({ url, certificate }: NginxServer, path: string, headers: Record<string, string> = {}): Promise<Answer> =>
  new Promise((done, failed) => {
    const asked = request(new URL(path, url), { ca: certificate, headers, agent: false }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (body += chunk));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', failed);
    asked.end();
  });
const heardIn = ({ body }: Answer): Heard => JSON.parse(body);
const device = (n: number): Record<string, string> => ({ cookie: `kefu_guest=device-${n}` });

const isThere = programNamed('nginx') !== null;

describe.runIf(isThere || process.env.CI === 'true')('nginx as deploy/nginx/kefu.conf sets it up', () => {
  test('sends plain http to https, keeps figures to the machine, and believes no address a client names', async () => {
    const { port } = await echo();
    const nginx = await startNginx([port]);
    const plain = await fetch(`${nginx.plainUrl}/join?code=482913`, { redirect: 'manual' });
    expect([plain.status, plain.headers.get('location')]).toEqual([301, `${nginx.url}/join?code=482913`]);

    const answer = await ask(nginx, '/api/scenarios', { 'x-forwarded-for': '203.0.113.9' });
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=\d+/);
    expect(heardIn(answer).headers).toMatchObject({
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'https',
      host: new URL(nginx.url).host,
    });
    expect((await ask(nginx, '/metrics')).status).toBe(404);
  });

  test('a device comes to the same server each time, devices spread, and a dead server’s go to the other', async () => {
    const [first, second] = [await echo(), await echo()];
    const nginx = await startNginx([first.port, second.port]);
    const portOf = async (n: number): Promise<number> => heardIn(await ask(nginx, '/', device(n))).port;
    const signedIn = (n: number) => ask(nginx, '/', { cookie: `kefu_session=person-${n}` });
    const devices = Array.from({ length: 24 }, (_, index) => index);
    const before = await Promise.all(devices.map(portOf));
    expect(new Set(before)).toEqual(new Set([first.port, second.port]));
    // One fewer: servers asked in turn would change places.
    expect(await Promise.all(devices.slice(1).map(portOf))).toEqual(before.slice(1));
    // All at one address, as behind a school's: who has signed in doesn't go by that.
    const people = await Promise.all(devices.map(async (n) => heardIn(await signedIn(n)).port));
    expect(new Set(people)).toEqual(new Set([first.port, second.port]));

    first.server.closeAllConnections();
    await new Promise((done) => first.server.close(done));
    expect(new Set(await Promise.all(devices.map(portOf)))).toEqual(new Set([second.port]));
  });

  test('a socket reaches the product through TLS, and its drill begins', async () => {
    const server = await childServer({ DATA_DIR: tempFolder(), PUBLIC_URL: 'https://localhost' });
    const nginx = await startNginx([Number(new URL(server.url).port)]);
    expect((await ask(nginx, '/healthz')).status).toBe(200);
    const { drillId, cookie } = await openDrill(server, null, ['promotion/coupon-stack']);
    const socket = io(nginx.url, {
      auth: { protocol: PROTOCOL_VERSION },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie, origin: nginx.url },
      // A setting of Node's TLS that the client hands on.
      ...{ ca: nginx.certificate },
    });
    onTestFinished(() => void socket.disconnect());
    await new Promise<void>((done, failed) => {
      socket.once('connect', done);
      socket.once('connect_error', failed);
    });
    expect(await emit(socket, 'drill:join', { drillId, after: 0, take: true })).toMatchObject({ ok: true });
    expect(await emit(socket, 'drill:start', { drillId, commandId: 'start' })).toMatchObject({ ok: true });
  });
});
