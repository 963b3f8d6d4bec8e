import { describe, expect, test } from 'vitest';
import type { ClassPath, Evaluation, OwnPath, PathSettings, StageRule } from '#contract/practice/learning-path.ts';
import { hashOf, newToken } from '#http/session/cookie-token.ts';
import { SESSION_COOKIE } from '#http/session/principal.ts';
import { eventsOf, goldenCatalog, storeDrill } from '#tests/classroom/support/golden-class.ts';
import { get, post, type Room, resultsServer } from '#tests/http/support/results-world.ts';
import { codeOf, valueIn } from '#tests/http/support/test-server.ts';

const STAGES: readonly StageRule[] = [
  {
    ...{ id: 'combat', name: '实战', about: '接待', weeks: 8 },
    conditions: [{ id: 'drills-done', name: '接待场数', measure: 'drills-done', needs: 1, share: 50 }],
  },
  {
    ...{ id: 'post', name: '顶岗', about: '顶岗', weeks: 12 },
    conditions: [{ id: 'enterprise', name: '企业综合评价', measure: 'evaluation', needs: 60, share: null }],
  },
];

type PathRoom = Room & { trainee: string; account: string };

/** 甲, of a class, has drilled in a run whose results aren't published yet. */
const room = async (): Promise<PathRoom> => {
  const server = await resultsServer([{ name: '甲' }], 'published', { ...goldenCatalog, stages: STAGES });
  const { storage } = server;
  await storage.people.createClass({ id: 'c1', school: 's1', name: '2403 班', createdAt: 1, archivedAt: null });
  const person = { id: 'jia', school: 's1', name: '甲', role: 'trainee', login: 'jia', password: null } as const;
  const row = { ...person, createdAt: 1, disabledAt: null, seenAt: null };
  await storage.people.addMembers('c1', [{ person: row, no: '01' }]);
  const seat = await storage.runs.seat('seat1');
  if (seat === null) throw new Error('no seat');
  await storage.runs.changeSeat({ ...seat, person: 'jia' });
  await storeDrill(storage, 'd1-1', 1, eventsOf('model'), null, 'jia');
  const session = newToken();
  await storage.people.createSession(hashOf(session), 'jia', Date.now(), Date.now() + 3_600_000);
  return { ...server, account: `${SESSION_COOKIE}=${session}` };
};
const publish = (server: Room, published = true) => post(server, 'runs/r1/publish', server.teacher, { published });
const own = async (server: Room, cookie: string): Promise<OwnPath> =>
  valueIn(await get(server, 'path', cookie)) as OwnPath;
const ofClass = async (server: Room): Promise<ClassPath> =>
  valueIn(await get(server, 'classes/c1/path', server.teacher)) as ClassPath;
const settings = async (server: Room): Promise<PathSettings> =>
  valueIn(await get(server, 'path/settings', server.teacher)) as PathSettings;

