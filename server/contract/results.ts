/** A run's results: seats, figures, rulings, debrief, class report. All made from the logs and the rulings. */
import { z } from 'zod';
import type { SeatHomeworkResult } from '#contract/homework/homework.ts';
import type { LeadFigures } from '#contract/together/leads.ts';
import type { ClassRushFigures, RushFigures } from '#contract/wire/rush-report.ts';
import type { DimensionId, Report } from './report.ts';
import type { NamedSeats, TradeCounts } from './report-figures.ts';
import type { Plan, RunBody, RunRow } from './runs.ts';
import type { WireOpenPlace } from './wire-events.ts';

/** The trade's export columns (赤兔 style), in its order. Null = nothing to measure. */
export const DESK_COLUMNS = [
  'talked',
  'served',
  'direct',
  'forwardedIn',
  'forwardedOut',
  'messages',
  'customerMessages',
  'traineeMessages',
  'answerRatio',
  'characters',
  'mostAtOnce',
  'unanswered',
  'answerRate',
  'slow',
  'long',
  'firstResponseS',
  'meanResponseS',
  'meanServiceS',
] as const;
export type DeskColumn = (typeof DESK_COLUMNS)[number];
export type DeskFigures = Record<DeskColumn, number | null>;
/** A point of a question in one of the trainee's turns: what rulings and proposals on points name. */
const pointPlace = {
  conversation: z.string().min(1).max(100),
  point: z.string().min(1).max(100),
  turn: z.number().int().min(1),
};
export const pointPlaceSchema = z.strictObject(pointPlace);
export type PointPlace = z.infer<typeof pointPlaceSchema>;

export type Ruling = {
  id: string;
  /** Key of the finding ruled on; null where a point or the whole score is ruled on. */
  finding: string | null;
  /** The point ruled on, else null. */
  point: PointPlace | null;
  /** `dismissed`: no fault. `upheld`: an unsure one counts. `score`: the total is set. The other three are for points. */
  verdict: 'dismissed' | 'upheld' | 'score' | 'covered' | 'wrong' | 'not-said';
  score: number | null;
  /** May be empty for a point, because the ruling quotes the reply. */
  reason: string;
  /** The reply may become an example of the case (`npm run harvest`). */
  example: boolean;
  by: string;
  at: number;
  /** Undone rulings stay on record. */
  undone: { by: string; at: number } | null;
  /** The title of what was ruled on, as it stood then. */
  title: string;
};
/** One of a run's rulings, undone ones included. */
export type RunRuling = Ruling & { no: string; name: string; drill: string };
export const rulingSchema = z.union([
  z.strictObject({
    finding: z.string().max(200),
    verdict: z.enum(['dismissed', 'upheld']),
    reason: z.string().trim().min(2).max(300),
  }),
  z.strictObject({
    finding: z.null(),
    verdict: z.literal('score'),
    score: z.number().min(0).max(100),
    reason: z.string().trim().min(2).max(300),
  }),
  z.strictObject({
    point: pointPlaceSchema,
    verdict: z.enum(['covered', 'wrong', 'not-said']),
    reason: z.string().trim().max(300),
    example: z.boolean(),
  }),
]);
/** A trainee's own view of a point that wasn't recognised; null takes it back. It is never a mark (RULES M2). */
export const proposalSchema = z.strictObject({ ...pointPlace, said: z.boolean().nullable() });
export type Proposal = PointPlace & { said: boolean };
export type FaultCount = { code: string; family: string; title: string; count: number; marks: number };

/** One ended drill in short; stored when it ends and after each ruling. */
export type DrillResult = {
  score: number;
  range: [number, number];
  grade: Report['grade'];
  /** Before any ruling. */
  machineScore: number;
  cappedBy: string | null;
  dimensions: { id: DimensionId; name: string; weight: number; marks: number | null; unsure: boolean }[];
  figures: DeskFigures;
  faults: FaultCount[];
  merits: number;
  /** How many points and findings are 待核: a person has still to look at them. */
  unsure: number;
  /** Messages pasted, and faster than a hand types; trade figures. Absent in results made before they were counted. */
  brought?: { pasted: number; fast: number };
  trade?: TradeCounts;
  rush?: RushFigures;
  /** What interrupted it. Of these a lost connection and injected customers may keep it from being compared. */
  interruptedRounds: number;
  lostMs: number;
  frozenMs: number;
  injected: number;
  /** Customers who came, of those planned. */
  came: number;
  planned: number;
  /** Of a lesson whose seats pass customers on: who went to a classmate without a word from here, and who came from one. */
  passed?: { out: number; in: number };
  /** Of a role play whose player put too few of the case's questions for a mark: how many, of those of its path (RULES J118). */
  askedLittle?: { put: number; of: number };
  drillMs: number;
  why: 'finished' | 'trainee' | 'teacher' | 'time';
};

