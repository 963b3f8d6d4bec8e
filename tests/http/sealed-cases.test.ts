/** [M45] An exam seals its cases: nobody who may sit it practises them or reads their key on another device. */
import { describe, expect, test } from 'vitest';
import { sealedCases } from '#classroom/exams/sealed-cases.ts';
import { createSeals } from '#classroom/exams/seals.ts';
import type { Role } from '#contract/people.ts';
import type { Plan } from '#contract/runs.ts';
import { hashOf, newToken } from '#http/session/cookie-token.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import { eventsOf, plan, SCENARIO } from '#tests/classroom/support/golden-class.ts';
import { get, post, type Room, resultsServer } from '#tests/http/support/results-world.ts';
import { ask, codeOf, openDrill, valueIn } from '#tests/http/support/test-server.ts';
import { connected, emit } from '#tests/sockets/test-socket.ts';
import { person, school } from '#tests/storage/people-contract.ts';
import { run as storedRun } from '#tests/storage/runs-contract.ts';

const EXAM: Plan = { ...plan, mode: 'exam', results: 'at-once', attempts: 2 };

/** A class that has drilled the case, its reports open, and a phone nobody knows. */
const room = async () => {
  const server = await resultsServer([{ name: '甲', drills: [eventsOf('poor')] }], 'at-once');
  const { drillId, cookie: phone } = await openDrill(server, null, [SCENARIO]);
  return { ...server, phone, practice: drillId };
};
type Exam = { id: string; code: string };
const prepared = async (server: Room): Promise<Exam> =>
  valueIn(await post(server, 'runs', server.teacher, { name: '考试', classId: null, plan: EXAM })) as Exam;
const open = (server: Room, cookie: string | null) =>
  ask(`${server.url}/api/drills`, { method: 'POST', cookie, body: { scenarios: [SCENARIO], seed: 1 } });

/** What tells the key of the class's earlier drill, and is open without an exam. */
const TELLING = [
  'drills/d1-1/report',
  'drills/d1-1/report.json',
  'drills/d1-1/report.docx',
  'drills/d1-1/replay',
  'drills/d1-1/tries',
  'drills/d1-1/discussion',
];
const codes = (server: Room, cookie: string, paths = TELLING): Promise<string[]> =>
  Promise.all(
    paths.map(async (path) => {
      const { status, reply } = await get(server, path, cookie);
      return status === 200 || reply.ok ? 'ok' : reply.error.code;
    }),
  );

/** The drill that the seat serves, once it is opened. */
const servedBy = async (server: Room, seat: string): Promise<string> => {
  for (;;) {
    const body = valueIn(await get(server, `seats/${seat}`, server.trainee)) as { drill: string | null };
    if (body.drill !== null) return body.drill;
    await new Promise((done) => setImmediate(done));
  }
};

