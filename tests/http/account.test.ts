import { request as httpRequest } from 'node:http';
import { describe, expect, test } from 'vitest';
import { isLoopback } from '#http/session/is-loopback.ts';
import { ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { person, school } from '#tests/storage/people-contract.ts';

const first = { school: '一中', name: '王老师', login: 'Wang', password: 'correct horse' };
/** All cookies an answer sets, ready to be sent again; `only`: those whose name begins so. */
const jar = (headers: Headers, only = ''): string =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((pair) => pair.startsWith(only))
    .join('; ');
const post = (server: TestServer, path: string, body: unknown, cookie: string | null = null, headers = {}) =>
  ask(`${server.url}/api/${path}`, { method: 'POST', body, cookie, headers });
const me = async (server: TestServer, cookie: string | null = null) =>
  valueIn(await ask(`${server.url}/api/me`, { cookie }));
const signIn = (server: TestServer, password: string, cookie: string | null = null, headers = {}) =>
  post(server, 'session', { login: 'wang', password }, cookie, headers);
/** Seen through a proxy, so not on the machine itself. */
const elsewhere = { 'x-forwarded-for': '10.0.0.9' };

/** Checking a password takes longer on a busy machine than the shortest wait lasts: there the wait would be over. */
const STOPPED_CLOCK = { now: () => 1_000_000, setTimer: () => () => {} };

const settled = async (options: Parameters<typeof testServer>[0] = {}): Promise<TestServer & { cookie: string }> => {
  const server = await testServer(options);
  const made = await post(server, 'set-up', first);
  return { ...server, cookie: jar(made.headers, 'kefu_session') };
};

describe('the first account', () => {
  test('is made on the machine itself, once, and signs in', async () => {
    const server = await testServer();
    expect(await me(server)).toEqual({ person: null, setup: { needed: true, here: true } });
    const made = await post(server, 'set-up', first);
    expect(valueIn(made)).toMatchObject({
      person: { name: '王老师', login: 'wang', role: 'admin', school: { name: '一中' }, machineAdmin: true },
      setup: { needed: false },
    });
    expect(await me(server, jar(made.headers))).toEqual(valueIn(made));
    expect(codeOf(await post(server, 'set-up', first))).toBe('set-up-done');
  });

  test('needs the code when it is made from elsewhere, and wrong codes can’t be tried in a row', async () => {
    const server = await testServer();
    const setUp = (code?: string) => post(server, 'set-up', code ? { ...first, code } : first, null, elsewhere);
    expect(codeOf(await setUp())).toBe('bad-set-up-code');
    expect(codeOf(await setUp('abcd-2345'))).toBe('ok');
    const other = await testServer();
    const guess = () => post(other, 'set-up', { ...first, code: 'AAAAAAAA' }, null, elsewhere);
    for (let n = 0; n < 5; n += 1) expect(codeOf(await guess())).toBe('bad-set-up-code');
    expect(codeOf(await guess())).toBe('too-many-requests');
    expect(codeOf(await post(other, 'set-up', first))).toBe('ok');
  });

  test('is made once when several ask at the same time', async () => {
    const server = await testServer();
    const answers = await Promise.all([1, 2, 3].map((n) => post(server, 'set-up', { ...first, login: `wang${n}` })));
    expect(answers.map(codeOf).toSorted()).toEqual(['ok', 'set-up-done', 'set-up-done']);
    expect(await server.storage.people.schools()).toHaveLength(1);
  });

  test('takes for the machine itself only loopback, under a loopback name, without a proxy', () => {
    const seen = (address: string, headers: Record<string, string>, publicUrl: string | null = null) =>
      isLoopback({ address, header: (name) => headers[name] ?? null }, publicUrl);
    const host = 'localhost:3000';
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) expect(seen(address, { host })).toBe(true);
    expect(seen('127.0.0.1', { host: '[::1]:3000' })).toBe(true);
    expect(seen('192.168.1.7', { host })).toBe(false);
    expect(seen('127.0.0.1', { host: 'localhost.evil.example' })).toBe(false);
    expect(seen('127.0.0.1', { host: '192.168.1.2:3000' })).toBe(false);
    expect(seen('127.0.0.1', {})).toBe(false);
    for (const header of ['via', 'forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']) {
      expect(seen('127.0.0.1', { host, [header]: 'x' })).toBe(false);
    }
    expect(seen('127.0.0.1', { host }, 'https://kefu.example.cn')).toBe(false);
  });

  test('needs the code for a page under a foreign name that points here', async () => {
    const { port } = await testServer();
    const body = JSON.stringify(first);
    const status = await new Promise((done, failed) => {
      const options = {
        port,
        method: 'POST',
        path: '/api/set-up',
        headers: {
          host: 'evil.example',
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
        },
      };
      httpRequest({ host: '127.0.0.1', ...options }, (response) => {
        response.resume();
        done(response.statusCode);
      })
        .on('error', failed)
        .end(body);
    });
    expect(status).toBe(403);
  });
});

