/**
 * A fortnight of 实训 through the doors that people use, in virtual time: four teams, two shifts, six lessons, homework, a
 * paper, a project task over three seats, a contest of two schools, a role play; then the sheet, and two seats by hand.
 */
import { expect, test } from 'vitest';
import type { ContestBoard } from '#contract/contests/board.ts';
import type { ContestBody } from '#contract/contests/contests.ts';
import type { PaperSeat } from '#contract/papers/papers.ts';
import type { ProjectBoard } from '#contract/plans/projects.ts';
import type { Report } from '#contract/report.ts';
import type { RunBody, SeatBody } from '#contract/runs.ts';
import type { TermAttendance } from '#contract/terms/attendance.ts';
import type { OwnSheet, SheetAppeals } from '#contract/terms/published.ts';
import type { TermSheet } from '#contract/terms/sheet.ts';
import type { TermTeams } from '#contract/terms/teams.ts';
import type { TermBody, TermRow } from '#contract/terms/term.ts';
import type { RolePlayOpened } from '#contract/together/role-plays.ts';
import { keysOf, rightAnswer } from '#tests/classroom/papers/support.ts';
import { cookieOf } from '#tests/http/support/people-world.ts';
import { connected, emit } from '#tests/sockets/test-socket.ts';
import { sweepsAll } from '#tests/support/sweep.ts';
import { byHand, type DrillByHand, rowByHand, type SeatByHand, teamsByHand } from './by-hand.ts';
import {
  aClass,
  act,
  aLesson,
  CASE,
  type Coming,
  deskOf,
  finish,
  handOn,
  lessonPlan,
  MINUTE,
  QUICK,
  SECOND,
  say,
  sit,
  start,
  type Trainee,
  type World,
  world,
} from './two-schools.ts';

/** Teams of six are the whole thing; teams of two are the same fortnight in a third of the time. */
const PER_TEAM = sweepsAll ? 6 : 2;
const BRANDS = ['谷炊', '燧步', '逐峰', '坡上'];
const AWARDS = [2000, 1500, 1000, 500];
const WEEKS = { name: '双 11 实训', firstDay: '2026-11-16', lastDay: '2026-11-27' };
const numbered = (word: string, n: number): string[] =>
  Array.from({ length: n }, (_, at) => `${word}${String.fromCharCode(0x4e00 + at)}`);

/** The case that a person plays the customer of. */
const PLAYED = 'payment-reminder/unpaid-forgot';
const SLOW = 25 * SECOND;

const homework = async (at: World, classId: string, trainees: readonly Trainee[]): Promise<Map<string, string>> => {
  const { value, clock, teacher } = at;
  const window = { opensAt: clock.now() - MINUTE, dueAt: clock.now() + 60 * MINUTE, late: null };
  const plan = lessonPlan({ mode: 'practice', homework: { ...window, attempts: 1, counts: 'best' } });
  const { id } = await value<RunBody>('runs', teacher, { name: '课后练习', classId, plan });
  const drills = new Map<string, string>();
  for (const who of trainees) {
    const seat = await sit(at, id, who);
    await value<SeatBody>(`seats/${seat}/again`, who.cookie, {});
    const desk = await deskOf(at, seat, who);
    drills.set(who.person, desk.drill);
    await start(desk);
    await clock.advance(QUICK);
    await say(desk, '您好，在的，我看一下您的订单，今天发');
    await clock.advance(SECOND);
    await finish(desk);
  }
  await clock.advance(61 * MINUTE);
  await value(`runs/${id}/publish`, teacher, { published: true });
  return drills;
};

