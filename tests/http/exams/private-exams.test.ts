/** A mock exam sat alone, over HTTP: by a device without an account, whose it stays. */
import { expect, test } from 'vitest';
import type { PrivateExam, PrivateExamList } from '#contract/exams/private.ts';
import type { TypingSeat } from '#contract/exams/typing.ts';
import type { PaperSeat } from '#contract/papers/papers.ts';
import { zipPart } from '#tests/classroom/support/zip-part.ts';
import { toyCatalog } from '#tests/drills/support/toy-content.ts';
import { ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { bank, factsByShop } from '#tests/support/question-bank.ts';

const TEXT = '亲，您好，订单今天发出，请注意查收。'.repeat(20);
const texts = [{ id: 'one', title: '一', shop: 's', shopName: '店', text: TEXT }];
const typing = { rates: { pass: 55, excellent: 88 }, long: texts, short: [], exam: [], phrases: null };
const WISH = { cells: [{ topic: 'price', level: 3, count: 5 }], set: 'long', customers: 1, level: null };

const get = ({ url }: TestServer, path: string, cookie: string | null) => ask(`${url}/api/${path}`, { cookie });
const post = ({ url }: TestServer, path: string, cookie: string | null, body: unknown = {}) =>
  ask(`${url}/api/${path}`, { method: 'POST', cookie, body });

test('a device without an account sits it to the end; nobody else has it, and no key comes before [O20] [X4]', async () => {
  const server = await testServer({ catalog: { ...toyCatalog, bank, factsByShop, typing } });
  const begun = await post(server, 'private-exams', null, WISH);
  const { id } = valueIn(begun) as { id: string };
  const cookie = begun.cookie ?? '';
  const other = (await post(server, 'private-exams', null, WISH)).cookie ?? '';
  const at = `private-exams/${id}`;
  for (const stranger of [other, null]) {
    for (const path of ['', '/paper', '/typing'])
      expect(codeOf(await get(server, `${at}${path}`, stranger))).toBe('exam-none');
    for (const path of ['/end', '/customers', '/paper', '/paper/hand-in', '/typing'])
      expect(codeOf(await post(server, `${at}${path}`, stranger))).toBe('exam-none');
    const typed = { typed: [], left: 0, pasted: 0, done: false };
    expect(codeOf(await post(server, `${at}/typing/typed`, stranger, typed))).toBe('exam-none');
    const answer = { question: 'a', answer: null, flagged: false };
    expect(codeOf(await post(server, `${at}/paper/answers`, stranger, answer))).toBe('exam-none');
  }
  const { reply } = await post(server, `${at}/paper`, cookie);
  expect((reply as { value: PaperSeat }).value.questions).toHaveLength(5);
  expect(JSON.stringify(reply)).not.toMatch(/"(key|right|why|citations|reckon)"/);
  valueIn(await post(server, `${at}/paper/hand-in`, cookie));
  expect((valueIn(await post(server, `${at}/typing`, cookie)) as TypingSeat).texts).toHaveLength(1);
  const typed = { typed: [[...TEXT].slice(0, 176).join('')], left: 0, pasted: 0, done: true };
  valueIn(await post(server, `${at}/typing/typed`, cookie, typed));
  const { drill } = valueIn(await post(server, `${at}/customers`, cookie)) as { drill: string };
  expect((valueIn(await get(server, `drills/${drill}`, cookie)) as { mode: string }).mode).toBe('exam');
  expect((valueIn(await post(server, `${at}/end`, cookie)) as PrivateExam).parts.map(({ state }) => state)).toEqual([
    ...['done', 'done', 'done'],
  ]);
  const { exams } = valueIn(await get(server, 'private-exams', cookie)) as PrivateExamList;
  expect(exams).toMatchObject([{ id, over: true, typed: { speed: 88 } }]);
  const sheetFor = async (whose: string) => {
    const { url } = server;
    const table = await fetch(`${url}/api/private-exams.xlsx`, { headers: { cookie: whose } });
    expect(decodeURIComponent(table.headers.get('content-disposition') ?? '')).toContain('个人模拟考-');
    return zipPart(Buffer.from(await table.arrayBuffer()), 'xl/worksheets/sheet1.xml');
  };
  // A head, the sitting that is over and a note; the other device's own is still being sat.
  const own = await sheetFor(cookie);
  expect(own.match(/<row /g)).toHaveLength(3);
  expect(own).toContain('<v>88</v>');
  expect((await sheetFor(other)).match(/<row /g)).toHaveLength(2);
  const file = await fetch(`${server.url}/api/me/data.zip`, { headers: { cookie } });
  const data = JSON.parse(zipPart(Buffer.from(await file.arrayBuffer()), 'private-exams.json'));
  expect(data).toMatchObject([{ id, drill, work: { typing: { typed: typed.typed } } }]);
});

test('what it can’t be made of is refused [O20]', async () => {
  const server = await testServer({ catalog: { ...toyCatalog, bank, factsByShop, typing } });
  const refusedWith = async (over: object) => codeOf(await post(server, 'private-exams', null, { ...WISH, ...over }));
  expect(await refusedWith({ cells: [{ topic: 'price', level: 3, count: 4 }] })).toBe('bad-request');
  expect(await refusedWith({ customers: 4 })).toBe('bad-request');
  expect(await refusedWith({ level: 2 })).toBe('bad-request');
  expect(await refusedWith({ set: 'short' })).toBe('bad-request');
  expect(await refusedWith({ cells: [{ topic: 'price', level: 3, count: 49 }] })).toBe('paper-short');
});
