import readXlsxFile from 'read-excel-file/node';
import { beforeEach, describe, expect, test } from 'vitest';
import type { SessionRow, SignInsBody } from '#contract/sign-ins.ts';
import { deviceOf } from '#http/session/device-of.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';

const WINDOWS =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36';
const DAY_MS = 24 * 3600_000;
const first = { school: '一中', name: '王老师', login: 'wang', password: 'correct horse' };

let server: TestServer;
let now = 0;
let admin: string;
beforeEach(async () => {
  now = 1_800_000_000_000;
  server = await testServer({ clock: { now: () => now, setTimer: () => () => {} } });
});

type From = { cookie?: string | null; from?: string; agent?: string };
const send = (
  method: string,
  path: string,
  { cookie = admin, from = '10.1.1.7', agent = WINDOWS }: From,
  body?: unknown,
) =>
  ask(`${server.url}/api/${path}`, {
    method,
    cookie,
    headers: { 'x-forwarded-for': from, 'user-agent': agent },
    ...(method === 'POST' ? { body: body ?? {} } : {}),
  });
const post = (path: string, body: unknown = {}, from: From = {}): Promise<Answer> => send('POST', path, from, body);
const get = async <T>(path: string, from: From = {}): Promise<T> => valueIn(await send('GET', path, from)) as T;
const sessions = (path = 'me/sessions', from: From = {}): Promise<SessionRow[]> => get(path, from);
const signIn = async (password = first.password, from: From = {}): Promise<Answer> =>
  post('session', { login: 'wang', password }, { cookie: null, ...from });
const jar = (answer: Answer): string => answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
/** The record, the oldest first: what happened, to whom, by whom, how often. */
const record = async (query = '', cookie = admin) =>
  (await get<SignInsBody>(`sign-ins${query}`, { cookie })).rows
    .toReversed()
    .map(({ kind, person, by, count }) => [kind, person, by, count]);
const settled = async (): Promise<void> => {
  admin = jar(await post('set-up', { ...first, code: 'ABCD2345' }, { cookie: null }));
};

describe('the sessions of an account', () => {
  beforeEach(settled);

  test('are listed with device, network and times, one’s own first', async () => {
    now += 1000;
    const phone = jar(await signIn(first.password, { from: '2001:db8:1:2:3::4', agent: 'x MicroMessenger/8 iPhone' }));
    now += 11 * 60_000;
    await get('me');
    const [own, other] = await sessions();
    expect(own).toMatchObject({ own: true, device: 'Chrome · Windows', address: '10.1.1.0/24', seenAt: now });
    expect(other).toMatchObject({ own: false, device: '微信 · iPhone', address: '2001:db8:1:2::/64' });
    expect((other?.startedAt ?? 0) - (own?.startedAt ?? 0)).toBe(1000);
    expect(JSON.stringify([own, other])).not.toMatch(/hash|10\.1\.1\.7/);
    expect((await sessions('me/sessions', { cookie: phone }))[0]).toMatchObject({ device: '微信 · iPhone' });
    expect(await sessions('me/sessions?lang=en')).toMatchObject([{}, { device: 'WeChat · iPhone' }]);
  });

  test('are ended one by one, or all but one’s own', async () => {
    const cookies = [jar(await signIn()), jar(await signIn()), jar(await signIn())];
    const isIn = async (cookie: string) => JSON.stringify(await get('me', { cookie })).includes('"login"');
    const [, one] = await sessions();
    const left = valueIn(await post(`me/sessions/${one?.id}/end`));
    expect(left).toHaveLength(3);
    expect(codeOf(await post(`me/sessions/${one?.id}/end`))).toBe('unknown-session');
    expect((await Promise.all(cookies.map(isIn))).filter((stays) => stays)).toHaveLength(2);
    expect(valueIn(await post('me/sessions/end'))).toMatchObject([{ own: true }]);
    expect(await Promise.all([admin, ...cookies].map(isIn))).toEqual([true, false, false, false]);
  });

  test('end but one when the password is changed', async () => {
    await signIn();
    await post('me/password', { old: first.password, password: 'battery staple' });
    expect(await sessions()).toMatchObject([{ own: true }]);
  });

  test('of a colleague are ended by an admin of the school, and by nobody else', async () => {
    await twoSchools(server.storage);
    const { id, school } = (await server.storage.people.personByLogin('wang')) ?? { id: '', school: '' };
    const mentor = await server.storage.people.person('mentor');
    if (mentor !== null) await server.storage.people.createPerson({ ...mentor, id: 'li', login: 'li', school });
    const li = await cookieOf(server.storage, 'li');
    const [row] = await sessions('people/li/sessions');
    expect(row).toMatchObject({ own: false, device: '没认出的设备', address: null });
    for (const cookie of [li, await cookieOf(server.storage, 'admin'), null])
      expect(codeOf(await post(`people/${id}/sessions/end`, {}, { cookie }))).not.toBe('ok');
    expect(codeOf(await post(`people/li/sessions/${(await sessions())[0]?.id}/end`))).toBe('unknown-session');
    expect(valueIn(await post(`people/li/sessions/${row?.id}/end`))).toEqual([]);
    expect(await get('me', { cookie: li })).toMatchObject({ person: null });
    expect((await record()).at(-1)).toEqual(['session-ended', mentor?.name, '王老师', 1]);
  });
});

