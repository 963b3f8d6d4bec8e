/** 本校话术 over HTTP: looked over, saved, gone back to, removed; each school by itself. */
import { describe, expect, test } from 'vitest';
import { shopSchema } from '#contract/bodies.ts';
import type {
  QuickRepliesBody,
  QuickRepliesShop,
  QuickRepliesVersion,
  RepliesPreview,
  SaveMode,
  SchoolQuickReply,
} from '#contract/quick-replies.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { reply } from '#tests/storage/quick-replies-contract.ts';

type Room = TestServer & { teacher: string; teacher2: string };
const room = async (): Promise<Room> => {
  const server = await testServer();
  await twoSchools(server.storage);
  const { storage } = server;
  return { ...server, teacher: await cookieOf(storage, 'teacher'), teacher2: await cookieOf(storage, 'teacher2') };
};

const at = ({ url }: TestServer, path = '/suibu'): string => `${url}/api/quick-replies${path}`;
const csv = (...replies: SchoolQuickReply[]): string =>
  ['组,短码,标题,内容', ...replies.map(({ group, code, title, text }) => [group, code, title, text].join(','))].join(
    '\n',
  );
const upload = (server: Room, file: string, cookie = server.teacher): Promise<Answer> =>
  ask(at(server, '/suibu/preview'), {
    method: 'POST',
    cookie,
    body: file,
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent('话术.csv') },
  });
const previewed = async (server: Room, file: string): Promise<RepliesPreview> =>
  valueIn(await upload(server, file)) as RepliesPreview;
const post = (server: Room, path: string, body: unknown, cookie = server.teacher): Promise<Answer> =>
  ask(at(server, path), { method: 'POST', cookie, body });
const save = (server: Room, mode: SaveMode, base: number, rows: SchoolQuickReply[], cookie = server.teacher) =>
  post(server, '/suibu', { mode, base, rows }, cookie);
const bodyIn = (answer: Answer): QuickRepliesBody => valueIn(answer) as QuickRepliesBody;
const codes = ({ replies }: { replies: readonly SchoolQuickReply[] }): string[] => replies.map(({ code }) => code);

