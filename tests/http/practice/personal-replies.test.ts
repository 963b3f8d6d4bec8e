/** 我的话术 over HTTP: stored, changed, deleted, put back and into order, by their owner alone. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { PersonalRepliesBody } from '#contract/practice/personal-replies.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';

let server: TestServer;
let own: string;
let teacher: string;
beforeEach(async () => {
  server = await testServer();
  await twoSchools(server.storage);
  own = await cookieOf(server.storage, 'trainee');
  teacher = await cookieOf(server.storage, 'teacher');
});

const idOf = (letter: string): string => letter.repeat(32);
const address = (path = ''): string => `${server.url}/api/personal-replies${path}`;
const post = (path: string, body: unknown = {}, cookie: string | null = own): Promise<Answer> =>
  ask(address(path), { method: 'POST', body, ...(cookie === null ? {} : { cookie }) });
const store = (letter: string, over: object = {}, cookie = own): Promise<Answer> =>
  post('', { id: idOf(letter), code: '', title: `标题${letter}`, text: `话术${letter}`, ...over }, cookie);
const wording = (letter: string, over: object = {}) => ({
  ...{ code: '', title: `标题${letter}`, text: `话术${letter}`, rev: 1, ...over },
});
const bodyIn = (answer: Answer): PersonalRepliesBody => valueIn(answer) as PersonalRepliesBody;
const titles = (answer: Answer): string[] => bodyIn(answer).replies.map(({ title }) => title);
const read = (cookie = own): Promise<Answer> => ask(address(), { cookie });
const detailOf = ({ reply }: Answer): string | undefined => (reply.ok ? undefined : reply.error.detail);
const messageOf = ({ reply }: Answer): string => (reply.ok ? '' : reply.error.message);

describe('a person’s own quick replies', () => {
  test('are stored in their order, trimmed, with what a page needs to write one [Q80]', async () => {
    const stored = bodyIn(await store('a', { title: ' 催发货 ', code: ' CFH ', text: ' {买家昵称}，帮您催了\n' }));
    expect(stored.replies).toEqual([
      { id: idOf('a'), code: 'cfh', title: '催发货', text: '{买家昵称}，帮您催了', rev: 1 },
    ]);
    expect(stored).toMatchObject({ most: 100, limits: { code: 12, title: 20, text: 500 } });
    expect(stored.variables.filled).toEqual(['买家昵称', '店铺', '客户']);
    await store('b');
    expect(titles(await store('c', { place: 0 }))).toEqual(['标题c', '催发货', '标题b']);
    expect(titles(await post(`/${idOf('c')}/move`, { place: 1 }))).toEqual(['催发货', '标题c', '标题b']);
    expect(titles(await post(`/${idOf('a')}/move`, { place: 99 }))).toEqual(['标题c', '标题b', '催发货']);
    expect(titles(await read())).toEqual(['标题c', '标题b', '催发货']);
  });

  test('are refused with what to do: a title that is taken, a variable no desk knows, one too many [Q80]', async () => {
    await store('a', { title: 'OK话术' });
    const taken = await store('b', { title: 'ＯＫ话术'.toLowerCase() });
    expect([codeOf(taken), messageOf(taken)]).toEqual(['personal-reply-title', expect.stringContaining('换一个标题')]);
    const unknown = await store('b', { text: '{买家昵称}您好，{随便写}{店铺}' });
    expect([codeOf(unknown), detailOf(unknown)]).toEqual(['personal-reply-variable', '{随便写}']);
    expect(messageOf(unknown)).toContain('去掉花括号');
    expect(detailOf(await store('b', { text: '亲{' }))).toBe('{');
    const faulty = [{ title: '' }, { title: '标'.repeat(21) }, { title: '一\n二' }, { text: ' ' }, { code: '9a' }];
    const long = [{ text: '亲'.repeat(501) }, { id: 'x' }, { place: -1 }, { more: 1 }];
    for (const over of [...faulty, ...long])
      expect([over, codeOf(await store('b', over))]).toEqual([over, 'bad-request']);
    const many = Array.from({ length: 100 }, (_, n) => ({
      ...{ id: n.toString(16).padStart(32, '0'), code: '', title: `第${n}条`, text: '好的', rev: 1, at: 1 },
    }));
    await server.storage.personalReplies.put('trainee', many);
    const full = await store('b');
    expect([codeOf(full), detailOf(full)]).toEqual(['personal-replies-full', '100']);
    expect(codeOf(await post(`/${many[3]?.id}`, wording('b')))).toBe('ok');
  });

  test('sent twice are stored once; a change of an older wording overwrites nothing [Q81]', async () => {
    await store('a');
    expect(titles(await store('a'))).toEqual(['标题a']);
    expect(codeOf(await store('a', { text: '另一句' }))).toBe('personal-reply-changed');
    const changed = bodyIn(await post(`/${idOf('a')}`, wording('a', { text: '第二种说法' })));
    expect(changed.replies[0]).toMatchObject({ text: '第二种说法', rev: 2 });
    expect(codeOf(await post(`/${idOf('a')}`, wording('a', { text: '第二种说法' })))).toBe('ok');
    expect(codeOf(await post(`/${idOf('a')}`, wording('a', { text: '第三种说法' })))).toBe('personal-reply-changed');
    const third = bodyIn(await post(`/${idOf('a')}`, wording('a', { text: '第三种说法', rev: 2 })));
    expect(third.replies[0]).toMatchObject({ text: '第三种说法', rev: 3 });
  });

  test('deleted go once, come back to where they stood, and can’t be changed meanwhile [Q81]', async () => {
    for (const letter of ['a', 'b', 'c']) await store(letter);
    expect(titles(await post(`/${idOf('b')}/remove`))).toEqual(['标题a', '标题c']);
    expect(titles(await post(`/${idOf('b')}/remove`))).toEqual(['标题a', '标题c']);
    expect(codeOf(await post(`/${idOf('b')}`, wording('b', { text: '改' })))).toBe('unknown-personal-reply');
    expect(codeOf(await post(`/${idOf('b')}/move`, { place: 0 }))).toBe('unknown-personal-reply');
    expect(titles(await store('b', { place: 1 }))).toEqual(['标题a', '标题b', '标题c']);
  });

  test('of many tabs at once lose none of each other’s [Q81]', async () => {
    const letters = [...'abcdef'];
    await Promise.all(letters.map((letter) => store(letter)));
    expect(titles(await read()).toSorted()).toEqual(letters.map((letter) => `标题${letter}`));
  });

  test('are their owner’s alone: others have their own list, a guest none [Q80]', async () => {
    await store('a');
    expect(titles(await read(teacher))).toEqual([]);
    expect(codeOf(await post(`/${idOf('a')}`, wording('a', { text: '别人改的' }), teacher))).toBe(
      'unknown-personal-reply',
    );
    expect(codeOf(await post(`/${idOf('a')}/move`, { place: 0 }, teacher))).toBe('unknown-personal-reply');
    await post(`/${idOf('a')}/remove`, {}, teacher);
    expect(titles(await read())).toEqual(['标题a']);
    const guest = { id: idOf('d'), code: '', title: '标题d', text: '话术d' };
    expect(codeOf(await post('', guest, null))).toBe('not-signed-in');
  });
});