describe('the record of sign-ins', () => {
  test('has who, when, what, with the network of the address, and no secret', async () => {
    await post('set-up', { ...first, code: 'WRONG234' }, { cookie: null });
    await settled();
    await signIn('guessed pass one');
    await signIn('guessed pass two');
    await post('session', { login: 'hunter2secret', password: 'guessed' }, { cookie: null });
    const other = jar(await signIn());
    await post('me/password', { old: 'not mine', password: 'battery staple' });
    await post('me/password', { old: first.password, password: 'battery staple' });
    await post('session/end', {}, { cookie: jar(await signIn('battery staple')) });
    await post('me/sessions/end');
    expect(await record()).toEqual([
      ['wrong-set-up-code', null, null, 1],
      ['set-up', '王老师', null, 1],
      ['wrong-password', '王老师', null, 3],
      ['unknown-login', null, null, 1],
      ['signed-in', '王老师', null, 1],
      ['password-changed', '王老师', null, 1],
      ['signed-in', '王老师', null, 1],
      ['signed-out', '王老师', null, 1],
      ['session-ended', '王老师', null, 1],
    ]);
    const text = JSON.stringify(await get('sign-ins'));
    expect(text).toContain('10.1.1.0/24');
    expect(text).not.toMatch(/10\.1\.1\.7|guessed|hunter2|not mine|correct horse|WRONG/);
    expect(other).not.toBe('');
  });

  test('tells of waiting, closed accounts, new passwords and codes tried', async () => {
    await settled();
    const { people } = server.storage;
    const wang = await people.personByLogin('wang');
    if (wang === null) throw new Error('nobody');
    await people.createPerson({ ...wang, id: 'li', login: 'li', name: '李老师', disabledAt: 1 });
    for (let n = 0; n < 6; n += 1) await signIn('guess');
    await post('session', { login: 'li', password: first.password }, { cookie: null });
    await post('people/li', { password: 'battery staple' });
    const tryCode = (n: number) => send('GET', `join/${100_000 + n}`, { cookie: null, from: '10.9.9.9' });
    // One more would wait for its turn, which never comes while the clock stands.
    for (let n = 0; n <= 90; n += 1) await tryCode(n);
    expect((await record()).slice(1)).toEqual(
      expect.arrayContaining([
        ['wrong-password', '王老师', null, 5],
        ['waiting', '王老师', null, 1],
        ['closed-account', '李老师', null, 1],
        ['password-set', '李老师', '王老师', 1],
        ['codes-tried', null, null, 1],
      ]),
    );
  });

  test('is narrowed to a person and a day, and kept for 184 days', async () => {
    await settled();
    const { people } = server.storage;
    const wang = await people.personByLogin('wang');
    if (wang === null) throw new Error('nobody');
    await people.createPerson({ ...wang, id: 'li', login: 'li', name: '李老师' });
    now += DAY_MS;
    const from = now;
    await post('session', { login: 'li', password: first.password }, { cookie: null });
    now += DAY_MS;
    admin = jar(await signIn());
    expect(await record('?person=li')).toEqual([['signed-in', '李老师', null, 1]]);
    expect(await record(`?from=${from}&to=${from + DAY_MS}`)).toEqual([['signed-in', '李老师', null, 1]]);
    expect(await record(`?person=li&from=${from + DAY_MS}`)).toEqual([]);
    now += 182 * DAY_MS;
    admin = jar(await signIn());
    expect((await record())[0]).toEqual(['set-up', '王老师', null, 1]);
    now += 1.5 * DAY_MS;
    expect((await record())[0]).toEqual(['signed-in', '王老师', null, 1]);
    expect(await record('?person=li')).toEqual([]);
  });

  test('is one school’s own, except that the machine’s admin reads what was nobody’s', async () => {
    await twoSchools(server.storage);
    const [one, two] = [await cookieOf(server.storage, 'admin'), await cookieOf(server.storage, 'admin2')];
    await post('session', { login: 'nobody', password: 'x' }, { cookie: null });
    await post('session', { login: 'teacher2', password: 'x' }, { cookie: null });
    expect((await record('', one)).map(([kind]) => kind)).toEqual(['unknown-login']);
    expect((await record('', two)).map(([kind]) => kind)).toEqual(['wrong-password']);
    for (const id of ['teacher', 'mentor', 'trainee'])
      expect(codeOf(await send('GET', 'sign-ins', { cookie: await cookieOf(server.storage, id) }))).toBe('not-allowed');
  });

  test('is a table to download, in the reader’s language', async () => {
    await settled();
    await signIn('guess');
    const sheet = async (lang: string): Promise<unknown> => {
      const headers = { cookie: admin };
      const response = await fetch(`${server.url}/api/sign-ins.xlsx?lang=${lang}`, { headers });
      expect(response.headers.get('content-disposition')).toContain('.xlsx');
      return readXlsxFile(Buffer.from(await response.arrayBuffer()));
    };
    expect(JSON.stringify(await sheet('zh'))).toMatch(/谁.*密码不对.*10\.1\.1\.0\/24.*184 天/);
    expect(JSON.stringify(await sheet('en'))).toMatch(/Who.*Wrong password.*Chrome · Windows.*184 days/);
  });
});

describe('a device', () => {
  test.each([
    [WINDOWS, 'chrome', 'windows'],
    [`${WINDOWS} Edg/120.0`, 'edge', 'windows'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Mobile/15E148 Safari/604.1',
      'safari',
      'iphone',
    ],
    ['Mozilla/5.0 (Linux; Android 12; HarmonyOS) Chrome/99 HuaweiBrowser/14 Mobile Safari/537.36', 'huawei', 'harmony'],
    ['Mozilla/5.0 (Linux; Android 13) Chrome/116 Mobile Safari/537.36 MicroMessenger/8.0', 'wechat', 'android'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Gecko/20100101 Firefox/121.0', 'firefox', 'mac'],
    ['curl/8.5', null, null],
  ] as const)('is known by what its browser says: %s', (agent, browser, system) => {
    expect(deviceOf(agent)).toEqual({ browser, system });
    expect(deviceOf(null)).toEqual({ browser: null, system: null });
  });
});
