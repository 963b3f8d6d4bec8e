/** Project tasks over HTTP: who sets one, gives roles away and reads what the notes were worth. */
import { expect, test } from 'vitest';
import type { ProjectBoard, ProjectChoice } from '#contract/plans/projects.ts';
import { engine } from '#server/engine-parts.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, codeOf, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { person } from '#tests/storage/people-contract.ts';

const PROJECT = { name: '项目任务', classId: 'k1', tasks: ['race-shoes'], minutes: 30, results: 'published' };

const room = async () => {
  const server = await testServer({ engine, catalog: shipped().catalog });
  const { storage, url } = server;
  await twoSchools(storage);
  for (const [id, school] of [
    ['k1', 's1'],
    ['k2', 's2'],
  ] as const)
    await storage.people.createClass({ id, school, name: id, createdAt: 1, archivedAt: null });
  const members = ['甲', '乙', '丙'].map((name, n) => ({
    person: person(`m${n}`, { name, role: 'trainee' }),
    no: `0${n}`,
  }));
  await storage.people.addMembers('k1', members);
  const teacher = await cookieOf(storage, 'teacher');
  const get = (path: string, cookie: string | null) => ask(`${url}/api/${path}`, { cookie });
  const post = (path: string, cookie: string | null, body: unknown = {}) =>
    ask(`${url}/api/${path}`, { method: 'POST', cookie, body });
  return { ...server, teacher, get, post };
};

test('[J38] a teacher chooses tasks of the library for a class of the own school; nobody else sets any', async () => {
  const { teacher, storage, get, post } = await room();
  const choices = valueIn(await get('project-tasks', teacher)) as ProjectChoice[];
  expect(choices.find(({ id }) => id === 'race-shoes')).toMatchObject({ roles: ['售前', '售后', '仓库'] });
  expect(codeOf(await get('project-tasks', await cookieOf(storage, 'trainee')))).toBe('not-allowed');
  expect(codeOf(await post('projects', await cookieOf(storage, 'trainee'), PROJECT))).toBe('not-allowed');
  expect(codeOf(await post('projects', teacher, { ...PROJECT, classId: 'k2' }))).toBe('unknown-class');
  expect(codeOf(await post('projects', teacher, { ...PROJECT, tasks: ['none'] }))).toBe('unknown-task');
  expect(codeOf(await post('projects', teacher, { ...PROJECT, tasks: [] }))).toBe('bad-request');
  const { id } = valueIn(await post('projects', teacher, PROJECT)) as { id: string };
  const board = valueIn(await get(`runs/${id}/project`, teacher)) as ProjectBoard;
  expect(board).toMatchObject({ run: { id }, roles: ['售前', '售后', '仓库'], groups: [] });
});

test('[J45] roles are given while the drill goes on, to seats of the run and of no other', async () => {
  const { teacher, storage, get, post } = await room();
  const { id } = valueIn(await post('projects', teacher, PROJECT)) as { id: string };
  const other = valueIn(await post('projects', teacher, PROJECT)) as { id: string };
  const code = (await storage.runs.run(id))?.code ?? '';
  const seats = await storage.runs.seats(id);
  for (const seat of seats) await post(`join/${code}`, null, { seat: seat.id });
  const give = (seat: string) => post(`runs/${id}/project/role`, teacher, { group: 0, role: 2, seat });
  expect(codeOf(await give(seats[1]?.id ?? ''))).toBe('run-not-drilling');
  await post(`runs/${id}/stage`, teacher, { stage: 'drill' });
  expect(codeOf(await give((await storage.runs.seats(other.id))[0]?.id ?? ''))).toBe('unknown-seat');
  const board = valueIn(await give(seats[1]?.id ?? '')) as ProjectBoard;
  expect(board.groups[0]?.seats.map((seat) => seat?.name)).toEqual(['甲', '乙', '乙']);
  expect(codeOf(await post(`runs/${other.id}/project/role`, await cookieOf(storage, 'trainee'), {}))).toBe(
    'not-allowed',
  );
  expect(valueIn(await get(`runs/${id}/project`, await cookieOf(storage, 'mentor')))).toMatchObject({ run: { id } });
});

test('[J43] what the notes were worth is read with the report: not before it is published', async () => {
  const { teacher, storage, get, post } = await room();
  const { id } = valueIn(await post('projects', teacher, PROJECT)) as { id: string };
  const code = (await storage.runs.run(id))?.code ?? '';
  const seat = (await storage.runs.seats(id))[0]?.id ?? '';
  const { cookie } = await post(`join/${code}`, null, { seat });
  await post(`runs/${id}/stage`, teacher, { stage: 'drill' });
  await post(`runs/${id}/stage`, teacher, { stage: 'debrief' });
  const drill = (await storage.drillsOfRun(id))[0]?.id ?? '';
  expect(codeOf(await get(`drills/${drill}/hand-overs`, cookie ?? null))).toBe('report-not-published');
  expect(valueIn(await get(`drills/${drill}/hand-overs`, teacher))).toEqual({ given: [], got: [] });
  await post(`runs/${id}/publish`, teacher, { published: true });
  expect(valueIn(await get(`drills/${drill}/hand-overs`, cookie ?? null))).toEqual({ given: [], got: [] });
});
