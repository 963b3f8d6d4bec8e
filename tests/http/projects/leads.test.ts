/** 班组长 over HTTP: who gives the part, who answers, and what stands in results and workbook. */
import readXlsxFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { RunResults } from '#contract/results.ts';
import type { LeadBoard } from '#contract/together/leads.ts';
import { engine } from '#server/engine-parts.ts';
import { CASE, leadCatalog } from '#tests/classroom/leads/support.ts';
import { lessonPlan } from '#tests/classroom/support/class-room.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { ask, codeOf, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { person } from '#tests/storage/people-contract.ts';

const room = async () => {
  const server = await testServer({ engine, catalog: leadCatalog() });
  const { storage, url } = server;
  await twoSchools(storage);
  await storage.people.createClass({ id: 'k1', school: 's1', name: 'k1', createdAt: 1, archivedAt: null });
  const members = ['甲', '乙'].map((name, n) => ({ person: person(`m${n}`, { name, role: 'trainee' }), no: `0${n}` }));
  await storage.people.addMembers('k1', members);
  const teacher = await cookieOf(storage, 'teacher');
  const get = (path: string, cookie: string | null) => ask(`${url}/api/${path}`, { cookie });
  const post = (path: string, cookie: string | null, body: unknown = {}) =>
    ask(`${url}/api/${path}`, { method: 'POST', cookie, body });
  const plan = { ...lessonPlan, scenarios: [CASE], incidents: [] };
  const make = async () =>
    (valueIn(await post('runs', teacher, { name: '课', classId: 'k1', plan })) as { id: string }).id;
  return { ...server, teacher, get, post, make };
};

test('[J51] a teacher gives the part to seats of the run, no trainee and nobody of another school does', async () => {
  const { teacher, storage, get, post, make } = await room();
  const [id, other] = [await make(), await make()];
  const seats = await storage.runs.seats(id);
  const give = (cookie: string | null, seat = seats[0]?.id) => post(`runs/${id}/leads`, cookie, { seat, leads: true });
  expect(codeOf(await give(await cookieOf(storage, 'trainee')))).toBe('not-allowed');
  expect(codeOf(await give(await cookieOf(storage, 'teacher2')))).toBe('unknown-run');
  expect(codeOf(await give(teacher, (await storage.runs.seats(other))[0]?.id))).toBe('unknown-seat');
  expect((valueIn(await give(teacher)) as LeadBoard).leads).toMatchObject([{ name: '甲', peers: ['乙'] }]);
  expect(codeOf(await give(teacher, seats[1]?.id))).toBe('lead-nobody-left');
  expect(valueIn(await get(`runs/${id}/leads`, teacher))).toMatchObject({ open: true, answerS: 120 });
});

test('[J47] an answer comes from the seat that leads, about its own peers alone, and is read once at the door', async () => {
  const { teacher, storage, post, make } = await room();
  const [id, other] = [await make(), await make()];
  const seat = (await storage.runs.seats(id))[0]?.id ?? '';
  await post(`runs/${id}/leads`, teacher, { seat, leads: true });
  const code = (await storage.runs.run(id))?.code ?? '';
  const joined = await post(`join/${code}`, null, { seat });
  const cookie = joined.cookie ?? null;
  const answer = (body: object, by: string | null = cookie) => post(`seats/${seat}/lead-answers`, by, body);
  const refused = { drill: 'd', ask: 'a', answer: { how: 'refused', words: '不归我们' } };
  expect(codeOf(await answer(refused))).toBe('lead-not-yours');
  expect(codeOf(await answer(refused, null))).toBe('unknown-seat');
  expect(codeOf(await answer({ ...refused, answer: { how: 'refused', words: ' ' } }))).toBe('bad-request');
  expect(codeOf(await answer({ ...refused, answer: { how: 'granted', amount: 0, words: '' } }))).toBe('bad-request');
  const strange = (await storage.runs.seats(other))[0]?.id ?? '';
  expect(codeOf(await post(`seats/${strange}/lead-answers`, cookie, refused))).toBe('unknown-seat');
});

test('[J50] the lead’s seat has a row of its own in results and workbook, and no note that it did nothing', async () => {
  const { teacher, storage, url, get, post, make } = await room();
  const id = await make();
  const seats = await storage.runs.seats(id);
  await post(`runs/${id}/leads`, teacher, { seat: seats[0]?.id, leads: true });
  const code = (await storage.runs.run(id))?.code ?? '';
  for (const { id: seat } of seats) await post(`join/${code}`, null, { seat });
  const results = valueIn(await get(`runs/${id}/results`, teacher)) as RunResults;
  expect(results.run.leads).toBe(true);
  expect(results.seats[0]).toMatchObject({
    name: '甲',
    lead: { requests: 0, score: null },
    notes: ['当班组长，不接客户'],
  });
  expect(results.seats[1]).not.toHaveProperty('lead');
  const file = await fetch(`${url}/api/runs/${id}/export.xlsx`, { headers: { cookie: teacher ?? '' } });
  const sheets = await readXlsxFile(Buffer.from(await file.arrayBuffer()));
  expect(sheets.map(({ sheet }) => sheet)).toContain('班组长');
  expect(sheets[0]?.data[0]).toContain('班组长得分');
});
