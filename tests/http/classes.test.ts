import { beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';

let server: TestServer;
let teacher: string;
let id: string;
const member = z.object({ person: z.string(), no: z.string(), name: z.string(), login: z.string().nullable() });
const body = z.object({
  id: z.string(),
  name: z.string(),
  members: z.number(),
  archived: z.boolean(),
  list: z.array(member),
});

beforeEach(async () => {
  server = await testServer();
  await twoSchools(server.storage);
  teacher = await cookieOf(server.storage, 'teacher');
  id = classIn(await post('classes', { name: '电商2301班' })).id;
});

const post = (path: string, sent: unknown, cookie = teacher): Promise<Answer> =>
  ask(`${server.url}/api/${path}`, { method: 'POST', cookie, body: sent });
const get = (path: string, cookie = teacher): Promise<Answer> => ask(`${server.url}/api/${path}`, { cookie });
const classIn = (answer: Answer) => body.parse(valueIn(answer));
const rows = [
  { no: '1', name: '张三' },
  { no: '2', name: '李四' },
];
const roster = (sent: { no: string; name: string }[]) => post(`classes/${id}/roster`, { rows: sent });
const names = (answer: Answer) => classIn(answer).list.map(({ no, name }) => `${no}${name}`);
const upload = async (bytes: Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}, cookie = teacher) => {
  const response = await fetch(`${server.url}/api/classes/${id}/roster/preview`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/octet-stream', ...headers },
    body: bytes,
  });
  return response.json();
};

describe('classes', () => {
  test('are made, renamed, put away and taken out again', async () => {
    expect(classIn(await post(`classes/${id}`, { name: '电商2302班', archived: true }))).toMatchObject({
      name: '电商2302班',
      archived: true,
    });
    await post('classes', { name: '新班' });
    expect(valueIn(await get('classes'))).toMatchObject([{ name: '新班', members: 0, runs: 0 }, { archived: true }]);
    expect(classIn(await post(`classes/${id}`, { archived: false }))).toMatchObject({
      name: '电商2302班',
      archived: false,
    });
    expect(valueIn(await get('classes', await cookieOf(server.storage, 'teacher2')))).toEqual([]);
  });

  test('take a roster, once for each name and number', async () => {
    expect(names(await roster(rows))).toEqual(['1张三', '2李四']);
    expect(names(await roster([...rows, { no: '3', name: '张三' }, { no: '3', name: '张三' }]))).toEqual([
      ...['1张三', '2李四', '3张三'],
    ]);
    expect(codeOf(await roster([]))).toBe('bad-request');
    expect(classIn(await get(`classes/${id}`)).members).toBe(3);
  });

  test('can rename, renumber, take out and put back a member, and nobody else', async () => {
    const [first] = classIn(await roster(rows)).list;
    const change = (sent: unknown) => post(`classes/${id}/members/${first?.person}`, sent);
    expect(names(await change({ name: '张三丰', no: '07' }))).toEqual(['07张三丰', '2李四']);
    expect(names(await change({ left: true }))).toEqual(['2李四']);
    expect(names(await change({ left: false }))).toEqual(['07张三丰', '2李四']);
    expect(codeOf(await post(`classes/${id}/members/trainee`, { left: true }))).toBe('unknown-person');
    expect(codeOf(await post(`classes/${id}/members/teacher`, { name: 'x' }))).toBe('unknown-person');
  });

  test('give a trainee an account', async () => {
    const [first, second] = classIn(await roster(rows)).list;
    const give = (person: string | undefined, login: string) =>
      post(`classes/${id}/members/${person}/account`, { login, password: 'correct horse' });
    expect(classIn(await give(first?.person, 'Zhang3')).list[0]).toMatchObject({ login: 'zhang3' });
    expect(codeOf(await give(second?.person, 'ZHANG3'))).toBe('login-taken');
    expect(codeOf(await give('teacher', 'x1'))).toBe('unknown-person');
    const signedIn = await post('session', { login: 'zhang3', password: 'correct horse' }, '');
    expect(valueIn(signedIn)).toMatchObject({ person: { name: '张三', role: 'trainee' } });
    expect(codeOf(await give(first?.person, 'zhang3b'))).toBe('ok');
    expect(valueIn(await get('me', signedIn.cookie ?? ''))).toMatchObject({ person: null });
  });
});

describe('the preview of a roster', () => {
  test('reads text, and marks who is in the class already', async () => {
    await roster(rows);
    const text = '序号 姓名\n1 张三\n3 王五';
    expect(valueIn(await post(`classes/${id}/roster/preview`, { text }))).toMatchObject({
      rows: [{ errors: ['already-there'] }, { no: '3', name: '王五', errors: [] }],
      good: 1,
      columns: { no: '序号', name: '姓名' },
    });
    expect(codeOf(await post(`classes/${id}/roster/preview`, { text: ' ' }))).toBe('roster-empty');
    expect(classIn(await get(`classes/${id}`)).members).toBe(2);
  });

  test('reads the longest text that is allowed', async () => {
    const text = '张三的名字很长很长很长\n'.repeat(3333);
    expect(valueIn(await post(`classes/${id}/roster/preview`, { text }))).toMatchObject({ leftOut: 3133 });
    expect(codeOf(await post(`classes/${id}/roster/preview`, { text: text.repeat(2) }))).toBe('bad-request');
  });

  test('reads a file, and names it when it can’t be read', async () => {
    expect(await upload(new TextEncoder().encode('张三\n李四'))).toMatchObject({ value: { good: 2 } });
    const broken = new TextEncoder().encode('PK\u0003\u0004nonsense');
    const header = { 'x-file-name': encodeURIComponent('名单.xlsx') };
    expect(await upload(broken, header)).toMatchObject({ error: { code: 'file-unreadable', detail: '名单.xlsx' } });
    expect(await upload(broken, { 'x-file-name': '%' })).toMatchObject({
      error: { code: 'file-unreadable', detail: '?' },
    });
    expect(await upload(new Uint8Array(2_100_000))).toMatchObject({ error: { code: 'too-large' } });
  });

  test('doesn’t read the file of somebody who may not upload one', async () => {
    const file = new Uint8Array(2_100_000);
    expect(await upload(file, {}, await cookieOf(server.storage, 'trainee'))).toMatchObject({
      error: { code: 'not-allowed' },
    });
    expect(await upload(file, {}, '')).toMatchObject({ error: { code: 'not-signed-in' } });
  });
});
