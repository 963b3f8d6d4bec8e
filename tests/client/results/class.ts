/** A class after its drill, as the server would send it. */

import type { ReplayTaskBoard } from '#contract/practice/replay-task.ts';
import type { ClassReport, Debrief, DrillResult, RunResults, SeatResult, ShownTurn } from '#contract/results.ts';

export const turn = (over: Partial<ShownTurn> = {}): ShownTurn => ({
  customer: ['能用多大功率', '宿舍限电'],
  reply: '亲，应该可以的',
  instead: null,
  seconds: 12,
  faults: [{ start: 2, end: 4, title: '含糊' }],
  better: '限电 800W 的宿舍能用，它是 600W',
  why: '没有给瓦数。客户还得再问一遍。',
  source: { seat: 's1', drill: 'd1', conversation: 'c1', turn: 3, at: 42_000 },
  ...over,
});

export const debrief = (over: Partial<Debrief> = {}): Debrief => ({
  picks: [
    {
      code: 'vague',
      title: '含糊',
      family: 'evading',
      seats: 7,
      of: 12,
      count: 9,
      marks: 21,
      advice: '问数就给数。',
      poor: turn(),
      good: turn({ reply: '这款 600W，宿舍限 800W 能用', faults: [], better: null, why: '', seconds: 9 }),
    },
    {
      code: 'unanswered',
      title: '没有回复',
      family: 'late',
      seats: 3,
      of: 12,
      count: 3,
      marks: 30,
      advice: '先回一句再查。',
      poor: turn({
        reply: '',
        instead: '71 秒没有回复',
        seconds: 71,
        faults: [],
        why: '客户走了。',
        source: { ...turn().source, turn: 0 },
      }),
      good: null,
    },
  ],
  marks: [
    {
      id: 'm1',
      at: 1_763_600_000_000,
      note: '这句好',
      by: '王老师',
      turn: turn(),
      text: '亲，应该可以的',
      seatName: '林可欣',
    },
  ],
  ...over,
});

type Answer = ReplayTaskBoard['answers'][number];
export const answer = (seat: string, over: Partial<Answer> = {}): Answer => ({
  seat,
  text: `答 ${seat}`,
  seconds: 14,
  covered: 1,
  of: 3,
  wrong: 0,
  tone: 'neutral',
  reaction: '那我拍了',
  good: false,
  ...over,
});
export const board = (over: Partial<ReplayTaskBoard> = {}): ReplayTaskBoard => ({
  id: 'o1',
  open: true,
  customer: ['能用多大功率'],
  before: [{ by: 'customer', text: '在吗' }],
  original: turn(),
  answers: [
    answer('s1', { wrong: 1, tone: 'cold' }),
    answer('s2', { covered: 3, good: true }),
    answer('s3', { covered: 2 }),
  ],
  waiting: 2,
  ...over,
});

const DIMENSIONS: DrillResult['dimensions'] = [
  { id: 'response', name: '响应时效', weight: 20, marks: 15, unsure: false },
  { id: 'solving', name: '问题解决', weight: 30, marks: 30, unsure: false },
  { id: 'sales', name: '销售转化', weight: 0, marks: null, unsure: false },
];
const FIGURES: DrillResult['figures'] = {
  talked: 1,
  served: 1,
  direct: 1,
  forwardedIn: 0,
  forwardedOut: 0,
  messages: 8,
  customerMessages: 4,
  traineeMessages: 4,
  answerRatio: 1,
  characters: 60,
  mostAtOnce: 1,
  unanswered: 0,
  answerRate: 100,
  slow: 0,
  long: 0,
  firstResponseS: 12.4,
  meanResponseS: 18,
  meanServiceS: 90,
};

export const drillResult = (over: Partial<DrillResult> = {}): DrillResult => ({
  score: 82,
  range: [78, 86],
  grade: 'pass',
  machineScore: 82,
  cappedBy: null,
  dimensions: DIMENSIONS,
  figures: FIGURES,
  faults: [{ code: 'vague', family: 'evading', title: '含糊', count: 2, marks: 4 }],
  merits: 1,
  unsure: 1,
  interruptedRounds: 0,
  lostMs: 0,
  frozenMs: 0,
  injected: 0,
  came: 1,
  planned: 1,
  drillMs: 600_000,
  why: 'time',
  ...over,
});

export const seat = (n: number, over: Partial<SeatResult> = {}): SeatResult => ({
  seat: `s${n}`,
  no: `0${n}`,
  name: `学员${n}`,
  joined: true,
  drill: `d${n}`,
  attempts: [{ drill: `d${n}`, score: 82, state: 'ended' }],
  lateMs: 0,
  result: drillResult(),
  rulings: 0,
  comparable: true,
  notes: [],
  ...over,
});

const figures: RunResults['figures'] = {
  n: 2,
  leftOut: 1,
  mean: 71.5,
  median: 70,
  passed: 1,
  excellent: 0,
  firstResponseS: 14,
  meanResponseS: 20,
  dimensions: DIMENSIONS.map(({ id, name }) => ({ id, name, percent: 75 })),
  faults: [{ code: 'vague', family: 'evading', title: '含糊', count: 5, marks: 9, seats: 2 }],
};
const run: RunResults['run'] = {
  id: 'r1',
  name: '周五上午场',
  className: '电商 2403 班',
  at: 1_763_600_000_000,
  minutes: 12,
  publishedAt: null,
  mode: 'lesson',
};

/** A good one, a poor one with a ruling, one who came late, one who never came. */
export const results = (over: Partial<RunResults['run']> = {}): RunResults => ({
  run: { ...run, ...over },
  seats: [
    seat(1),
    seat(2, {
      rulings: 2,
      result: drillResult({
        score: 55,
        range: [55, 55],
        grade: 'fail',
        unsure: 0,
        figures: { ...FIGURES, firstResponseS: 40 },
      }),
    }),
    seat(3, {
      comparable: false,
      notes: ['迟到 4 分 12 秒'],
      result: drillResult({ score: 90, range: [90, 90], grade: 'excellent' }),
    }),
    seat(4, { joined: false, drill: null, attempts: [], result: null, comparable: false, notes: ['没有进来'] }),
  ],
  figures,
});

export const classReport = (): ClassReport => ({
  results: run,
  figures,
  spread: [0, 0, 0, 0, 0, 1, 0, 0, 1, 0],
  teach: [
    {
      title: '含糊',
      why: '2 人里 2 人出现，共 5 次',
      how: '问数就给数。',
      seats: 2,
      customer: ['能用多大功率'],
      reply: '亲，应该可以的',
      instead: null,
      better: { by: 'classmate', text: '600W 能用' },
    },
  ],
  cases: [{ scenario: 'product-advice/shoe-half-size', title: '脚背高，买多大', why: '先问两个事实' }],
  help: { seats: [{ name: '陈思远', no: '02', why: '整场没有回一句' }], more: 3 },
  well: { seats: [{ name: '林可欣', no: '01', why: '90 分' }], more: 0 },
  brought: { seats: [], more: 0 },
});