describe('[M45] while an exam is prepared or under way', () => {
  test('its case is practised by nobody without an account, and what tells its key is closed', async () => {
    const server = await room();
    const { trainee, teacher, phone, stranger } = server;
    await get(server, 'drills/d1-1/report', teacher);
    expect(new Set(await codes(server, trainee))).toEqual(new Set(['ok']));
    const exam = await prepared(server);

    for (const cookie of [trainee, phone, stranger, null])
      expect(codeOf(await open(server, cookie))).toBe('case-in-exam');
    expect(new Set(await codes(server, trainee))).toEqual(new Set(['case-in-exam']));
    expect(valueIn(await get(server, 'scenarios', phone))).toMatchObject([{ sealed: { backAt: null } }]);
    expect(valueIn(await get(server, 'drills', trainee))).toMatchObject([{ id: 'd1-1', score: null }]);
    expect(valueIn(await get(server, 'portfolio', trainee))).toMatchObject({
      entries: [],
      waiting: 1,
      suggestion: null,
    });
    expect(valueIn(await get(server, 'today', phone))).toMatchObject({ suggestion: null });
    expect(valueIn(await get(server, 'analysis', trainee))).toMatchObject({ rows: [] });
    expect(valueIn(await get(server, 'seats/seat1', trainee))).toMatchObject({ reports: [], waitsForPublishing: true });
    expect(codeOf(await get(server, 'runs/r1/debrief', teacher))).toBe('case-in-exam');
    expect(codeOf(await post(server, 'drills/d1-1/redos', trainee, { conversation: 'c1', turn: 1, since: null }))).toBe(
      'case-in-exam',
    );

    await post(server, `runs/${exam.id}/stage`, teacher, { stage: 'drill' });
    const [card] = valueIn(await get(server, 'scenarios', phone)) as { sealed: { backAt: number } }[];
    expect(card?.sealed.backAt).toBeGreaterThan(Date.now());
    expect(codeOf(await open(server, phone))).toBe('case-in-exam');

    await post(server, `runs/${exam.id}/stage`, teacher, { stage: 'debrief' });
    expect(new Set(await codes(server, trainee))).toEqual(new Set(['ok']));
    expect(codeOf(await open(server, phone))).toBe('ok');
    expect(valueIn(await get(server, 'scenarios', phone))).toMatchObject([{ sealed: null }]);
    expect(codeOf(await get(server, 'runs/r1/debrief', teacher))).toBe('ok');
  });

  test('its staff read and practise, and its own seats sit it and see no report before all are done', async () => {
    const server = await room();
    const { teacher, trainee } = server;
    const exam = await prepared(server);
    expect(new Set(await codes(server, teacher))).toEqual(new Set(['ok']));
    expect(codeOf(await open(server, teacher))).toBe('ok');
    const seat = valueIn(await post(server, `join/${exam.code}`, trainee, { name: '甲' })) as { seat: { id: string } };
    const path = `start-card?scenarios=${SCENARIO}&seat=${seat.seat.id}`;
    expect(valueIn(await get(server, path, trainee))).toMatchObject({ scenarios: [{ sealed: null }] });
    await post(server, `runs/${exam.id}/stage`, teacher, { stage: 'drill' });
    const drill = await servedBy(server, seat.seat.id);
    const socket = await connected(server, trainee);
    expect(await emit(socket, 'drill:join', { drillId: drill, after: 0, take: true })).toMatchObject({ ok: true });
    expect(await emit(socket, 'drill:start', { drillId: drill, commandId: 's' })).toMatchObject({ ok: true });
    expect(await emit(socket, 'drill:end', { drillId: drill, commandId: 'e' })).toMatchObject({ ok: true });
    expect(await codes(server, trainee, [`drills/${drill}/report`])).toEqual(['case-in-exam']);
    await post(server, `runs/${exam.id}/stage`, teacher, { stage: 'debrief' });
    expect(await codes(server, trainee, [`drills/${drill}/report`])).toEqual(['ok']);
  });

  test('practice that was open goes on for who sits at it, is not taken up again, and gives its report afterwards', async () => {
    const server = await room();
    const { phone, practice, teacher } = server;
    const waiting = await openDrill(server, phone, [SCENARIO]);
    const desk = await connected(server, phone);
    const join = { drillId: practice, after: 0, take: true };
    expect(await emit(desk, 'drill:join', join)).toMatchObject({ ok: true });
    expect(await emit(desk, 'drill:start', { drillId: practice, commandId: 's' })).toMatchObject({ ok: true });
    const exam = await prepared(server);
    const late = await connected(server, phone);
    expect(await emit(late, 'drill:join', join)).toMatchObject({ error: { code: 'case-in-exam' } });
    expect(await emit(desk, 'drill:join', { ...join, drillId: waiting.drillId })).toMatchObject({
      error: { code: 'case-in-exam' },
    });
    expect(await emit(desk, 'drill:end', { drillId: practice, commandId: 'e' })).toMatchObject({ ok: true });
    expect(await codes(server, phone, [`drills/${practice}/report`])).toEqual(['case-in-exam']);
    await post(server, `runs/${exam.id}/end`, teacher);
    expect(await codes(server, phone, [`drills/${practice}/report`])).toEqual(['ok']);
    expect(await emit(late, 'drill:join', { ...join, drillId: waiting.drillId })).toMatchObject({ ok: true });
  });

  test('a lesson or practice run of the same case seals nothing', async () => {
    const server = await room();
    for (const mode of ['lesson', 'practice'] as const)
      await post(server, 'runs', server.teacher, { name: '课', classId: null, plan: { ...EXAM, mode } });
    expect(codeOf(await open(server, server.phone))).toBe('ok');
  });
});

const HOUR = 3600_000;
const exam = (over: Partial<Run> = {}): Run => storedRun('r1', { plan: EXAM, createdAt: 0, ...over });
const sealedAt = (run: Run, now: number) => sealedCases({ openExams: async () => [run], log: async () => [] }, now);

const twoSchools = async () => {
  const { storage } = await resultsServer([], 'at-once');
  await storage.people.createSchool(school('s2', 2000), person('admin2', { role: 'admin', school: 's2' }));
  let now = Date.now();
  await prepareExam(storage, now);
  const advance = (ms: number): void => {
    now += ms;
  };
  const clock = { now: () => now };
  const seals = createSeals({ storage, clock });
  const told: string[] = [];
  /** Those of another server, which tells this one. */
  const elsewhere = createSeals({
    ...{ storage, clock },
    heardOf: (of, network) => {
      told.push(of);
      seals.noteRemoteNetwork(of, network);
    },
  });
  return { seals, elsewhere, told, advance };
};

