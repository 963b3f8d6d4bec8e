/** What a fortnight has beside lessons: homework, a paper, a project task, a contest of two schools, a role play. */
import { expect } from 'vitest';
import type { ContestBoard } from '#contract/contests/board.ts';
import type { ContestBody } from '#contract/contests/contests.ts';
import type { PaperSeat } from '#contract/papers/papers.ts';
import type { ProjectBoard } from '#contract/plans/projects.ts';
import type { Report } from '#contract/report.ts';
import type { RunBody, SeatBody } from '#contract/runs.ts';
import type { RolePlayOpened } from '#contract/together/role-plays.ts';
import { keysOf, rightAnswer } from '#tests/classroom/papers/support.ts';
import { connected, emit } from '#tests/sockets/test-socket.ts';
import {
  act,
  CASE,
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
} from './two-schools.ts';

/** The case that a person plays the customer of. */
const PLAYED = 'payment-reminder/unpaid-forgot';
export const SLOW = 25 * SECOND;

export const homework = async (
  at: World,
  classId: string,
  trainees: readonly Trainee[],
): Promise<Map<string, string>> => {
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
export const paper = async (at: World, classId: string, right: ReadonlyMap<Trainee, number>): Promise<void> => {
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
export const project = async (
  at: World,
  classId: string,
  trainees: readonly Trainee[],
): Promise<Map<string, string>> => {
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

export const contest = async (
  at: World,
  own: { id: string; some: Trainee[] },
  theirs: { id: string; some: Trainee[] },
) => {
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

export const rolePlay = async ({ value, clock, call, ...at }: World, trainee: Trainee): Promise<void> => {
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