/**
 * Why a drill has no mark: nobody was handed on, all went on to classmates, nothing fell due, or who played the customer
 * asked too little.
 */
export type EmptyWhy = 'nobody-came' | 'passed-on' | 'nothing-due' | 'asked-little';

export type SeatResult = {
  seat: string;
  no: string;
  name: string;
  joined: boolean;
  /** The attempt that counts: the best, or of homework the one its rule names; of a mean the best. */
  drill: string | null;
  attempts: { drill: string; score: number | null; state: 'opened' | 'running' | 'ended' }[];
  lateMs: number;
  result: DrillResult | null;
  rulings: number;
  /** False: left out of the class's averages; `notes` say why. */
  comparable: boolean;
  notes: string[];
  /** Present: its drill asked nothing of it, or too little (RULES J72, J96, J118). */
  empty?: EmptyWhy;
  /** Absent: a lesson's. */
  homework?: SeatHomeworkResult;
  /** What it answered; absent: it served customers. */
  lead?: LeadFigures;
};
export type ClassFigures = {
  /** Seats in the averages. */
  n: number;
  leftOut: number;
  mean: number | null;
  median: number | null;
  passed: number;
  excellent: number;
  firstResponseS: number | null;
  meanResponseS: number | null;
  dimensions: { id: DimensionId; name: string; percent: number | null }[];
  faults: (FaultCount & { seats: number })[];
  rush?: ClassRushFigures;
};

type Head = { at: number; minutes: number; mode: string } & Pick<RunRow, 'parts'>;
export type RunResults = {
  /** `project`: a project task, whose groups have a table of their own, as its `leads` have. */
  run: Pick<RunRow & RunBody, 'id' | 'name' | 'className' | 'homework' | 'publishedAt'> &
    Head & { project?: true; leads?: true; dealt?: Plan['seed'] };
  seats: SeatResult[];
  figures: ClassFigures;
  /** Present: read by a mentor of another school (RULES J64). */
  visiting?: true;
};

/** One turn shown without a name. */
export type ShownTurn = {
  /** The open place where others read it along; absent in private. */
  place?: WireOpenPlace;
  customer: string[];
  /** Empty where nothing was said. */
  reply: string;
  /** What was seen where nothing was said (「71 秒没有回复」); not a quote. Null beside words. */
  instead: string | null;
  seconds: number | null;
  /** Ranges of the reply to underline (UTF-16 offsets). */
  faults: { start: number; end: number; title: string }[];
  better: string | null;
  why: string;
  /** For staff only: where the turn stands. */
  source: { seat: string; drill: string; conversation: string; turn: number; at: number };
};
export type Debrief = {
  /**
   * The three weightiest faults and every red line. Each has a poor turn and, where another seat gave one, a good turn
   * to the same words. `of`: the seats among which it is counted; for a red line all that played.
   */
  picks: {
    code: string;
    title: string;
    family: string;
    seats: number;
    of: number;
    /** How often in all, and what it cost in all. */
    count: number;
    marks: number;
    advice: string;
    poor: ShownTurn;
    good: ShownTurn | null;
  }[];
  marks: { id: string; at: number; note: string; by: string; turn: ShownTurn | null; text: string; seatName: string }[];
};

export type ClassReport = {
  results: RunResults['run'];
  figures: ClassFigures;
  /** Scores in ten-mark bins, lowest first: [0–9, …, 90–100]. */
  spread: number[];
  /** `customer`, `reply`, `instead`: as in the debrief's poor turn. `better`: a better wording and whose it is. */
  teach: {
    title: string;
    why: string;
    how: string;
    seats: number;
    customer: string[];
    reply: string;
    instead: string | null;
    better: { by: 'classmate' | 'wording' | 'action'; text: string } | null;
  }[];
  cases: { scenario: string; title: string; why: string }[];
  /** Seats that need a word before the next lesson; all with a red line are named. `more`: how many others there are. */
  help: NamedSeats;
  well: NamedSeats;
  /** Seats that sent words which were pasted or came faster than a hand types; that alone is no fault. */
  brought: NamedSeats;
};