const prepareExam = async ({ runs, createGuest }: Storage, now: number): Promise<void> => {
  await createGuest(hashOf(newToken()), 'seated', now);
  const stored = storedRun('exam', { code: '654321', createdAt: now, plan: { ...EXAM, scenarios: ['promotion/a'] } });
  const seat = { id: 'es1', run: 'exam', school: 's1', person: null, no: '', name: '乙', place: 1 };
  await runs.createRun(stored, [{ ...seat, guest: 'seated', joinedAt: now, askingGuest: null, refusedGuest: null }]);
};

describe('[M45] how long and to whom a case is sealed', () => {
  test('from preparing on for a week, once begun until the bell and a day more, and no longer', async () => {
    expect(await sealedAt(exam(), 7 * 24 * HOUR - 1)).toHaveLength(1);
    expect(await sealedAt(exam(), 7 * 24 * HOUR)).toEqual([]);
    const late = { stage: 'drill' as const, startedAt: 8 * 24 * HOUR, clockAt: 8 * 24 * HOUR, clockRunning: true };
    expect(await sealedAt(exam(late), 8 * 24 * HOUR)).toMatchObject([{ backAt: 8 * 24 * HOUR + 720_000 }]);
    expect(await sealedAt(exam({ ...late, clockRunning: false }), 9 * 24 * HOUR)).toMatchObject([{ backAt: null }]);
    expect(await sealedAt(exam(late), 9 * 24 * HOUR + 720_000)).toEqual([]);
  });

  test('what may be sent to its seats is sealed with it', async () => {
    const cases = (await sealedAt(exam({ plan: { ...EXAM, incidents: ['promotion/angry'] } }), 0)).map(
      ({ scenario }) => scenario,
    );
    expect(cases).toEqual([SCENARIO, 'promotion/angry']);
  });

  const signedIn = (id: string, role: Role, of: string) => ({
    guest: null,
    person: { id, name: id, login: id, role, school: of, machineAdmin: false },
  });
  const device = (guest: string | null, address: string) => ({ guest, person: null, address });

  test('where several schools share a server, another school and guests elsewhere practise on', async () => {
    const { seals } = await twoSchools();
    const isSealed = async (principal: Parameters<typeof seals.sealsFor>[0]): Promise<boolean> =>
      (await seals.sealsFor(principal)).has('promotion/a');
    await seals.noteNetwork({ ...signedIn('t', 'trainee', 's1'), address: '203.0.113.7' });
    await seals.noteNetwork({ ...signedIn('u', 'trainee', 's1'), address: '2001:db8:1:2:aaaa::1' });
    expect(await isSealed(signedIn('t', 'trainee', 's1'))).toBe(true);
    expect(await isSealed(signedIn('w', 'mentor', 's1'))).toBe(false);
    expect(await isSealed(signedIn('x', 'trainee', 's2'))).toBe(false);
    expect(await isSealed(device('seated', '198.51.100.1'))).toBe(true);
    expect(await isSealed(device(null, '::ffff:203.0.113.7'))).toBe(true);
    expect(await isSealed(device('second-phone', '2001:db8:1:2:bbbb::9'))).toBe(true);
    expect(await isSealed(device('elsewhere', '203.0.113.8'))).toBe(false);
    expect(await isSealed(device('elsewhere', '2001:db8:1:3::1'))).toBe(false);
    expect(await isSealed(device('behind-a-proxy', '127.0.0.1'))).toBe(false);
    await seals.noteNetwork(device('second-phone', '203.0.113.7'));
    expect(await isSealed({ guest: 'second-phone', person: null })).toBe(true);
  });

  test('where its people come to another server of the database, strangers beside them are sealed at each', async () => {
    const { seals, elsewhere, told, advance } = await twoSchools();
    const pupil = { ...signedIn('t', 'trainee', 's1'), address: '203.0.113.7' };
    for (let n = 0; n < 3; n++) await elsewhere.noteNetwork(pupil);
    expect((await seals.sealsFor(device('second-phone', '203.0.113.7'))).has('promotion/a')).toBe(true);
    expect(told).toEqual(['s1']);
    advance(HOUR);
    await elsewhere.noteNetwork(pupil);
    expect(told).toEqual(['s1', 's1']);
  });

  test('where an address was the school’s a day ago, nobody is taken for its people any more', async () => {
    const { seals, advance } = await twoSchools();
    await seals.noteNetwork({ ...signedIn('t', 'trainee', 's1'), address: '203.0.113.7' });
    advance(24 * HOUR);
    expect((await seals.sealsFor(device('other', '203.0.113.7'))).size).toBe(0);
  });
});
