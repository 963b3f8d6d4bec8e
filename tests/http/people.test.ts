import { beforeEach, describe, expect, test } from 'vitest';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';

let server: TestServer;
let admin: string;
beforeEach(async () => {
  server = await testServer();
  await twoSchools(server.storage);
  admin = await cookieOf(server.storage, 'admin');
});

const get = async (path: string, cookie = admin): Promise<unknown> =>
  valueIn(await ask(`${server.url}/api/${path}`, { cookie }));
const post = (path: string, body: unknown, cookie = admin): Promise<Answer> =>
  ask(`${server.url}/api/${path}`, { method: 'POST', cookie, body });
const isIn = async (cookie: string): Promise<boolean> => JSON.stringify(await get('me', cookie)).includes('"login"');

describe('people of a school', () => {
  test('are its accounts, staff first, without anything of the password', async () => {
    const rows = await get('people');
    expect(rows).toMatchObject(
      ['admin', 'teacher', 'mentor', 'trainee'].map((id) => ({ id, login: id, disabled: false })),
    );
    expect(JSON.stringify(rows)).not.toContain('hash');
  });

  test('are added with a login nobody else has, on the whole machine', async () => {
    const li = { name: '李老师', role: 'teacher', login: 'Li', password: 'correct horse' };
    expect(valueIn(await post('people', li))).toMatchObject({
      name: '李老师',
      role: 'teacher',
      login: 'li',
      seenAt: null,
    });
    for (const login of ['li', 'LI', 'admin2'])
      expect(codeOf(await post('people', { ...li, login }))).toBe('login-taken');
    expect(codeOf(await post('session', { login: 'li', password: 'correct horse' }, ''))).toBe('ok');
    for (const wrong of [{ role: 'trainee' }, { password: 'short' }, { login: 'a b' }, { name: ' ' }]) {
      const answer = await post('people', { ...li, login: 'new', ...wrong });
      expect(answer.reply).toMatchObject({ error: { code: 'bad-request', detail: Object.keys(wrong)[0] } });
    }
  });

  test('are renamed, given another role, closed and opened again; closing ends their sessions for good', async () => {
    const teacher = await cookieOf(server.storage, 'teacher');
    expect(valueIn(await post('people/teacher', { name: '新名', role: 'mentor' }))).toMatchObject({
      name: '新名',
      role: 'mentor',
    });
    expect(await isIn(teacher)).toBe(true);
    expect(valueIn(await post('people/teacher', { disabled: true }))).toMatchObject({ disabled: true });
    expect(await isIn(teacher)).toBe(false);
    expect(valueIn(await post('people/teacher', { disabled: false }))).toMatchObject({ disabled: false });
    expect(await isIn(teacher)).toBe(false);
  });

  test('are signed out everywhere by a new password, but an admin who sets their own stays on that page', async () => {
    const trainee = await cookieOf(server.storage, 'trainee');
    const other = await cookieOf(server.storage, 'admin');
    expect(codeOf(await post('people/trainee', { password: 'battery staple' }))).toBe('ok');
    expect(await isIn(trainee)).toBe(false);
    expect(codeOf(await post('session', { login: 'trainee', password: 'battery staple' }, ''))).toBe('ok');
    expect(codeOf(await post('people/admin', { password: 'battery staple' }))).toBe('ok');
    expect([await isIn(admin), await isIn(other)]).toEqual([true, false]);
  });

  test('keep at least one admin, and nobody can close their own account', async () => {
    expect(codeOf(await post('people/admin', { disabled: true }))).toBe('last-admin');
    expect(codeOf(await post('people/admin', { role: 'teacher' }))).toBe('last-admin');
    await post('people/teacher', { role: 'admin' });
    await post('people/teacher', { disabled: true });
    expect(codeOf(await post('people/admin', { role: 'teacher' }))).toBe('last-admin');
    await post('people/teacher', { disabled: false });
    expect(codeOf(await post('people/admin', { disabled: true }))).toBe('not-allowed');
    expect(codeOf(await post('people/admin', { role: 'teacher' }))).toBe('ok');
    expect(codeOf(await post('people/trainee', { role: 'teacher' }, await cookieOf(server.storage, 'teacher')))).toBe(
      'bad-request',
    );
  });
});

describe('schools of a machine', () => {
  test('are added with their admin by an admin of the first school, who sees only how many people and classes they have', async () => {
    const school = { school: '三中', name: '赵老师', login: 'zhao', password: 'correct horse' };
    expect(codeOf(await post('schools', { ...school, login: 'admin2' }))).toBe('login-taken');
    expect(valueIn(await post('schools', school))).toMatchObject({ name: '三中', people: 1, classes: 0 });
    expect(await get('schools')).toMatchObject([
      { name: '学校s1', people: 4 },
      { name: '学校s2', people: 4 },
      { name: '三中', people: 1 },
    ]);
    expect(codeOf(await post('people/admin2', { name: 'x' }))).toBe('unknown-person');
    const admin2 = await cookieOf(server.storage, 'admin2');
    expect(codeOf(await ask(`${server.url}/api/schools`, { cookie: admin2 }))).toBe('not-allowed');
    expect(await get('people', admin2)).toMatchObject([{ id: 'admin2' }, {}, {}, {}]);
  });
});