describe('the learning path', () => {
  test('counts nothing of a run before it is published, neither for its trainee nor in the class, and nothing after that is taken back [U3]', async () => {
    const server = await room();
    const unpublished = await own(server, server.trainee);
    expect(unpublished).toMatchObject({ name: '甲', current: 0, waiting: 1, basis: 'class' });
    expect(unpublished.stages[0]?.conditions[0]).toMatchObject({ figure: 0, met: false, sources: [], of: 0 });
    expect((await ofClass(server)).rows[0]).toMatchObject({ name: '甲', current: 0, since: null });
    await publish(server);
    const published = await own(server, server.trainee);
    expect(published).toMatchObject({ current: 1, waiting: 0 });
    expect(published.stages[0]?.conditions[0]).toMatchObject({ figure: 1, met: true, sources: [{ id: 'd1-1' }] });
    const { rows, shares } = await ofClass(server);
    expect(rows[0]).toMatchObject({ current: 1, since: published.since, stages: published.stages });
    expect(shares).toEqual([
      { condition: 'drills-done', met: 1, of: 1 },
      { condition: 'enterprise', met: 0, of: 1 },
    ]);
    await publish(server, false);
    expect(await own(server, server.trainee)).toMatchObject({ current: 0, waiting: 1 });
    expect((await ofClass(server)).rows[0]).toMatchObject({ current: 0 });
  });

  test('a device that nobody knows has an empty path, and a stranger sees nothing of the class [U3]', async () => {
    const server = await room();
    await publish(server);
    expect(await own(server, server.stranger)).toMatchObject({ name: null, current: 0, waiting: 0, signedIn: false });
    expect(codeOf(await get(server, 'classes/c1/path', server.stranger))).toBe('not-signed-in');
    expect(codeOf(await get(server, 'classes/c1/path', server.account))).toBe('not-allowed');
  });

  test('an evaluation has name and date, counts until it is withdrawn, and only who is signed in reads theirs [U4]', async () => {
    const server = await room();
    await publish(server);
    const made = await post(server, 'people/jia/evaluations', server.teacher, { mark: 80, note: '能独立接待' });
    const { id, by, at } = valueIn(made) as Evaluation;
    expect(by).toBe('王老师');
    expect(await own(server, server.account)).toMatchObject({ current: null, since: at, next: null });
    expect(await own(server, server.trainee)).toMatchObject({ current: 1, signedIn: false });
    const why = { why: '写错了人' };
    expect(codeOf(await post(server, `people/wang/evaluations/${id}/withdraw`, server.teacher, why))).toBe(
      'unknown-evaluation',
    );
    expect(codeOf(await post(server, `people/jia/evaluations/${id}/withdraw`, server.account, why))).toBe(
      'not-allowed',
    );
    expect(codeOf(await post(server, `people/jia/evaluations/${id}/withdraw`, server.teacher, why))).toBe('ok');
    expect(codeOf(await post(server, `people/jia/evaluations/${id}/withdraw`, server.teacher, why))).toBe(
      'unknown-evaluation',
    );
    expect(await own(server, server.account)).toMatchObject({ current: 1 });
    expect((await ofClass(server)).rows[0]?.evaluations).toMatchObject([
      { id, mark: 80, withdrawn: { by: '王老师', why: '写错了人' } },
    ]);
    const onStaff = await post(server, 'people/wang/evaluations', server.teacher, { mark: 80, note: '老师' });
    expect(codeOf(onStaff)).toBe('unknown-person');
    const kinds = (await server.storage.audit.after(0, 99)).map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['evaluation-made', 'evaluation-withdrawn']));
  });

  test('a school sets its own words and thresholds, keeps what ships beside them, and has the defaults back at once [U5]', async () => {
    const server = await room();
    await publish(server);
    const shipped = await settings(server);
    expect(shipped).toMatchObject({ version: 0, own: false, by: null });
    const condition = { name: '至少接待五场', needs: 5, share: null };
    const body = { version: 0, stages: {}, conditions: { 'drills-done': condition } };
    const saved = valueIn(await post(server, 'path/settings', server.teacher, body)) as PathSettings;
    expect(saved).toMatchObject({ version: 1, own: true, by: '王老师' });
    const [first] = (await own(server, server.trainee)).stages;
    expect(first).toMatchObject({ name: '实战', met: false, conditions: [{ ...condition, figure: 1 }] });
    expect(codeOf(await post(server, 'path/settings', server.teacher, body))).toBe('path-changed');
    const unknown = { version: 1, stages: { nowhere: { name: '哪里', about: '' } }, conditions: {} };
    expect(codeOf(await post(server, 'path/settings', server.teacher, unknown))).toBe('bad-request');
    expect(codeOf(await post(server, 'path/settings', server.account, body))).toBe('not-allowed');
    const restored = await post(server, 'path/settings/restore', server.teacher, { version: 1 });
    expect(valueIn(restored)).toMatchObject({ version: 2, own: false, rules: shipped.rules });
    expect(await own(server, server.trainee)).toMatchObject({ current: 1 });
  });

  test('a school adds conditions of its own and removes those that ship, but leaves no stage without one [U5]', async () => {
    const server = await room();
    await publish(server);
    const shipped = await settings(server);
    const [stage] = shipped.rules;
    const ids = stage?.conditions.map(({ id }) => id) ?? [];
    const added = {
      stage: stage?.id ?? '',
      id: 'own-1',
      name: '打字过五十五',
      measure: 'typing-best',
      needs: 55,
      share: null,
    };
    const save = (version: number, over: object) =>
      post(server, 'path/settings', server.teacher, { version, stages: {}, conditions: {}, ...over });
    expect(codeOf(await save(0, { removed: ids }))).toBe('bad-request');
    expect(codeOf(await save(0, { removed: ['nothing'] }))).toBe('bad-request');
    expect(codeOf(await save(0, { added: [{ ...added, stage: 'nowhere' }] }))).toBe('bad-request');
    expect(codeOf(await save(0, { added: [added, added] }))).toBe('bad-request');
    expect(codeOf(await save(0, { added: [{ ...added, id: ids[0] }] }))).toBe('bad-request');
    const saved = valueIn(await save(0, { added: [added], removed: ids })) as PathSettings;
    expect(saved).toMatchObject({ own: true, removed: ids });
    expect(saved.rules[0]?.conditions).toMatchObject([{ id: 'own-1', name: '打字过五十五', needs: 55 }]);
    const [first] = (await own(server, server.trainee)).stages;
    expect(first?.conditions.map(({ id, measure }) => [id, measure])).toEqual([['own-1', 'typing-best']]);
    // The next version says the whole anew: what it doesn't name is as it ships.
    const again = valueIn(await save(1, {})) as PathSettings;
    expect(again).toMatchObject({ own: false, removed: [], rules: shipped.rules });
  });

  test('the class’s file has a row a person [U6]', async () => {
    const server = await room();
    const file = await fetch(`${server.url}/api/classes/c1/path.xlsx`, { headers: { cookie: server.teacher } });
    expect(file.status).toBe(200);
    expect(
      Buffer.from(await file.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });
});
