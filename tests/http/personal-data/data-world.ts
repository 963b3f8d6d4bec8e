/** A class of two on the real server that has drilled, talked and been talked about; and one who practised alone. */
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Socket } from 'socket.io-client';
import { z } from 'zod';
import { createPasswords } from '#classroom/accounts/passwords.ts';
import type { Clock } from '#common/clock.ts';
import { MOVED_TABLES } from '#storage/move/moved-tables.ts';
import { lessonPlan } from '#tests/classroom/support/class-room.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, codeOf, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { connected, emit, message } from '#tests/sockets/test-socket.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

export const PASSWORD = 'pinecone ladder 77';
/** What is the first trainee's own. */
export const OWN = {
  name: '尉迟小柚',
  no: '20230101077',
  login: 'xiaoyou-2023',
  words: '您好在的，我电话是13800138077',
  alone: '自己练的时候说的话77',
  answer: '我重做时说的话77',
  comment: '小柚这句语气要软一点77',
  appeal: '我觉得我说清楚了77',
  notice: '小柚别急77',
  entry: '小柚那天请了病假77',
  cellAppeal: '病假条交过了77',
};
export const OTHER = { name: '司空明', words: '亲，现在就帮您看' };

const idSchema = z.looseObject({ id: z.string() });
const sheetSchema = z.looseObject({
  rows: z.array(z.looseObject({ total: z.looseObject({ missing: z.array(z.string()) }) })),
});
const runSchema = z.looseObject({ id: z.string(), code: z.string() });

export type DataWorld = TestServer & {
  dataDir: string;
  admin: string;
  teacher: string;
  /** Devices of the two trainees, and the first one's account. */
  one: string;
  two: string;
  account: string;
  ids: { person: string; other: string; class: string; run: string; drill: string; otherDrill: string; alone: string };
  get(path: string, cookie: string | null): Promise<Answer>;
  post(path: string, cookie: string | null, body?: unknown): Promise<Answer>;
  /** The first trainee's page at the desk of the class's drill. */
  desk: Socket;
};