describe('a session', () => {
  test('begins with the right password, whatever the case of the login, and ends', async () => {
    const server = await settled();
    const there = await post(server, 'session', { login: ' WANG ', password: first.password });
    const cookie = jar(there.headers, 'kefu_session');
    expect(there.headers.getSetCookie()[0]).toMatch(
      /^kefu_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=1209600$/,
    );
    expect(await me(server, cookie)).toMatchObject({ person: { login: 'wang' } });
    expect(codeOf(await post(server, 'session/end', {}, cookie))).toBe('ok');
    expect(await me(server, cookie)).toMatchObject({ person: null });
    expect(await me(server, server.cookie)).toMatchObject({ person: { login: 'wang' } });
  });

  test('is refused alike to a wrong password, an unknown login and a closed account', async () => {
    const server = await settled();
    expect(codeOf(await signIn(server, 'wrong horse'))).toBe('bad-sign-in');
    expect(codeOf(await post(server, 'session', { login: 'nobody', password: first.password }))).toBe('bad-sign-in');
    const [admin] = await server.storage.people.peopleOf((await server.storage.people.schools())[0]?.id ?? '');
    if (admin === undefined) throw new Error('no admin');
    await server.storage.people.changePerson({ ...admin, disabledAt: 1 });
    expect(codeOf(await signIn(server, first.password))).toBe('bad-sign-in');
    expect(await me(server, server.cookie)).toMatchObject({ person: null });
  });

  test('lasts a fortnight', async () => {
    let now = 1_000_000;
    const server = await testServer({ clock: { now: () => now, setTimer: () => () => {} } });
    const cookie = jar((await post(server, 'set-up', first)).headers);
    now += 14 * 24 * 3600_000 - 1;
    expect(await me(server, cookie)).toMatchObject({ person: { login: 'wang' } });
    expect((await server.storage.people.personByLogin('wang'))?.seenAt).toBe(now);
    now += 1;
    expect(await me(server, cookie)).toMatchObject({ person: null });
  });

  test('has a Secure cookie behind https', async () => {
    const server = await testServer({ publicUrl: 'https://kefu.example.cn' });
    const made = await post(server, 'set-up', { ...first, code: 'ABCD2345' });
    for (const cookie of made.headers.getSetCookie()) expect(cookie).toMatch(/; HttpOnly; SameSite=Lax; .*; Secure$/);
  });

  test('ends when the password is changed from another one', async () => {
    const server = await settled();
    const other = jar((await signIn(server, first.password)).headers, 'kefu_session');
    const change = (old: string) => post(server, 'me/password', { old, password: 'battery staple' }, server.cookie);
    expect(codeOf(await post(server, 'me/password', { old: 'x', password: 'battery staple' }))).toBe('not-signed-in');
    expect(codeOf(await change('wrong horse'))).toBe('wrong-password');
    expect(codeOf(await change(first.password))).toBe('ok');
    expect(await me(server, server.cookie)).toMatchObject({ person: { login: 'wang' } });
    expect(await me(server, other)).toMatchObject({ person: null });
    expect(codeOf(await signIn(server, first.password))).toBe('bad-sign-in');
    expect(codeOf(await signIn(server, 'battery staple'))).toBe('ok');
  });
});

describe('wrong passwords', () => {
  test('make the account wait for strangers, but not for the machine itself or a device known to it', async () => {
    const server = await testServer({ clock: STOPPED_CLOCK });
    const made = await post(server, 'set-up', first);
    const device = jar(made.headers, 'kefu_device');
    for (let n = 0; n < 5; n += 1) expect(codeOf(await signIn(server, 'guess', null, elsewhere))).toBe('bad-sign-in');
    const waiting = await signIn(server, first.password, null, elsewhere);
    expect([waiting.status, codeOf(waiting)]).toEqual([429, 'sign-in-wait']);
    expect(waiting.reply).toMatchObject({ error: { detail: '2' } });
    expect(codeOf(await signIn(server, first.password))).toBe('ok');
    expect(codeOf(await signIn(server, first.password, device, elsewhere))).toBe('ok');
    expect(codeOf(await signIn(server, first.password, `${device}x`, elsewhere))).toBe('sign-in-wait');
    expect(codeOf(await signIn(server, first.password, `kefu_device=${'A'.repeat(43)}`, elsewhere))).toBe(
      'sign-in-wait',
    );
  });

  test('sent all at once count one by one', async () => {
    const server = await settled({ clock: STOPPED_CLOCK });
    const answers = await Promise.all(Array.from({ length: 8 }, () => signIn(server, 'guess', null, elsewhere)));
    expect(answers.map(codeOf).filter((code) => code === 'bad-sign-in')).toHaveLength(5);
  });

  test('for another account don’t make this one wait', async () => {
    const server = await settled({ clock: STOPPED_CLOCK });
    await server.storage.people.createPerson(person('li', { school: school('x').id }));
    for (let n = 0; n < 6; n += 1) await post(server, 'session', { login: 'li', password: 'guess' }, null, elsewhere);
    expect(codeOf(await signIn(server, first.password, null, elsewhere))).toBe('ok');
  });
});
