/** 本校题目 over HTTP: looked over, stored, practised on by the school's people alone, taken back. */
import { describe, expect, test } from 'vitest';
import type { OwnQuestion, OwnQuestionsBody, QuestionsPreview } from '#contract/practice/own-questions.ts';
import type { Paper, QuestionMenu, Verdict } from '#contract/questions.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { ownQuestion } from '#tests/storage/own-questions-contract.ts';

type Room = TestServer & { teacher: string; teacher2: string; trainee: string };
const room = async (): Promise<Room> => {
  const server = await testServer();
  const { storage } = server;
  await twoSchools(storage);
  const [teacher, teacher2] = [await cookieOf(storage, 'teacher'), await cookieOf(storage, 'teacher2')];
  return { ...server, teacher, teacher2, trainee: await cookieOf(storage, 'trainee') };
};

const AT = '/api/own-questions';
const own = (id: string, over: Partial<OwnQuestion> = {}) => ownQuestion(id, { topic: null, ...over });
const upload = (server: Room, file: string | Buffer, cookie = server.teacher): Promise<Answer> =>
  ask(`${server.url}${AT}/preview`, {
    method: 'POST',
    cookie,
    body: file,
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('题目.txt') },
  });
const post = (server: Room, path: string, body: unknown, cookie = server.teacher): Promise<Answer> =>
  ask(`${server.url}${AT}${path}`, { method: 'POST', cookie, body });
const save = (server: Room, base: number, rows: unknown[], cookie = server.teacher) =>
  post(server, '', { base, file: '题目.txt', rows }, cookie);
const bodyOf = async (server: Room, cookie = server.teacher) =>
  valueIn(await ask(`${server.url}${AT}`, { cookie })) as OwnQuestionsBody;
const ids = ({ questions }: OwnQuestionsBody) => questions.map(({ id }) => id);

const paperOf = async (server: Room, cookie: string | undefined, query = 'own=1&count=50') =>
  valueIn(await ask(`${server.url}/api/questions/paper?seed=1&${query}`, { ...(cookie ? { cookie } : {}) })) as Paper;
const answer = (server: Room, cookie: string | undefined, paper: Paper): Promise<Answer> =>
  ask(`${server.url}/api/questions/answers`, {
    method: 'POST',
    ...(cookie ? { cookie } : {}),
    body: { paper: paper.id, answers: paper.questions.map((_, question) => ({ question, answer: { chosen: [0] } })) },
  });

