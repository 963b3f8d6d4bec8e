/** A class that has drilled: golden logs as the drills of a run, stored as the server stores them. */

import type { Plan } from '#contract/runs.ts';
import type { TradeYear } from '#contract/terms/trade-year.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { NO_RUSH } from '#engine/model/rush.ts';
import { NO_TYPING } from '#library/load-typing.ts';
import { NO_QUESTIONS } from '#library/questions/question.ts';
import { NO_SHOP_DAY } from '#library/reading/shop-day.ts';
import { DEFAULT_LEAD_RULES } from '#library/schema/rubric.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillPlace, Storage } from '#storage/storage.ts';
import { goldenContent, goldenEvents, type Trainee } from '#tests/scoring/support/golden-logs.ts';

const CASE = 'coupon-stack';
export const SCENARIO = 'promotion/coupon-stack';
export const STARTED_AT = new Date(2026, 10, 20, 14, 0).getTime();

/** 双11 with steps around it; the third has a case that isn't there, the last a rush that isn't. */
const TRADE_YEAR: TradeYear = {
  source: '编者设定',
  springFestivals: { source: 'GB/T 33661—2017', days: [] },
  events: [
    {
      ...{ id: 'd1111', name: '双11', day: '11-11' },
      steps: [
        { id: 'offers', name: '优惠算清楚', days: -21, cases: [SCENARIO] },
        { id: 'price', name: '价保和差价', days: 5, cases: [SCENARIO, 'promotion/gone'] },
        { id: 'returns', name: '退换', days: 10, cases: ['promotion/gone'] },
        { id: 'rush', name: '大促接待', days: 12, rush: { profile: 'gone', level: 2, minutes: 10 } },
      ],
    },
  ],
};

export const content = goldenContent(CASE);
export const goldenCatalog: Catalog = {
  marks: [],
  short: [],
  tasks: [],
  parts: [],
  rush: NO_RUSH,
  momentCases: [],
  varying: new Set(),
  bank: NO_QUESTIONS,
  typing: NO_TYPING,
  stages: [],
  tradeYear: TRADE_YEAR,
  lead: DEFAULT_LEAD_RULES,
  factsByShop: {},
  shopDay: () => Promise.resolve(NO_SHOP_DAY),
  playableOn: (scenarios) => Promise.resolve(new Set(scenarios.map(({ id }) => id))),
  naming: () => Promise.resolve(new Set()),
  data: content,
  contentFor: () => Promise.resolve({ data: content, hash: 'golden' }),
};

export const eventsOf = (trainee: Trainee): DrillEvent[] => goldenEvents(CASE, trainee);

export const plan: Plan = {
  scenarios: [SCENARIO],
  mode: 'lesson',
  arrivals: 'together',
  pace: 20,
  minutes: 12,
  seed: 'same',
  attempts: 2,
  results: 'published',
  incidents: [],
  stages: [],
};

const run: Run = {
  id: 'r1',
  school: 's1',
  classId: null,
  name: '周三第一节',
  code: '123456',
  plan,
  seed: 1,
  stage: 'debrief',
  createdBy: 'wang',
  createdAt: STARTED_AT - 600_000,
  startedAt: STARTED_AT,
  endedAt: null,
  publishedAt: null,
  locked: false,
  frozen: false,
  totalMs: 720_000,
  clockMs: 720_000,
  clockAt: STARTED_AT + 720_000,
  clockRunning: false,
};

export type SeatPlan = { name: string; lateMs?: number; joined?: boolean; drills?: DrillEvent[][]; redo?: string };

/** The school's teacher 王老师 (id `wang`), a run `r1` with these seats `seat1`, `seat2` … and their ended drills `d1-1` …. */
export const storeClass = async (
  storage: Storage,
  seats: readonly SeatPlan[],
  over: Partial<Run> = {},
): Promise<Run> => {
  const person = (id: string, name: string, role: 'admin' | 'trainee') => ({
    id,
    school: 's1',
    name,
    role,
    login: id,
    password: null,
    createdAt: 1,
    disabledAt: null,
    seenAt: null,
  });
  await storage.people.createSchool({ id: 's1', name: '一中', createdAt: 1 }, person('wang', '王老师', 'admin'));
  await storage.putContent('golden', JSON.stringify(content));
  const stored = { ...run, ...over };
  await storage.runs.createRun(
    stored,
    seats.map(
      ({ name, joined = true, lateMs = -60_000 }, i): Seat => ({
        id: `seat${i + 1}`,
        run: run.id,
        school: run.school,
        person: null,
        no: String(i + 1).padStart(2, '0'),
        name,
        place: i,
        guest: joined ? `g${i + 1}` : null,
        joinedAt: joined ? STARTED_AT + lateMs : null,
        askingGuest: null,
        refusedGuest: null,
      }),
    ),
  );
  for (const [i, { drills = [] }] of seats.entries()) {
    for (const [j, events] of drills.entries()) await storeDrill(storage, `d${i + 1}-${j + 1}`, i + 1, events, null);
  }
  return stored;
};

export const storeDrill = async (
  storage: Storage,
  id: string,
  seat: number,
  events: readonly DrillEvent[],
  redo: string | null,
  person: string | null = null,
): Promise<void> => {
  const place: DrillPlace = { school: run.school, run: run.id, seat: `seat${seat}`, person, redo };
  const ended = events.some(({ kind }) => kind === 'drill-ended');
  await storage.createDrill({
    id,
    guest: `g${seat}`,
    contentHash: 'golden',
    scenarios: [SCENARIO],
    mode: 'lesson',
    state: 'opened',
    openedAt: STARTED_AT,
    endedAt: null,
    score: null,
    place,
    retry: null,
  });
  const rows = rowsOf(events);
  let seq = 0;
  await storage.appendAll(
    rows.map(({ at, events: own }, index) => {
      const expectedSeq = seq;
      seq += own.length;
      const last = index === rows.length - 1 && ended;
      return {
        drill: id,
        expectedSeq,
        commandId: null,
        at,
        events: own,
        ack: null,
        dueAt: null,
        ...(last
          ? { state: 'ended' as const, endedAt: STARTED_AT + 700_000 }
          : { state: 'running' as const, endedAt: null }),
        running: false,
      };
    }),
  );
};

/** The rows as they were stored: events of one moment in one row, at that moment's wall time. */
const rowsOf = (events: readonly DrillEvent[]): { at: number; events: DrillEvent[] }[] => {
  const rows: { at: number; events: DrillEvent[] }[] = [];
  let stoppedMs = 0;
  for (const event of events) {
    if (event.kind === 'clock-started') stoppedMs += event.stoppedMs;
    const at = STARTED_AT + event.at + stoppedMs;
    const last = rows.at(-1);
    if (last?.at === at) last.events.push(event);
    else rows.push({ at, events: [event] });
  }
  return rows;
};
