/** Runs, seats and joining: request and response bodies. A run owns the drills of its seats. */
import { z } from 'zod';
import { type Homework, homeworkSchema, type SeatHomework } from '#contract/homework/homework.ts';
import type { ContestPlan } from '#contract/plans/contest.ts';
import type { ExamPlan } from '#contract/plans/exam.ts';
import { mayHaveOwnShops, type OwnShop, ownShopsSchema } from '#contract/plans/own-shops.ts';
import type { ProjectPlan, SeatProject } from '#contract/plans/projects.ts';
import { mayRolePlay } from '#contract/together/role-plays.ts';
import { type SeatTogether, togetherFields } from '#contract/together/seat-together.ts';
import { mayTransfer } from '#contract/together/transfers.ts';
import { type RunRush, runRushSchema } from './commands.ts';
import type { PaperPlan } from './questions.ts';

const scenarioId = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);
export const STAGES = ['join', 'card', 'drill', 'debrief', 'redo', 'close'] as const;
/** A lesson's stages in order; `spare` is time in hand and is never entered. */
export const stageSchema = z.enum(STAGES);
export type Stage = z.infer<typeof stageSchema>;

export const ARRIVALS = ['spaced', 'together', 'ladder'] as const;
const planFields = {
  /** Customers of each seat, one each, in order of arrival; empty in a rush. */
  scenarios: z.array(scenarioId).max(3),
  /** Left out: the customers are those of `scenarios`. `arrivals` says nothing of a rush. */
  rush: runRushSchema.optional(),
  mode: z.enum(['practice', 'lesson', 'exam']),
  /** When customers come, by each drill's own time: 20 s apart, 1.5 s apart, or a third of the drill's length apart. */
  arrivals: z.enum(ARRIVALS),
  /** Story minutes to a seat minute (RULES C2). */
  pace: z.number().int().min(1).max(60),
  /** Length of the drill, seat minutes. */
  minutes: z.number().int().min(2).max(120),
  /** Seats get the same customers to the second, or each its own; `fixed`: those of every run with this plan the same. */
  seed: z.enum(['same', 'own', 'fixed']),
  attempts: z.number().int().min(1).max(3),
  /** When trainees see their own reports (RULES M6). */
  results: z.enum(['at-once', 'published']),
  /** Cases that may be injected while it runs; their content is pinned with the rest. */
  incidents: z.array(scenarioId).max(6),
  /** The lesson's timetable in minutes; empty: no timetable. */
  stages: z
    .array(z.strictObject({ kind: z.enum([...STAGES, 'spare']), minutes: z.number().int().min(0).max(180) }))
    .max(7),
  /** Left out: a lesson, with a clock for all. Homework has none, so no stages, no incidents, and is no exam (RULES H1). */
  homework: homeworkSchema.optional(),
  /** When a lesson is meant to begin, by the teacher's hand; homework has its window. */
  startsAt: z.int().positive().optional(),
  ownShops: ownShopsSchema,
  ...togetherFields,
};
/** Either cases or a rush, never both (RULES Q20). */
export const planSchema = z
  .strictObject(planFields)
  .refine(({ scenarios, rush }) => scenarios.length > 0 !== (rush !== undefined), { path: ['scenarios'] })
  .refine(({ homework, mode }) => homework === undefined || mode !== 'exam', { path: ['mode'] })
  .refine(({ homework, stages }) => homework === undefined || stages.length === 0, { path: ['stages'] })
  .refine(({ homework, incidents }) => homework === undefined || incidents.length === 0, { path: ['incidents'] })
  .refine(({ homework, startsAt }) => homework === undefined || startsAt === undefined, { path: ['startsAt'] })
  .refine(mayHaveOwnShops, { path: ['ownShops'] })
  .refine(mayTransfer, { path: ['transfers'] })
  .refine(mayRolePlay, { path: ['rolePlay'] });
/**
 * `paper`: a written paper in place of customers, which a request of its own sets (RULES X2). `exam`: an exam of parts,
 * whose customers are the plan's (RULES O1). `contest`: it is one of a contest's runs (RULES J52). `project`: a project task,
 * whose first parts are the plan's cases (RULES J38).
 */
export type Plan = z.infer<typeof planSchema> & {
  paper?: PaperPlan;
  exam?: ExamPlan;
  contest?: ContestPlan;
  project?: ProjectPlan;
};

export type Template = {
  id: string;
  name: string;
  /** Whether it comes with the product; such a template can't be removed. */
  builtIn: boolean;
  plan: Plan;
};
export const templateSchema = z.strictObject({ name: z.string().trim().min(1).max(40), plan: planSchema });

export const newRunSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  /** Null: no roster, everybody types a name. */
  classId: z.string().max(64).nullable(),
  plan: planSchema,
});
export const stageChangeSchema = z.strictObject({ stage: stageSchema });
export const freezeSchema = z.strictObject({ frozen: z.boolean() });
export const extendSchema = z.strictObject({ minutes: z.number().int().min(1).max(60) });
export const lockSchema = z.strictObject({ locked: z.boolean() });
/** Null: everybody. */
const seat = z.string().max(64).nullable();
export const saySchema = z.strictObject({ seat, text: z.string().trim().min(1).max(200) });
export const injectSchema = z.strictObject({ seat, incident: scenarioId });
export const bookmarkSchema = z.strictObject({
  seat: z.string().max(64),
  drill: z.string().max(64),
  conversation: z.string().regex(/^c\d{1,4}$/),
  /** The message marked: a trainee's or a customer's. */
  message: z.string().max(64),
  note: z.string().trim().max(200),
});
export const replayTaskSchema = z.strictObject({
  drill: z.string().max(64),
  conversation: z.string().regex(/^c\d{1,4}$/),
  turn: z.number().int().min(1).max(500),
});
export const publishSchema = z.strictObject({ published: z.boolean() });
export const joinSchema = z.union([
  z.strictObject({ seat: z.string().max(64) }),
  /** `again`: it is the trainee who has the name already, at another device; for homework alone. */
  z.strictObject({ name: z.string().trim().min(1).max(30), again: z.literal(true).optional() }),
]);