/** Five questions; whoever is told of answers so many of them right, and leaves the others out. */
const paper = async (at: World, classId: string, right: ReadonlyMap<Trainee, number>): Promise<void> => {
  const { value, clock, teacher, storage } = at;
  const cells = [{ topic: 'returns', level: 1, count: 5 }];
  const set = { name: '理论卷', classId, minutes: 30, cells, seed: 3 };
  const { id } = await value<{ id: string }>('papers', teacher, set);
  const seats = new Map<Trainee, string>();
  for (const who of right.keys()) seats.set(who, await sit(at, id, who));
  await value(`runs/${id}/stage`, teacher, { stage: 'drill' });
  for (const [who, seat] of seats) {
    await value<PaperSeat>(`seats/${seat}/paper`, who.cookie, {});
    const keys = await keysOf({ storage, run: id }, seat);
    for (const key of keys.slice(0, right.get(who)))
      await value(`seats/${seat}/paper/answers`, who.cookie, {
        ...{ question: key.id, answer: rightAnswer(key), flagged: false },
      });
    await value(`seats/${seat}/paper/hand-in`, who.cookie, {});
  }
  await value(`runs/${id}/stage`, teacher, { stage: 'debrief' });
  await clock.advance(SECOND);
  await value(`runs/${id}/publish`, teacher, { published: true });
};

/** What the first group says, role by role. Rude words end the first part at once: what is asked here is who comes to whom. */
const PARTS = [
  ['你有病吧，爱买不买，滚'],
  [
    '真抱歉，人没烫着吧？裂在哪里，拍一张行吗',
    '先停用，别再煮了。十五天内质量问题换新，换只新壶给您，运费我们承担',
    '请问新家什么时候起有人收货',
    '可以改到新家的，新的还没出库',
  ],
  ['在的，我看一下仓库的单子'],
];

/** The first group hands its customer on twice; in the others the first seat says nothing, and nobody after it is served. */
const project = async (at: World, classId: string, trainees: readonly Trainee[]): Promise<Map<string, string>> => {
  const { value, clock, teacher } = at;
  const set = { name: '项目任务', classId, tasks: ['moving-kettle'], minutes: 30, results: 'published' };
  const { id } = await value<{ id: string }>('projects', teacher, set);
  const seats = new Map<Trainee, string>();
  for (const who of trainees) seats.set(who, await sit(at, id, who));
  await value(`runs/${id}/stage`, teacher, { stage: 'drill' });
  const drills = new Map<string, string>();
  for (const who of trainees) drills.set(who.person, (await deskOf(at, seats.get(who) ?? '', who)).drill);
  for (const [role, who] of trainees.slice(0, 3).entries()) {
    const desk = { who, drill: drills.get(who.person) ?? '' };
    for (const text of PARTS[role] ?? []) {
      await clock.advance(QUICK);
      if (text.startsWith('先停用')) await act(desk, 'approve-exchange', { product: 'g06', sku: '1.5L' });
      await say(desk, text);
      await clock.advance(SLOW);
    }
    if (role < 2) await handOn(desk, '给妈妈买的壶，问能不能煮中药；22号搬家，下单前再问她地址');
    await clock.advance(SECOND);
  }
  const board = await value<ProjectBoard>(`runs/${id}/project`, teacher);
  expect(board.groups[0]?.tasks[0]?.parts.map(({ state }) => state)).toEqual(['handed', 'handed', 'here']);
  await value(`runs/${id}/stage`, teacher, { stage: 'debrief' });
  await clock.advance(SECOND);
  await value(`runs/${id}/publish`, teacher, { published: true });
  return drills;
};

const contest = async (at: World, own: { id: string; some: Trainee[] }, theirs: { id: string; some: Trainee[] }) => {
  const { value, clock, teacher, teacher2 } = at;
  const { id } = await value<ContestBody>('contests', teacher, {
    ...{ name: '城东杯', scenarios: [CASE], minutes: 5, arrivals: 'together', seed: '城东杯 2026', kind: 'arena' },
    ...{ counted: 1, rounds: null, teamBest: 1, teamsBy: 'entry', freezeMinutes: 0, lateEntry: true, replays: true },
    ...{ opensAt: clock.now() + MINUTE, closesAt: clock.now() + 21 * MINUTE },
  });
  await value(`contests/${id}/entries`, teacher, { classId: own.id, team: '城东一班' });
  const coded = await value<ContestBody>(`contests/${id}/codes`, teacher, { forWhom: '城西职校' });
  const code = coded.host?.codes[0]?.code ?? '';
  await value('contest-entries', teacher2, { code, classId: theirs.id, team: '城西一班' });
  const runs = (await at.storage.contests.entries(id)).map(({ run }) => run);
  await clock.advance(2 * MINUTE);
  for (const [place, some] of [own.some, theirs.some].entries())
    for (const who of some) {
      const seat = await sit(at, runs[place] ?? '', who);
      await value<SeatBody>(`seats/${seat}/again`, who.cookie, {});
      const desk = await deskOf(at, seat, who);
      await start(desk);
      await clock.advance(QUICK);
      await say(desk, '您好，在的');
      await finish(desk);
    }
  await clock.advance(30 * MINUTE);
  await value(`contests/${id}/unveil`, teacher, { to: own.some.length + theirs.some.length });
  const board = await value<ContestBoard>(`contests/${id}/board`, null);
  expect(board.teams.map(({ team }) => team).toSorted()).toEqual(['城东一班', '城西一班']);
};