describe('[B10] a school’s own questions', () => {
  test('are looked over before any is stored: what comes, changes or stays, and what can’t come in', async () => {
    const server = await room();
    const kept = own('a', { kind: 'judge', stem: '对吗', options: [], right: [0], why: '看书', basis: '书' });
    valueIn(await save(server, 0, [kept, { ...kept, id: 'b', stem: '对不对' }]));
    const why = '####看书\\n依据：书';
    const preview = valueIn(
      await upload(server, `::a::对吗 {T ${why}}\n\n::b::对不对 {F ${why}}\n\n::c::新的 {T ${why}}\n\n问答 {}`),
    ) as QuestionsPreview;
    expect(preview).toMatchObject({ format: 'gift', base: 1 });
    expect(preview.rows.map(({ line, id, change }) => [line, id, change])).toEqual([
      [1, 'a', 'unchanged'],
      [3, 'b', 'changed'],
      [5, 'c', 'added'],
      [7, '', null],
    ]);
    expect(preview.rows[1]?.before).toMatchObject({ id: 'b', right: [0] });
    expect(preview.rows[3]?.faults[0]?.message).toContain('第 7 行「题型」：花括号里是空的');
    expect(ids(await bodyOf(server))).toEqual(['a', 'b']);
    const stored = valueIn(
      await save(
        server,
        1,
        preview.rows.flatMap(({ question }) => question ?? []),
      ),
    ) as OwnQuestionsBody;
    expect(stored.changes[0]).toMatchObject({
      added: 1,
      changed: 1,
      removed: 0,
      left: 2,
      file: '题目.txt',
      by: '姓名teacher',
    });
  });

  test('are checked again when they are stored, and refused when somebody stored meanwhile', async () => {
    const server = await room();
    expect(codeOf(await save(server, 0, [own('a', { basis: '' })]))).toBe('questions-faulty');
    expect(codeOf(await save(server, 0, [own('a', { right: [] })]))).toBe('questions-faulty');
    expect(codeOf(await save(server, 0, [own('a', { topic: 'nowhere' })]))).toBe('questions-faulty');
    expect(codeOf(await save(server, 0, [own('a'), own('b', { stem: own('a').stem })]))).toBe('questions-faulty');
    expect(codeOf(await save(server, 0, [{ ...own('a'), id: '../x' }]))).toBe('bad-request');
    expect(codeOf(await save(server, 0, []))).toBe('bad-request');
    expect(
      codeOf(
        await save(
          server,
          0,
          Array.from({ length: 501 }, (_, n) => own(`q${n}`)),
        ),
      ),
    ).toBe('bad-request');
    expect(codeOf(await save(server, 3, [own('a')]))).toBe('own-questions-changed');
    valueIn(await save(server, 0, [own('a')]));
    expect(codeOf(await save(server, 0, [own('b')]))).toBe('own-questions-changed');
    // The same once more changes nothing.
    expect((valueIn(await save(server, 1, [own('a')])) as OwnQuestionsBody).revision).toBe(1);
    expect(codeOf(await upload(server, ''))).toBe('questions-empty');
    expect(codeOf(await upload(server, Buffer.alloc(2_100_000, 97)))).toBe('too-large');
  });

  test('are practised on by its people, and never seen by another school or a stranger', async () => {
    const server = await room();
    valueIn(await save(server, 0, [own('a'), own('b', { kind: 'judge', options: [], right: [0] })]));
    const menu = async (cookie?: string) =>
      valueIn(await ask(`${server.url}/api/questions`, { ...(cookie ? { cookie } : {}) })) as QuestionMenu;
    expect((await menu(server.trainee)).own).toContainEqual({ level: 3, count: 2 });
    expect((await menu(server.teacher2)).own.every(({ count }) => count === 0)).toBe(true);
    expect((await menu()).own.every(({ count }) => count === 0)).toBe(true);
    const paper = await paperOf(server, server.trainee);
    expect(paper.questions.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
    const verdicts = valueIn(await answer(server, server.trainee, paper)) as Verdict[];
    expect(verdicts.map(({ why, citations }) => [why, citations[0]?.section, citations[0]?.title])).toEqual([
      ['因为\n这样。', 'own', '实训手册第3页'],
      ['因为\n这样。', 'own', '实训手册第3页'],
    ]);
    for (const cookie of [server.teacher2, undefined]) {
      expect((await paperOf(server, cookie)).questions).toEqual([]);
      expect((await paperOf(server, cookie, 'only=a,b')).questions).toEqual([]);
      expect(codeOf(await answer(server, cookie, paper))).toBe('questions-changed');
      expect(ids(await bodyOf(server, server.teacher2))).toEqual([]);
    }
    expect(codeOf(await post(server, '/remove', { base: 0, ids: ['a'] }, server.teacher2))).toBe('unknown-question');
    expect(codeOf(await save(server, 1, [own('c')], server.trainee))).toBe('not-allowed');
    expect(codeOf(await upload(server, '题 {T}', server.trainee))).toBe('not-allowed');
  });

  test('go out in the bank’s files, alone where that is asked for', async () => {
    const server = await room();
    valueIn(await save(server, 0, [own('a', { stem: '只在本校' })]));
    const gift = async (query: string, cookie: string) =>
      await (await fetch(`${server.url}/api/questions/bank.gift?seed=1${query}`, { headers: { cookie } })).text();
    expect(await gift('&own=1', server.teacher)).toMatch(
      /^\$CATEGORY: 客服题库\/通用\n\n\/\/ \[tag:level-3\]\n::a::\[plain\]只在本校 \{/,
    );
    expect(await gift('', server.teacher2)).not.toContain('只在本校');
  });
});

describe('[B11] what was stored', () => {
  test('is deleted and taken back by import, while a paper drawn before is still marked', async () => {
    const server = await room();
    valueIn(await save(server, 0, [own('a'), own('b')]));
    valueIn(await save(server, 1, [own('a', { stem: '改过' }), own('c')]));
    const paper = await paperOf(server, server.trainee);
    expect(paper.questions).toHaveLength(3);
    const removed = valueIn(await post(server, '/remove', { base: 2, ids: ['b'] })) as OwnQuestionsBody;
    expect(ids(removed).toSorted()).toEqual(['a', 'c']);
    const undone = valueIn(await post(server, '/undo', { base: 3, revision: 2 })) as OwnQuestionsBody;
    expect(undone.questions).toEqual([own('a')]);
    expect(undone.changes[0]).toMatchObject({ kind: 'undone', undoes: 2, changed: 1, removed: 1 });
    expect(undone.changes.find(({ revision }) => revision === 2)?.left).toBe(0);
    expect((await paperOf(server, server.trainee)).questions).toHaveLength(1);
    const verdicts = valueIn(await answer(server, server.trainee, paper)) as Verdict[];
    expect(verdicts.map(({ why }) => why)).toEqual(['因为\n这样。', '因为\n这样。', '因为\n这样。']);
    const [, hash = ''] = /bank=([^&]+)/.exec(paper.id) ?? [];
    const later = { ...paper, id: paper.id.replace(hash, hash.replace('.2', '.9')) };
    expect(codeOf(await answer(server, server.trainee, later))).toBe('questions-changed');
    expect(codeOf(await post(server, '/undo', { base: 4, revision: 3 }))).toBe('unknown-import');
    expect(codeOf(await post(server, '/remove', { base: 4, ids: ['b'] }))).toBe('unknown-question');
  });
});