describe('a school’s own quick replies', () => {
  test('are previewed before any is saved: rows that come, change or would go', async () => {
    const server = await room();
    valueIn(await save(server, 'replace', 0, [reply('a'), reply('b'), reply('c')]));
    const changed = reply('b', { text: '换了说法' });
    const preview = await previewed(server, csv(reply('a'), changed, reply('d'), reply('d'), reply('e', { text: '' })));
    expect(preview.rows.map(({ line, code, change }) => [line, code, change])).toEqual([
      [2, 'a', 'unchanged'],
      [3, 'b', 'changed'],
      [4, 'd', 'added'],
      [5, 'd', null],
      [6, 'e', null],
    ]);
    expect(preview.rows[1]?.before).toEqual(reply('b'));
    expect(preview.rows.slice(3).map(({ faults }) => faults.map(({ code }) => code))).toEqual([
      ['same-code'],
      ['missing'],
    ]);
    expect(preview.rows[4]?.faults[0]?.message).toBe('第 6 行「内容」：没有填');
    expect(preview).toMatchObject({ good: 3, base: 1, missing: [{ code: 'c' }] });
    expect(bodyIn(await ask(at(server), { cookie: server.teacher })).version).toBe(1);
  });

  test('are added to or replaced as a whole, and each save is a version with who and when', async () => {
    const server = await room();
    valueIn(await save(server, 'add', 0, [reply('a'), reply('b')]));
    const added = bodyIn(await save(server, 'add', 1, [reply('b', { text: '换了说法' }), reply('c')]));
    expect(codes(added)).toEqual(['a', 'b', 'c']);
    expect(added.replies[1]?.text).toBe('换了说法');
    const replaced = bodyIn(await save(server, 'replace', 2, [reply('c')]));
    expect(codes(replaced)).toEqual(['c']);
    expect(replaced.versions).toMatchObject([
      { version: 3, kind: 'replaced', count: 1, added: 0, changed: 0, removed: 2, by: '姓名teacher' },
      { version: 2, kind: 'added', count: 3, added: 1, changed: 1, removed: 0 },
      { version: 1, kind: 'added', count: 2, added: 2, changed: 0, removed: 0 },
    ]);
    const second = valueIn(await ask(at(server, '/suibu/versions/2'), { cookie: server.teacher }));
    expect(codes(second as QuickRepliesVersion)).toEqual(['a', 'b', 'c']);
  });

  test('go back to a version, are all removed, and come back, each time as one more version', async () => {
    const server = await room();
    valueIn(await save(server, 'replace', 0, [reply('a')]));
    valueIn(await save(server, 'replace', 1, [reply('b')]));
    expect(codes(bodyIn(await post(server, '/suibu/versions/1/restore', { base: 2 })))).toEqual(['a']);
    expect(codes(bodyIn(await post(server, '/suibu/remove', { base: 3 })))).toEqual([]);
    const undone = bodyIn(await post(server, '/suibu/versions/3/restore', { base: 4 }));
    expect(codes(undone)).toEqual(['a']);
    expect(undone.versions.map(({ kind, restores }) => [kind, restores])).toEqual([
      ['restored', 3],
      ['removed', null],
      ['restored', 1],
      ['replaced', null],
      ['replaced', null],
    ]);
    expect(codeOf(await post(server, '/suibu/versions/9/restore', { base: 5 }))).toBe('unknown-version');
    expect(codeOf(await post(server, '/suibu/versions/x/restore', { base: 5 }))).toBe('unknown-version');
  });

  test('get no version by a save that changes nothing, and refuse one based on an older version', async () => {
    const server = await room();
    valueIn(await save(server, 'add', 0, [reply('a')]));
    expect(bodyIn(await save(server, 'add', 1, [reply('a')])).version).toBe(1);
    for (const answer of [
      await save(server, 'add', 0, [reply('b')]),
      await post(server, '/suibu/remove', { base: 0 }),
      await post(server, '/suibu/versions/1/restore', { base: 7 }),
    ]) {
      expect([answer.status, codeOf(answer)]).toEqual([409, 'replies-changed']);
    }
    expect(bodyIn(await ask(at(server), { cookie: server.teacher })).version).toBe(1);
  });

  test('are checked again when saved, and never exceed the number a shop may have', async () => {
    const server = await room();
    const faulty = await save(server, 'add', 0, [reply('a'), reply('a')]);
    expect(faulty.reply).toMatchObject({
      error: { code: 'replies-faulty', message: expect.stringContaining('第 2 行「短码」') },
    });
    expect(codeOf(await save(server, 'add', 0, [reply('a', { text: '{某某}好' })]))).toBe('replies-faulty');
    expect(codeOf(await save(server, 'add', 0, []))).toBe('bad-request');
    const many = (letter: string) => Array.from({ length: 200 }, (_, n) => reply(`${letter}${n}`));
    valueIn(await save(server, 'add', 0, many('a')));
    expect(codeOf(await save(server, 'add', 1, many('b')))).toBe('replies-too-many');
    expect(bodyIn(await save(server, 'replace', 1, many('b'))).replies).toHaveLength(200);
  });

  test('are refused by a stable code when the file can’t be used', async () => {
    const server = await room();
    const code = async (file: string) => codeOf(await upload(server, file));
    expect(await code('')).toBe('replies-empty');
    expect(await code('组,短码,标题,内容\n')).toBe('replies-empty');
    expect(await code('姓名\n张三')).toBe('replies-headings');
    expect(await code('\u0000\u0001')).toBe('replies-unreadable');
    const large = await upload(server, csv(reply('a', { text: '长'.repeat(800_000) })));
    expect([large.status, codeOf(large)]).toEqual([413, 'too-large']);
    expect(codeOf(await post(server, '/nowhere', { mode: 'add', base: 0, rows: [reply('a')] }))).toBe('unknown-shop');
    expect(codeOf(await ask(at(server, '/nowhere'), { cookie: server.teacher }))).toBe('unknown-shop');
  });

  test('are shown to their own school alone', async () => {
    const server = await room();
    valueIn(await save(server, 'add', 0, [reply('a')]));
    const theirs = bodyIn(await ask(at(server), { cookie: server.teacher2 }));
    expect(theirs).toMatchObject({ version: 0, replies: [], versions: [] });
    const seen = await ask(at(server, '/suibu/versions/1'), { cookie: server.teacher2 });
    expect([seen.status, codeOf(seen)]).toEqual([404, 'unknown-version']);
    const foreign = await post(server, '/suibu/versions/1/restore', { base: 0 }, server.teacher2);
    expect(codeOf(foreign)).toBe('unknown-version');
    valueIn(await save(server, 'replace', 0, [reply('z')], server.teacher2));
    expect(codes(bodyIn(await ask(at(server), { cookie: server.teacher })))).toEqual(['a']);
    const list = valueIn(await ask(at(server, ''), { cookie: server.teacher })) as QuickRepliesShop[];
    expect(list).toMatchObject([{ id: 'suibu', shipped: 2, own: 1, last: { version: 1, by: '姓名teacher' } }]);
    for (const name of ['mentor', 'trainee']) {
      expect(codeOf(await upload(server, csv(reply('a')), await cookieOf(server.storage, name)))).toBe('not-allowed');
    }
    expect(codeOf(await ask(at(server)))).toBe('not-signed-in');
  });

  test('stand on the shop’s page for people of the school who are signed in, and for nobody else', async () => {
    const server = await room();
    valueIn(await save(server, 'add', 0, [reply('a')]));
    const ownOf = async (cookie: string | null) => {
      const shop = shopSchema.parse(valueIn(await ask(`${server.url}/api/shops/suibu`, { cookie })));
      return shop.quickReplies.flatMap(({ code, own }) => (own === true ? code : []));
    };
    expect(await ownOf(await cookieOf(server.storage, 'trainee'))).toEqual(['a']);
    expect(await ownOf(await cookieOf(server.storage, 'trainee2'))).toEqual([]);
    expect(await ownOf(null)).toEqual([]);
  });

  test('have a template to download, in both kinds of file', async () => {
    const server = await room();
    for (const ending of ['xlsx', 'csv']) {
      const answer = await ask(at(server, `/suibu/template.${ending}`), { cookie: server.teacher });
      expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent(`本校话术-燧步.${ending}`));
    }
  });
});