/** The drill's clock, with the bell at its end. It stands still while frozen and while the server was away (RULES C4). */
export type RunClock = { elapsedMs: number; totalMs: number; running: boolean };

export type ResponseTier = { excellentS: number; passS: number; failS: number };

export type RunState = 'open' | 'ended';
export type RunRow = {
  id: string;
  name: string;
  className: string | null;
  createdAt: number;
  startedAt: number | null;
  endedAt: number | null;
  stage: Stage;
  mode: Plan['mode'];
  seats: number;
  joined: number;
  published: boolean;
  /** Absent: a lesson. */
  homework?: Homework;
  /** How many questions its paper has; absent: no paper. */
  paper?: number;
  /** How many parts it has; absent: no exam of parts. */
  parts?: number;
  /** The contest that it is in; absent: none. */
  contest?: string;
  /** In the list of runs: appeals of its reports and papers that wait for the teacher; absent: none. */
  appeals?: number;
};

/** The run as staff see it, without the seats: sent again whenever it changes. */
export type RunBody = RunRow & {
  code: string;
  locked: boolean;
  frozen: boolean;
  plan: Plan;
  /** Of the planned cases; empty in a rush, whose customers nobody is told of before it is over (RULES Q8). */
  titles: { id: string; title: string; typeName: string; minutes: number; level: number }[];
  /** What the plan's rush is called, and its shop; absent: no rush. */
  rush?: { profileName: string; shopName: string };
  incidents: { id: string; title: string; notice: string | null }[];
  /** What each team of the class's term plays; absent: all play the plan's cases. */
  ownShops?: OwnShop[];
  /** The rubric's response seconds by number of customers at once: a desk's own count tells which hold there now (RULES M1). */
  tiers: ({ upTo: number } & ResponseTier)[];
  /** The tier for as many customers as are planned: it is for the class as a whole. */
  tier: ResponseTier;
  clock: RunClock;
  /** Begun stages, oldest first. Epoch milliseconds. */
  log: { stage: Stage; at: number }[];
  /** Epoch milliseconds on the server when this was made: clients count from here. */
  now: number;
  redo: { id: string; answered: number; of: number; open: boolean } | null;
  publishedAt: number | null;
  by: string;
};

/** An incident to choose for a class, and the shop that its customer comes to. */
export type IncidentChoice = RunBody['incidents'][number] & { shop: string; shopName: string };

/** What somebody with the code sees before having a seat. */
export type JoinBody = {
  run: {
    id: string;
    name: string;
    className: string | null;
    mode: Plan['mode'];
    stage: Stage;
    locked: boolean;
    homework?: Homework;
    paper?: number;
    parts?: number;
    /** The contest it belongs to; absent: none. */
    contest?: string;
  };
  /** Empty without a roster. `moves`: a taken seat that this device gets without asking the teacher. */
  roster: { seat: string; no: string; name: string; taken: boolean; moves: boolean }[];
  /** Whether a trainee may type a name. */
  walkIn: boolean;
  /** The seat this device already has here. */
  mine: string | null;
};

export type Notice = { id: string; at: number; text: string; to: 'me' | 'all' };
export type SeatState =
  /** Another device has this seat; the teacher is asked. */
  | 'asking'
  | 'refused'
  /** Seated; nothing to serve yet, or no more. */
  | 'waiting'
  | 'serving'
  | 'done';
/** What a seat's own trainee sees; sent again whenever it changes. */
export type SeatBody = SeatTogether & {
  seat: { id: string; no: string; name: string };
  run: {
    id: string;
    name: string;
    className: string | null;
    mode: Plan['mode'];
    stage: Stage;
    frozen: boolean;
    clock: RunClock;
    minutes: number;
    scenarios: string[];
    /** Absent: no rush. */
    rush?: RunRush;
    /** How many questions its paper has; absent: no paper. */
    paper?: number;
    /** How many parts it has; absent: no exam of parts. */
    parts?: number;
    /** The contest it belongs to; absent: none. */
    contest?: string;
    /** The run is over and closed. */
    ended: boolean;
    dealt?: Plan['seed'];
  };
  state: SeatState;
  drill: string | null;
  /** Attempts not begun yet; null: homework without a limit. */
  attemptsLeft: number | null;
  /** The seat's drill for the turn that all do again, and whether it is answered. */
  redo: { drill: string; done: boolean } | null;
  notices: Notice[];
  /** Ended drills of this seat whose reports may be read, newest first. */
  reports: { drill: string; score: number | null }[];
  /** Whether the seat's reports wait until the teacher publishes. */
  waitsForPublishing: boolean;
  /** Absent: a lesson. */
  homework?: SeatHomework;
  /** Absent: no project task. */
  project?: SeatProject;
  now: number;
};