export const dataWorld = async (over: { clock?: Clock } = {}): Promise<DataWorld> => {
  const dataDir = join(tempFolder(), 'data');
  const server = await testServer({ catalog: lessonCatalog, dataDir, ...over });
  const { storage } = server;
  await twoSchools(storage);
  const get = (path: string, cookie: string | null) => ask(`${server.url}/api/${path}`, { cookie });
  const post = (path: string, cookie: string | null, body: unknown = {}) =>
    ask(`${server.url}/api/${path}`, { method: 'POST', cookie, body });
  const done = async (answer: Promise<Answer>): Promise<unknown> => {
    const got = await answer;
    if (codeOf(got) !== 'ok') throw new Error(JSON.stringify(got.reply));
    return valueIn(got);
  };
  const passwords = createPasswords(4);
  const root = await storage.people.person('admin');
  if (root !== null) await storage.people.changePerson({ ...root, password: await passwords.hash(PASSWORD) });
  const [admin, teacher] = [await cookieOf(storage, 'admin'), await cookieOf(storage, 'teacher')];

  const classId = idSchema.parse(await done(post('classes', teacher, { name: '电商三班' }))).id;
  const rows = [
    { name: OWN.name, no: OWN.no },
    { name: OTHER.name, no: '2' },
  ];
  await done(post(`classes/${classId}/roster`, teacher, { rows }));
  const members = await storage.people.members(classId);
  const [person = '', other = ''] = members.map((one) => one.person);
  await done(post(`classes/${classId}/members/${person}/account`, teacher, { login: OWN.login, password: PASSWORD }));
  const plan = { ...lessonPlan, results: 'at-once' };
  const run = runSchema.parse(await done(post('runs', teacher, { name: '第一节', classId, plan })));
  const seats = await storage.runs.seats(run.id);
  const sit = async (index: number): Promise<string> => {
    const joined = await post(`join/${run.code}`, null, { seat: seats[index]?.id });
    if (codeOf(joined) !== 'ok') throw new Error(JSON.stringify(joined.reply));
    return joined.cookie ?? '';
  };
  const [one, two] = [await sit(0), await sit(1)];
  await done(post(`runs/${run.id}/stage`, teacher, { stage: 'drill' }));
  await done(post(`runs/${run.id}/say`, teacher, { seat: seats[0]?.id, text: OWN.notice }));
  const talk = async (cookie: string, seat: string, text: string): Promise<{ drill: string; desk: Socket }> => {
    const desk = await connected(server, cookie);
    const sat = await emit(desk, 'seat:join', { seatId: seat });
    const drill = sat.ok ? String(sat.value.drill) : '';
    await say(desk, drill, text);
    return { drill, desk };
  };
  const first = await talk(one, seats[0]?.id ?? '', OWN.words);
  const second = await talk(two, seats[1]?.id ?? '', OTHER.words);
  await done(post(`runs/${run.id}/stage`, teacher, { stage: 'debrief' }));
  const report = `drills/${first.drill}`;
  await done(get(`${report}/report`, teacher));
  await done(post(`${report}/comments`, teacher, { place: { kind: 'report' }, text: OWN.comment }));
  await done(post(`drills/${second.drill}/comments`, teacher, { place: { kind: 'report' }, text: '不错' }));
  await done(post(`runs/${run.id}/end`, teacher));
  const days = { firstDay: '2026-09-01', lastDay: '2027-01-20' };
  const term = idSchema.parse(await done(post(`classes/${classId}/terms`, teacher, { name: '秋季', ...days }))).id;
  const entry = { person, item: 'attendance', value: 9, reason: OWN.entry };
  await done(post(`classes/${classId}/terms/${term}/entries`, teacher, entry));

  const account = `${await cookieOf(storage, person)}; ${one}`;
  const sheet = sheetSchema.parse(await done(get(`classes/${classId}/terms/${term}/sheet`, teacher)));
  const missing = sheet.rows.reduce((sum, { total }) => sum + total.missing.length, 0);
  const publishing = { version: 0, missing, showsRank: false };
  await done(post(`classes/${classId}/terms/${term}/sheet/publish`, teacher, publishing));
  await done(post(`sheets/${term}/appeals`, account, { version: 1, item: 'attendance', text: OWN.cellAppeal }));
  const alone = idSchema.parse(await done(post('drills', account, { scenarios: lessonPlan.scenarios, seed: 1 })));
  const own = await connected(server, account);
  await say(own, alone.id, OWN.alone);
  await emit(own, 'drill:end', { drillId: alone.id, commandId: 'e9' });
  await done(get(`drills/${alone.id}/report`, account));
  await done(post('portfolio/claim', account, { person, drills: [alone.id] }));
  return {
    ...server,
    ...{ dataDir, admin, teacher, one, two, account, get, post, desk: first.desk },
    ids: { person, other, class: classId, run: run.id, drill: first.drill, otherDrill: second.drill, alone: alone.id },
  };
};

const say = async (desk: Socket, drillId: string, text: string): Promise<void> => {
  await emit(desk, 'drill:join', { drillId, after: 0, take: true });
  await emit(desk, 'drill:start', { drillId, commandId: 's1' });
  const sent = await emit(desk, 'message:send', message(drillId, 'm1', text));
  if (!sent.ok) throw new Error(JSON.stringify(sent));
};

/** Every value of every column of every table, but the audit trail's ids. The server is stopped. */
export const everythingStored = (dataDir: string): string => {
  const database = new Database(join(dataDir, 'kefu.sqlite'), { readonly: true });
  const rows = MOVED_TABLES.filter(({ name }) => name !== 'audit_trail').map(({ name }) => [
    name,
    database.prepare<[], Record<string, unknown>>(`select * from ${name}`).all(),
  ]);
  database.close();
  return JSON.stringify(rows);
};
