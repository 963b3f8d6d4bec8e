/**
 * A fortnight of 实训 through the doors that people use, in virtual time: four teams, two shifts, six lessons, homework, a
 * paper, a project task over three seats, a contest of two schools, a role play, an exam of a paper, typing and a customer;
 * then the sheet, and two seats by hand, before appeals and after them.
 */
import { expect, test } from 'vitest';
import type { Report } from '#contract/report.ts';
import type { TermAttendance } from '#contract/terms/attendance.ts';
import type { OwnSheet, SheetAppeals } from '#contract/terms/published.ts';
import type { TermSheet } from '#contract/terms/sheet.ts';
import type { TermTeams } from '#contract/terms/teams.ts';
import type { TermBody, TermRow } from '#contract/terms/term.ts';
import { cookieOf } from '#tests/http/support/people-world.ts';
import { sweepsAll } from '#tests/support/sweep.ts';
import { byHand, type DrillByHand, paperByHand, rowByHand, type SeatByHand, teamsByHand } from './by-hand.ts';
import { appealFault, appealQuestion, endExam, examOf, type Sitting } from './end-exam.ts';
import { aClass, aLesson, type Coming, MINUTE, QUICK, REPLIES, type Trainee, world } from './two-schools.ts';
import { contest, homework, paper, project, rolePlay, SLOW } from './works.ts';

/** Teams of six are the whole thing; teams of two are the same fortnight in a third of the time. */
const PER_TEAM = sweepsAll ? 6 : 2;
const BRANDS = ['谷炊', '燧步', '逐峰', '坡上'];
const AWARDS = [2000, 1500, 1000, 500];
const WEEKS = { name: '双 11 实训', firstDay: '2026-11-16', lastDay: '2026-11-27' };
const numbered = (word: string, n: number): string[] =>
  Array.from({ length: n }, (_, at) => `${word}${String.fromCharCode(0x4e00 + at)}`);

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
  await until(26, 14);
  const sittings = new Map<Trainee, Sitting>([
    ...trainees.map((who) => [who, { right: 3, typed: 60, replies: ['在的'] }] as const),
    [a, { right: 4, typed: 96, replies: REPLIES }],
    [b, { right: 3, typed: 44, replies: ['在的'] }],
  ]);
  const sat = await endExam(at, classId, sittings);
  await until(27, 9);

  const { items, term: counts } = await value<TermBody>(path, teacher);
  expect(items.map(({ kind }) => kind)).toEqual([
    ...['lesson', 'lesson', 'lesson', 'homework', 'lesson', 'exam', 'lesson', 'lesson', 'lesson', 'contest', 'exam'],
  ]);
  expect(counts).toMatchObject({ runs: 7, homework: 1, exams: 2, contests: 1 });

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
  const sittingOf = async (who: Trainee, more = 0): Promise<{ whole: number; report: Report }> => {
    const [sitting, own] = [sittings.get(who), sat.get(who)];
    if (sitting === undefined || own === undefined) throw new Error('nobody sat there');
    return await examOf(at, who, own, { ...sitting, right: sitting.right + more });
  };
  const [ofA, ofB] = [await sittingOf(a), await sittingOf(b)];
  const rows = new Map([
    [
      a,
      {
        drills: await drillsOf(a, first, second, fourth, fifth),
        planned: 6,
        exams: [paperByHand(4, 5), ofA.whole],
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
        exams: [paperByHand(2, 5), ofB.whole],
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
  const [satA, satB] = [sat.get(a), sat.get(b)];
  if (satA === undefined || satB === undefined) throw new Error('nobody sat the exam');
  await appealFault(at, a, satA, ofA.report);
  await appealQuestion(at, b, satB);
  const [heardA, heardB] = [await sittingOf(a), await sittingOf(b, 1)];
  expect(heardA.report.score).toBeGreaterThan(ofA.report.score);
  const after = (await value<TermSheet>(`${path}/sheet`, teacher)).rows;
  for (const [who, paper, { whole }] of [
    [a, 4, heardA],
    [b, 2, heardB],
  ] as const) {
    const seat = rows.get(who);
    if (seat === undefined) continue;
    const typedThen = who === b ? { ...seat.typed, mentor: 7 } : seat.typed;
    const { cells, total } = rowByHand({ ...seat, typed: typedThen, exams: [paperByHand(paper, 5), whole] });
    const row = after.find(({ person }) => person === who.person);
    expect(Object.fromEntries(row?.cells.map(({ item, value: mark }) => [item, mark]) ?? [])).toEqual(cells);
    expect(row?.total.value).toBe(total);
  }
});
