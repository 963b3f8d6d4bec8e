import { describe, expect, test } from 'vitest';
import { ERRORS } from '#contract/errors.ts';
import { routes } from '#contract/routes/table.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, codeOf, openDrill, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { connected, emit, message } from '#tests/sockets/test-socket.ts';
import { collectedLog } from '#tests/support/collected-log.ts';

const TOKEN = 'a-long-enough-token';
/** As a proxy on this machine says it of a browser elsewhere. */
const ELSEWHERE = { 'x-forwarded-for': '203.0.113.7' };
const bearing = (token: string) => ({ ...ELSEWHERE, authorization: `Bearer ${token}` });

const textAt = async ({ url }: TestServer): Promise<string> => String(valueIn(await ask(`${url}/metrics`)));

describe('GET /metrics', () => {
  test('answers who asks on this machine, in the format of Prometheus [W1]', async () => {
    const server = await testServer();
    const answer = await ask(`${server.url}/metrics`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'text/plain; version=0.0.4; charset=utf-8',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(valueIn(answer)).toContain('kefu_build_info{version="1.2.3"} 1');
  });

  test('is there for nobody else, be it an admin [W1]', async () => {
    const server = await testServer();
    await twoSchools(server.storage);
    const cookie = await cookieOf(server.storage, 'admin');
    const answers = await Promise.all([
      ask(`${server.url}/metrics`, { headers: ELSEWHERE, cookie }),
      ask(`${server.url}/metrics`, { headers: bearing(TOKEN) }),
      ask(`${server.url}/metrics`, { headers: { via: '1.1 proxy' } }),
    ]);
    expect(answers.map(codeOf)).toEqual(['not-found', 'not-found', 'not-found']);
    const behind = await testServer({ publicUrl: 'https://kefu.example.cn' });
    expect(codeOf(await ask(`${behind.url}/metrics`))).toBe('not-found');
  });

  test('answers from anywhere to who names the token, and to no other word [W1]', async () => {
    const server = await testServer({ metricsToken: TOKEN, publicUrl: 'https://kefu.example.cn' });
    const withHeaders = async (headers: Record<string, string>) =>
      codeOf(await ask(`${server.url}/metrics`, { headers }));
    expect(await withHeaders(bearing(TOKEN))).toBe('ok');
    expect(await withHeaders(bearing(`${TOKEN}x`))).toBe('not-found');
    expect(await withHeaders(bearing(''))).toBe('not-found');
    expect(await withHeaders({ ...ELSEWHERE, authorization: TOKEN })).toBe('not-found');
  });

  test('has labels of the program’s own tables only, whatever people send [W2]', async () => {
    const server = await testServer();
    const { drillId, cookie } = await openDrill(server);
    const socket = await connected(server, cookie);
    await emit(socket, 'drill:join', { drillId, after: 0, take: true });
    await emit(socket, 'message:send', message(drillId, 'm1', '我叫小柚'));
    await emit(socket, 'wash:up', { secret: '小柚' });
    await ask(`${server.url}/api/drills/${drillId}`, { cookie });
    await ask(`${server.url}/api/join/123456`, { method: 'POST', body: { name: '小柚' } });
    await ask(`${server.url}/小柚?phone=13800138000`);
    await ask(`${server.url}/api/小柚`);
    const text = await textAt(server);
    expect(text).toContain('kefu_commands_total{command="unknown",outcome="refused"} 1');
    expect(text).toContain('kefu_http_requests_total{route="GET /api/drills/:id",status="200"} 1');
    expect(text).toContain('kefu_http_requests_total{route="page",status="200"} 1');
    expect(text).toContain('kefu_http_requests_total{route="none",status="404"} 1');
    const values = (label: string): string[] =>
      [...text.matchAll(new RegExp(`${label}="([^"]*)"`, 'g'))].map(([, value = '']) => value);
    expect(values('route').filter((route) => !['page', 'none', ...Object.keys(routes)].includes(route))).toEqual([]);
    expect(values('code').filter((code) => !Object.hasOwn(ERRORS, code))).toEqual([]);
    for (const secret of [drillId, '小柚', '123456', '13800138000', 'wash:up', '203.0.113.7']) {
      expect(text).not.toContain(secret);
    }
  });

  test('tells the seats, pages and drills of now, and every write', async () => {
    const server = await testServer();
    const { drillId, cookie } = await openDrill(server);
    const socket = await connected(server, cookie);
    await emit(socket, 'drill:join', { drillId, after: 0, take: true });
    await emit(socket, 'drill:start', { drillId, commandId: 's1' });
    const text = await textAt(server);
    expect(text).toMatch(/^kefu_sockets 1$/m);
    expect(text).toMatch(/^kefu_drills\{state="running"\} 1$/m);
    expect(Number(/^kefu_storage_write_items_sum (\d+)$/m.exec(text)?.[1])).toBeGreaterThanOrEqual(2);
  });
});

describe('GET /api/status', () => {
  test('tells the admin of the machine how it is', async () => {
    const server = await testServer();
    await twoSchools(server.storage);
    const cookie = await cookieOf(server.storage, 'admin');
    expect(valueIn(await ask(`${server.url}/api/status`, { cookie }))).toMatchObject({
      ...{ version: '1.2.3', fault: null, warnings: [], backup: null, backupFault: null, seats: 0 },
    });
    expect(codeOf(await ask(`${server.url}/api/status`, { cookie: await cookieOf(server.storage, 'admin2') }))).toBe(
      'not-allowed',
    );
  });
});

describe('the id of a request', () => {
  test('is in the refusal, the header and the log line, each its own [W3]', async () => {
    const { logger, lines } = collectedLog('info');
    const server = await testServer({ logger });
    const answers = await Promise.all([ask(`${server.url}/api/runs/none`), ask(`${server.url}/api/nothing`)]);
    const ids = answers.map(({ reply }) => (reply.ok ? null : reply.error.requestId));
    expect(ids.every((id) => /^[A-HJ-NP-Z2-9]{6}$/.test(id ?? ''))).toBe(true);
    expect(new Set(ids).size).toBe(2);
    expect(answers.map(({ headers }) => headers.get('x-request-id'))).toEqual(ids);
    const told = lines().map(({ requestId, route, code, status }) => ({ requestId, route, code, status }));
    expect(told).toContainEqual({ requestId: ids[0], route: 'GET /api/runs/:id', code: 'not-signed-in', status: 401 });
    expect(told).toContainEqual({ requestId: ids[1], route: 'none', code: 'not-found', status: 404 });
  });

  test('is told to people in the message where the server is at fault, beside the fault’s own line [W3]', async () => {
    const { logger, lines } = collectedLog('warn');
    const server = await testServer({ logger });
    await twoSchools(server.storage);
    server.storage.runs.templates = () => {
      throw new Error('a bug');
    };
    const { reply } = await ask(`${server.url}/api/templates`, { cookie: await cookieOf(server.storage, 'teacher') });
    if (reply.ok) throw new Error('answered');
    const { code, message: told, requestId } = reply.error;
    expect(code).toBe('internal');
    expect(told).toContain(`（编号 ${requestId}）`);
    expect(lines()).toMatchObject([
      { requestId, msg: 'request failed' },
      { requestId, msg: 'request refused', code: 'internal', route: 'GET /api/templates' },
    ]);
  });

  test('is a command’s own too, in a drill’s queue as at the door [W3]', async () => {
    const { logger, lines } = collectedLog('info');
    const server = await testServer({ logger });
    const { drillId, cookie } = await openDrill(server);
    const socket = await connected(server, cookie);
    await emit(socket, 'drill:join', { drillId, after: 0, take: true });
    await emit(socket, 'drill:start', { drillId, commandId: 's1' });
    server.storage.appendAll = () => {
      throw new Error('a bug');
    };
    const replies = await Promise.all(
      ['m1', 'm2'].map((id) => emit(socket, 'message:send', message(drillId, id, '在的'))),
    );
    const ids = replies.map((reply) => (reply.ok ? null : reply.error.requestId));
    expect(new Set(ids).size).toBe(2);
    const refusedLines = lines().filter(({ msg }) => msg === 'append refused');
    expect(refusedLines.map(({ requestId }) => requestId)).toEqual(ids);
    expect(lines().filter(({ msg }) => msg === 'append failed' && msg.length > 0)).not.toContainEqual(
      expect.objectContaining({ requestId: expect.any(String) }),
    );
    for (const [index, reply] of replies.entries()) {
      expect(reply).toMatchObject({
        error: { code: 'storage-failed', message: expect.stringContaining(`（编号 ${ids[index]}）`) },
      });
    }
  });
});
