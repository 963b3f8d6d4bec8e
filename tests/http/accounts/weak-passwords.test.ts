import { beforeEach, describe, expect, test } from 'vitest';
import { createPasswords } from '#classroom/accounts/passwords.ts';
import { passwordFault } from '#classroom/accounts/weak-password.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';

const KNOWN = { login: 'wangmin', name: '王敏', school: 'Nanhai' };

describe('a password', () => {
  test.each([
    ...['password', '12345678', 'trustno1', 'jordan23', 'PassWord1', '１２３４５６７８'],
    ...['11111111', '88888888', 'abcabcabc', '12121212', 'aaaaaaaaaa'],
    ...['qwertyuiop', '1qaz2wsx', '1q2w3e4r5t', '87654321', 'a123456789', 'abcd1234', 'qwer1234', '147258369'],
    ...['19990101', '20080808', '31121999', 'zwj19990101', '13812345678'],
    ...['5201314520', 'woaini1314', 'zhangwei123', 'lina520520', 'Admin@123', 'laoshi2026', 'taobao888', 'kefu12345'],
  ])('that is tried first is refused: %s', (password) => {
    expect(passwordFault(password, KNOWN)).toBe('password-common');
  });

  test.each([
    'wangmin123',
    'WangMin!!',
    '123wangmin',
    '王敏王敏王敏王敏',
    'nanhai2026',
    'nanhai-wangmin',
    'wangmin19990101',
  ])('made of the account’s own words is refused: %s', (password) => {
    expect(passwordFault(password, KNOWN)).toBe('password-own');
  });

  test.each([
    'correct horse',
    'battery staple',
    '梧桐树下喝豆浆',
    'k7Rw2mZq',
    'nanhai gulls steal chips',
    'wangmin eats seven pears',
    'blue-teapot-31',
    '482913755106',
  ])('of anything else is taken: %s', (password) => {
    expect(passwordFault(password, KNOWN)).toBeNull();
  });
});

describe('wherever a password is set', () => {
  let server: TestServer;
  let admin: string;
  beforeEach(async () => {
    server = await testServer();
  });
  const post = (path: string, body: unknown, cookie: string | null = admin): Promise<Answer> =>
    ask(`${server.url}/api/${path}`, { method: 'POST', cookie, body });

  test('a common one is refused in words, and nothing is stored', async () => {
    const first = { school: '一中', name: '王老师', login: 'wang' };
    const refused = await post('set-up', { ...first, password: 'password1' }, null);
    expect([refused.status, codeOf(refused)]).toEqual([400, 'password-common']);
    expect(JSON.stringify(refused.reply)).toContain('太常见');
    expect(await server.storage.people.schools()).toEqual([]);
    expect(codeOf(await post('set-up', { ...first, password: 'wang2026wang' }, null))).toBe('password-own');

    await twoSchools(server.storage);
    admin = await cookieOf(server.storage, 'admin');
    const li = { name: '李老师', role: 'teacher', login: 'li-laoshi' };
    expect(codeOf(await post('people', { ...li, password: 'qwer1234' }))).toBe('password-common');
    expect(codeOf(await post('people', { ...li, password: 'li-laoshi1' }))).toBe('password-own');
    expect(await server.storage.people.personByLogin('li-laoshi')).toBeNull();
    expect(codeOf(await post('people/teacher', { password: 'woaini1314' }))).toBe('password-common');
    expect(codeOf(await post('people/teacher', { password: 'teacher-77' }))).toBe('password-own');
    const school = { school: '三中', name: '赵老师', login: 'zhao' };
    expect(codeOf(await post('schools', { ...school, password: '11111111' }))).toBe('password-common');
    await server.storage.people.createClass({ id: 'c1', school: 's1', name: '班', createdAt: 1, archivedAt: null });
    const trainee = {
      ...((await server.storage.people.person('trainee')) ?? fail()),
      id: 'x1',
      login: null,
      password: null,
    };
    await server.storage.people.addMembers('c1', [{ person: trainee, no: '1' }]);
    const account = (password: string) => post('classes/c1/members/x1/account', { login: 'xiaoyou', password });
    expect(codeOf(await account('12345678'))).toBe('password-common');
    expect(codeOf(await account('xiaoyou888'))).toBe('password-own');
    expect((await server.storage.people.person('x1'))?.login).toBeNull();
    expect(codeOf(await account('blue-teapot-31'))).toBe('ok');
  });

  test('one from before goes on working, with a hint that ends when it is changed', async () => {
    await twoSchools(server.storage);
    const teacher = (await server.storage.people.person('teacher')) ?? fail();
    await server.storage.people.changePerson({ ...teacher, password: await createPasswords(4).hash('12345678') });
    const signedIn = await post('session', { login: 'teacher', password: '12345678' }, null);
    expect(valueIn(signedIn)).toMatchObject({ person: { weakPassword: true } });
    const cookie = signedIn.cookie;
    const me = async (): Promise<unknown> => valueIn(await ask(`${server.url}/api/me`, { cookie }));
    expect(await me()).toMatchObject({ person: { weakPassword: true } });
    const change = (password: string) => post('me/password', { old: '12345678', password }, cookie);
    expect(codeOf(await change('87654321'))).toBe('password-common');
    expect(await me()).toMatchObject({ person: { weakPassword: true } });
    expect(codeOf(await change('blue-teapot-31'))).toBe('ok');
    expect(await me()).toMatchObject({ person: { weakPassword: false } });
  });
});

const fail = (): never => {
  throw new Error('nobody');
};