const rolePlay = async ({ value, clock, call, ...at }: World, trainee: Trainee): Promise<void> => {
  const { code, drill } = await value<RolePlayOpened>('role-plays', trainee.cookie, { scenario: PLAYED, seed: 1 });
  const player = (await call(`role-plays/${code}/take`, null, { name: '周导师' })).cookie;
  const line = await connected(at, player);
  const desk = { who: trainee, drill };
  const play = (n: number, act: object) => emit(line, 'role:play', { code, commandId: `r${n}`, act });
  expect((await emit(line, 'role:join', { code })).ok).toBe(true);
  await emit(trainee.line ?? line, 'drill:join', { drillId: drill, after: 0, take: true });
  expect((await play(0, { do: 'ready' })).ok).toBe(true);
  await start(desk);
  await clock.advance(QUICK);
  await say(desk, '您好，在的');
  await clock.advance(SECOND);
  expect(await play(1, { do: 'say', text: '今天寄得出吗', beat: 'ship' })).toMatchObject({ ok: true });
  await clock.advance(QUICK);
  await say(desk, '今天付款的话今天就发');
  await clock.advance(SLOW);
  expect(await play(2, { do: 'leave', how: 'content' })).toMatchObject({ ok: true });
  await say(desk, '好的，再见');
  await clock.advance(2 * MINUTE);
  expect((await value<Report>(`drills/${drill}/report`, trainee.cookie)).conversations).toHaveLength(1);
  expect((await call(`role-plays/${code}/felt`, player, { felt: '答得挺快' })).reply.ok).toBe(true);
};

