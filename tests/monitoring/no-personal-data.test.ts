import { expect, test } from 'vitest';
import { z } from 'zod';
import { lessonPlan } from '#tests/classroom/support/class-room.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, codeOf, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { connected, emit, message } from '#tests/sockets/test-socket.ts';
import { collectedLog } from '#tests/support/collected-log.ts';

/** Everything that is somebody's own; none of it may be in the log. */
const OWN = {
  name: '尉迟小柚',
  colleague: '司空老师',
  school: '云溪职校',
  login: 'sikong-laoshi',
  password: 'pinecone ladder 77',
  class: '电商三班',
  words: '您好在的，我电话是13800138000',
  notice: '小柚注意语气',
  comment: '这句说得很好',
  address: '203.0.113.77',
  search: 'secret-of-the-address',
};
/** Fields that may stand in a line: whoever adds one thinks of what it may hold. */
const FIELDS = 'level time pid msg requestId route command status code ms err drill run seat error items'.split(' ');
const idSchema = z.looseObject({ id: z.string() });

test('a whole class leaves no name, text, login or address in the log, at its most talkative and with faults [W4]', async () => {
  const { logger, text, lines } = collectedLog('trace');
  const server = await testServer({ catalog: lessonCatalog, logger });
  await twoSchools(server.storage);
  const elsewhere = { 'x-forwarded-for': OWN.address };
  const get = (path: string, cookie: string | null): Promise<Answer> =>
    ask(`${server.url}${path}`, { cookie, headers: elsewhere });
  const post = (path: string, cookie: string | null, body: unknown = {}): Promise<Answer> =>
    ask(`${server.url}${path}`, { method: 'POST', cookie, body, headers: elsewhere });
  const done = async (answer: Promise<Answer>): Promise<Answer> => {
    expect(codeOf(await answer)).toBe('ok');
    return answer;
  };
  const idIn = (answer: Answer): string => idSchema.parse(valueIn(answer)).id;

  const admin = await cookieOf(server.storage, 'admin');
  const person = { name: OWN.colleague, login: OWN.login, password: OWN.password, role: 'teacher' };
  await done(post('/api/people', admin, person));
  expect(codeOf(await post('/api/session', null, { login: OWN.login, password: `${OWN.password}x` }))).toBe(
    'bad-sign-in',
  );
  const signedIn = await done(post('/api/session', null, { login: OWN.login, password: OWN.password }));
  const teacher = signedIn.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
  const school = { school: OWN.school, name: OWN.name, login: 'yunxi', password: OWN.password };
  await done(post('/api/schools', admin, school));
  const classId = idIn(await post('/api/classes', teacher, { name: OWN.class }));
  await done(post(`/api/classes/${classId}/roster`, teacher, { rows: [{ name: OWN.name, no: '1' }] }));
  const run = z
    .looseObject({ id: z.string(), code: z.string() })
    .parse(valueIn(await post('/api/runs', teacher, { name: OWN.class, classId: null, plan: lessonPlan })));

  const joined = await done(post(`/api/join/${run.code}`, null, { name: OWN.name }));
  const trainee = joined.cookie ?? '';
  const seat = (await server.storage.runs.seats(run.id))[0]?.id ?? '';
  const wall = await connected(server, teacher, elsewhere);
  await emit(wall, 'run:watch', { runId: run.id });
  await done(post(`/api/runs/${run.id}/stage`, teacher, { stage: 'drill' }));
  await done(post(`/api/runs/${run.id}/say`, teacher, { seat, text: OWN.notice }));
  const desk = await connected(server, trainee, elsewhere);
  const sat = await emit(desk, 'seat:join', { seatId: seat });
  const drillId = sat.ok ? String(sat.value.drill) : '';
  expect(await emit(desk, 'drill:join', { drillId, after: 0, take: true })).toMatchObject({ ok: true });
  expect(await emit(desk, 'message:send', message(drillId, 'm1', OWN.words))).toMatchObject({ ok: true });
  await emit(desk, 'drill:end', { drillId, commandId: 'e1' });
  await done(post(`/api/runs/${run.id}/end`, teacher));
  await done(get(`/api/drills/${drillId}/report`, teacher));
  await done(post(`/api/drills/${drillId}/comments`, teacher, { place: { kind: 'report' }, text: OWN.comment }));
  await done(
    post('/api/data/settings', admin, {
      days: { practice: 30, runs: null, signIns: null, sessions: null },
      officer: null,
    }),
  );
  for (const path of ['/api/me/data.zip', '/api/me/practice/erasure', `/api/drills/${drillId}/erasure`])
    await get(path, trainee);
  for (const path of ['/api/data', '/api/audit', '/api/audit/check', `/api/classes/${classId}/erasure`])
    await done(get(path, admin));
  await done(get(`/api/runs/${run.id}/drills/${drillId}/erasure`, admin));
  const member = (await server.storage.people.members(classId))[0]?.person ?? '';
  await get(`/api/people/${member}/data.zip`, admin);
  expect(codeOf(await post(`/api/people/${member}/erase`, admin, { name: OWN.colleague }))).toBe('name-differs');
  await done(post(`/api/people/${member}/erase`, admin, { name: OWN.name }));
  expect(codeOf(await post(`/api/runs/${run.id}/erase`, teacher, { name: OWN.class, password: OWN.words }))).toBe(
    'wrong-password',
  );
  await get(`/api/library?q=${OWN.search}`, trainee);
  await get(`/${OWN.search}`, trainee);
  await post('/api/session', null, `{"login": "${OWN.login}", `);
  await emit(desk, OWN.login, { text: OWN.words });

  // Faults: what was to be stored is at hand where they are logged.
  const second = z.looseObject({ id: z.string() });
  const practice = second.parse(
    valueIn(await post('/api/drills', trainee, { scenarios: lessonPlan.scenarios, seed: 1 })),
  );
  await emit(desk, 'drill:join', { drillId: practice.id, after: 0, take: true });
  await emit(desk, 'drill:start', { drillId: practice.id, commandId: 's2' });
  server.storage.appendAll = () => {
    throw new Error('a bug');
  };
  server.storage.runs.createTemplate = () => {
    throw new Error('a bug');
  };
  expect(await emit(desk, 'message:send', message(practice.id, 'm2', OWN.words))).toMatchObject({ ok: false });
  expect(codeOf(await post('/api/templates', teacher, { name: OWN.class, plan: lessonPlan }))).toBe('internal');

  expect(lines().map(({ msg }) => msg)).toEqual(
    expect.arrayContaining([
      'request',
      'command',
      'request refused',
      'append failed',
      'append refused',
      'request failed',
    ]),
  );
  const log = text();
  const token = teacher.split('=')[1] ?? 'none';
  const told = [
    ...Object.entries(OWN),
    ['code', run.code],
    ['cookie', token],
    ['device', trainee.split('=')[1] ?? 'none'],
  ];
  expect(told.filter(([, own = '']) => log.includes(own)).map(([what]) => what)).toEqual([]);
  expect([...new Set(lines().flatMap(Object.keys))].filter((field) => !FIELDS.includes(field))).toEqual([]);
});