test('[J79] [J80] a fortnight is played, and every figure of two seats’ rows is what plain arithmetic makes of it', async () => {
  const at = await world();
  const { value, until, teacher, mentor, storage, call } = at;
  const { id: classId, trainees } = await aClass(at, teacher, '电商 2403 班', numbered('学员', 4 * PER_TEAM));
  const other = await aClass(at, at.teacher2, '城西一班', numbered('选手', PER_TEAM));
  const [a, b] = trainees;
  if (a === undefined || b === undefined) throw new Error('nobody is in the class');
  const { id: term } = await value<TermRow>(`classes/${classId}/terms`, teacher, WEEKS);
  const path = `classes/${classId}/terms/${term}`;
  const isEarly = (who: Trainee): boolean => trainees.indexOf(who) % 2 === 0;
  const members = (team: number) =>
    trainees.slice(team * PER_TEAM, (team + 1) * PER_TEAM).map((who, n) => ({
      ...{ person: who.person, leader: n === 0, shift: isEarly(who) ? 'early' : 'late' },
    }));
  const teams = BRANDS.map((name, team) => ({ name, members: members(team) }));
  await value(`${path}/teams`, teacher, { version: 0, awards: AWARDS, teams });

  const all = (over: (who: Trainee) => Partial<Coming> | null = () => ({})): Coming[] =>
    trainees.flatMap((who, n) => {
      const own = over(who);
      return own === null ? [] : [{ who, lateMs: 0, replyMs: n % 2 === 0 ? QUICK : SLOW, ...own }];
    });
  const shift = (early: boolean) => all((who) => (isEarly(who) === early ? {} : null));
  const forShift = (run: string, of: 'early' | 'late') =>
    value(`${path}/attendance/shifts`, teacher, { run, shift: of });

  await until(16, 9);
  const first = await aLesson(
    at,
    classId,
    '第一节',
    all((who) => (who === b ? null : {})),
  );
  const own = `my-terms/${term}`;
  await until(16, 12);
  await value(`${own}/handover`, a.cookie, { text: '逐峰有一单没回，客户等报价' });
  await until(17, 9);
  const second = await aLesson(at, classId, '早班一', shift(true));
  await forShift(second.run, 'early');
  await until(17, 14);
  const third = await aLesson(at, classId, '晚班一', shift(false));
  await forShift(third.run, 'late');
  const notes = (await value<{ notes: { id: string }[] }>(`${own}/handover`, b.cookie)).notes;
  await value(`${own}/handover/${notes[0]?.id}/take`, b.cookie, {});
  await until(18, 18);
  const tasks = await homework(at, classId, trainees);
  const signedIn = await cookieOf(storage, b.person);
  const asked = { day: '2026-11-19', span: 'day', reason: '感冒去医院' };
  const { id: leave } = await value<{ id: string }>(`${own}/leaves`, signedIn, asked);
  expect((await call(`${path}/leaves/${leave}/decision`, teacher, { approved: true, note: '' })).reply.ok).toBe(false);
  await value(`${path}/leaves/${leave}/decision`, mentor, { approved: true, note: '' });
  await until(19, 9);
  const lateBy = (who: Trainee) => (who === b ? null : who === a ? { lateMs: 6 * MINUTE } : {});
  const fourth = await aLesson(at, classId, '第二节', all(lateBy));
  await until(20, 10);
  await paper(at, classId, new Map(trainees.map((who) => [who, who === a ? 4 : who === b ? 2 : 3])));
  await until(23, 9);
  const chain = await project(at, classId, trainees);
  await until(24, 9);
  const fifth = await aLesson(at, classId, '早班二', shift(true));
  await forShift(fifth.run, 'early');
  await until(24, 14);
  const [from, to] = [trainees[5], trainees[7]];
  if (from === undefined || to === undefined) throw new Error('nobody to pass to');
  const sixth = await aLesson(at, classId, '晚班二', shift(false), { from, to });
  await forShift(sixth.run, 'late');
  await until(25, 10);
  await contest(at, { id: classId, some: [a, b] }, { id: other.id, some: other.trainees });
  await until(26, 10);
  await rolePlay(at, a);
  await until(27, 9);

  const { items, term: counts } = await value<TermBody>(path, teacher);
  expect(items.map(({ kind }) => kind)).toEqual([
    ...['lesson', 'lesson', 'lesson', 'homework', 'lesson', 'exam', 'lesson', 'lesson', 'lesson', 'contest'],
  ]);
  expect(counts).toMatchObject({ runs: 7, homework: 1, exams: 1, contests: 1 });

  const typed = new Map<Trainee, SeatByHand['typed']>(
    trainees.map((who) => [who, { discipline: 8, learning: 7.5, teamwork: 8, mentor: 7.5 }]),
  );
  typed.set(a, { discipline: 9.5, learning: 8.5, teamwork: 9, mentor: 8.5 });
  typed.set(b, { discipline: 7, learning: 7.5, teamwork: 8, mentor: 6.5 });
  for (const [who, marks] of typed)
    for (const [item, mark] of Object.entries(marks))
      await value(`${path}/entries`, item === 'mentor' ? mentor : teacher, {
        ...{ person: who.person, item, value: mark, reason: '' },
      });

  const drilled = async (drills: readonly (string | undefined)[]): Promise<DrillByHand[]> => {
    const all: DrillByHand[] = [];
    for (const drill of drills) {
      if (drill === undefined) continue;
      const { score } = await value<Report>(`drills/${drill}/report`, teacher);
      const events = (await storage.read(drill, 0)).flatMap(({ events: some }) => some);
      const own = byHand(events, score);
      if (own !== null) all.push(own);
    }
    return all;
  };
  const drillsOf = (who: Trainee, ...lessons: { drills: Map<string, string> }[]) =>
    drilled([...lessons.map(({ drills }) => drills.get(who.person)), tasks.get(who.person), chain.get(who.person)]);
  const rows = new Map([
    [
      a,
      {
        drills: await drillsOf(a, first, second, fourth, fifth),
        planned: 6,
        exam: { right: 4, of: 5 },
        // 第一节, 早班一 and 二, the paper and the project task; late once.
        attendance: { present: 5, late: 1, absent: 0 },
        typed: typed.get(a) ?? { discipline: 0, learning: 0, teamwork: 0, mentor: 0 },
      },
    ],
    [
      b,
      {
        drills: await drillsOf(b, third, sixth),
        // 第一节 was missed; 第二节 was on leave.
        planned: 5,
        exam: { right: 2, of: 5 },
        attendance: { present: 4, late: 0, absent: 1 },
        typed: typed.get(b) ?? { discipline: 0, learning: 0, teamwork: 0, mentor: 0 },
      },
    ],
  ]);
  const sheet = await value<TermSheet>(`${path}/sheet`, teacher);
  for (const [who, seat] of rows) {
    const row = sheet.rows.find(({ person }) => person === who.person);
    const { cells, school, enterprise, total, level } = rowByHand(seat);
    expect(Object.fromEntries(row?.cells.map(({ item, value: mark }) => [item, mark]) ?? [])).toEqual(cells);
    expect([row?.school.value, row?.enterprise.value, row?.total.value]).toEqual([school, enterprise, total]);
    expect([row?.total.missing, row?.level]).toEqual([[], level]);
  }
  const totals = sheet.rows.map((row) => row.total.value).toSorted((x, y) => y - x);
  for (const [who, seat] of rows) {
    const { total } = rowByHand(seat);
    expect(sheet.order.find(({ person }) => person === who.person)?.rank).toBe(totals.indexOf(total) + 1);
  }
  // Of everybody else: three lessons of one customer and homework by their shift, all attended, and who came in the task.
  const seats = new Map<Trainee, Pick<SeatByHand, 'drills' | 'planned'>>(rows);
  for (const who of trainees.slice(2)) {
    const drills = await drillsOf(who, first, ...(isEarly(who) ? [second, fourth, fifth] : [third, fourth, sixth]));
    const tasked = (await drilled([chain.get(who.person)])).length;
    const passed = who === from ? -1 : who === to ? 1 : 0;
    expect(drills.reduce((all, one) => all + one.passed.in, 0)).toBe(who === to ? 1 : 0);
    seats.set(who, { drills, planned: 5 + tasked + passed });
  }
  const ranked = await value<TermTeams>(`${path}/teams`, teacher);
  expect(ranked.teams.map(({ measured }) => measured)).toEqual([PER_TEAM, PER_TEAM, PER_TEAM, PER_TEAM]);
  const inTeams = BRANDS.map((_, team) =>
    trainees.slice(team * PER_TEAM, (team + 1) * PER_TEAM).flatMap((who) => seats.get(who) ?? []),
  );
  const shownTeams = BRANDS.map((name) => ranked.teams.find((one) => one.name === name));
  expect(shownTeams.map((one) => ({ score: one?.score, rank: one?.rank, award: one?.award }))).toEqual(
    teamsByHand(inTeams, AWARDS),
  );
  const { rows: attended } = await value<TermAttendance>(`${path}/attendance`, mentor);
  expect(attended.find(({ person }) => person === b.person)?.sums).toEqual({
    present: 4,
    late: 0,
    leave: 1,
    absent: 1,
  });

  await value(`${path}/sheet/publish`, teacher, { version: 0, missing: 0, showsRank: true });
  const appeal = { version: 1, item: 'mentor', text: '导师评价里有一次是迟到，那天我请了假' };
  await value<OwnSheet>(`sheets/${term}/appeals`, signedIn, appeal);
  const { appeals } = await value<SheetAppeals>(`${path}/appeals`, mentor);
  await value(`${path}/appeals/${appeals[0]?.id}/answer`, mentor, {
    ...{ outcome: 'changed', value: 7, reason: '查过考勤，那天是请假' },
  });
  const after = (await value<TermSheet>(`${path}/sheet`, teacher)).rows.find(({ person }) => person === b.person);
  const seat = rows.get(b);
  if (seat !== undefined)
    expect(after?.total.value).toBe(rowByHand({ ...seat, typed: { ...seat.typed, mentor: 7 } }).total);
});
