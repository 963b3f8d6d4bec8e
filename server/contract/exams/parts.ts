/** 模拟考试: an exam made of parts, each done once and in order. Times are epoch milliseconds, marks out of a hundred. */
import { z } from 'zod';
import { LONGEST_WINDOW_MS } from '#contract/homework/homework.ts';
import { type ExamPart, type ExamPlan, PART_KINDS, type PartKind } from '#contract/plans/exam.ts';
import { MAX_QUESTIONS, paperCellSchema, paperDrawsSchema } from '#contract/questions.ts';
import type { OwnTyping, TypedFigures } from './typing.ts';

const time = z.int().min(0).max(4_102_444_800_000);
const weight = z.int().min(1).max(100);
const seed = z.int().min(0).max(999_999);
/** Points of a hundred. */
const mark = z.int().min(1).max(100);
export const MOST_CASES = 3;

const paperPartSchema = z.strictObject({
  kind: z.literal('paper'),
  weight,
  minutes: z.int().min(5).max(120),
  cells: z
    .array(paperCellSchema)
    .min(1)
    .max(60)
    .refine((cells) => cells.reduce((sum, { count }) => sum + count, 0) <= MAX_QUESTIONS)
    .refine((cells) => new Set(cells.map(({ topic, level }) => `${topic} ${level}`)).size === cells.length),
  /** The same seed, cells and bank give the same questions again. */
  seed,
  /** Left out: `same`. */
  draws: paperDrawsSchema.optional(),
});
const typingPartSchema = z.strictObject({
  kind: z.literal('typing'),
  weight,
  minutes: z.int().min(1).max(15),
  /** Texts on the trade or single sentences, all of them in the library's order, from `text` on. */
  set: z.enum(['long', 'short']),
  /** The text that comes first; null: each seat its own. */
  text: z.string().max(64).nullable(),
});
const customersPartSchema = z.strictObject({
  kind: z.literal('customers'),
  weight,
  minutes: z.int().min(2).max(120),
  scenarios: z
    .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/))
    .min(1)
    .max(MOST_CASES),
  arrivals: z.enum(['spaced', 'together', 'ladder']),
  /** Whether each seat gets its own variants of the cases, or all the same. */
  variants: z.enum(['own', 'same']),
});
export const newPartSchema = z.discriminatedUnion('kind', [paperPartSchema, typingPartSchema, customersPartSchema]);
export type NewPart = z.infer<typeof newPartSchema>;

const window = { opensAt: time, dueAt: time };
const isWindow = ({ opensAt, dueAt }: { opensAt: number; dueAt: number }): boolean =>
  dueAt > opensAt && dueAt - opensAt <= LONGEST_WINDOW_MS;

export const newExamSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(40),
    /** Null: no roster, everybody types a name. */
    classId: z.string().max(64).nullable(),
    /** In the order in which they are done; a kind once. */
    parts: z.array(newPartSchema).min(1).max(PART_KINDS.length),
    pass: mark,
    excellent: mark,
    /** Whether each part has to reach the pass mark by itself. */
    each: z.boolean(),
    /** Which mark of a part counts once it was sat again. */
    counts: z.enum(['best', 'last']),
    /** One sitting: minutes from the first begun part to the end of the last; absent: as long as the window. */
    sitting: z.int().max(480).optional(),
    ...window,
  })
  .refine(isWindow, { path: ['dueAt'] })
  .refine(({ pass, excellent }) => excellent >= pass, { path: ['excellent'] })
  .refine(({ parts }) => new Set(parts.map(({ kind }) => kind)).size === parts.length, { path: ['parts'] })
  // Shorter than its parts together, it would cut the last one for everybody.
  .refine(
    ({ parts, sitting }) => sitting === undefined || sitting >= parts.reduce((sum, { minutes }) => sum + minutes, 0),
    {
      path: ['sitting'],
    },
  );
export type NewExam = z.infer<typeof newExamSchema>;

/** `seats`: who sits again what they failed; those who have passed, or sit again already, are passed over. */
export const resitSchema = z
  .strictObject({ seats: z.array(z.string().max(64)).min(1).max(500), ...window })
  .refine(isWindow, { path: ['dueAt'] });
/** The part whose page was left; of typing what stands typed says it. */
export const leftSchema = z.strictObject({ part: z.enum(['paper', 'customers']) });
/** Percent of every part's minutes that a seat has on top. */
export const extraTimeSchema = z.strictObject({ percent: z.int().min(0).max(200) });

/**
 * `locked`: not its turn, or the exam isn't open; `missed`: not begun before the end.
 */
export type PartState = 'locked' | 'ready' | 'going' | 'done' | 'missed';
export type SeatPart = ExamPart & {
  state: PartState;
  /** `minutes` with the seat's extra time, in milliseconds. */
  ms: number;
  begunAt: number | null;
  endedAt: number | null;
};
/**
 * One part's marks. `first`: at the first exam; `again`: each time it was sat again, oldest first; null: not sat. `typed`:
 * of typing, what the mark that counts was made of.
 */
export type PartMark = {
  kind: PartKind;
  weight: number;
  first: number | null;
  again: (number | null)[];
  /** Null: every sitting was set aside, and the part is left out of the whole. */
  counted: number | null;
  /** Places of the sittings that a ruling set aside: nought is the first exam. Left out: none. */
  aside?: number[];
  typed?: TypedFigures;
};
export type ExamMark = {
  parts: PartMark[];
  /** Σ weight × counted ÷ Σ weight of the parts that count, to a tenth, halves up; nought where none does. */
  whole: number;
  grade: 'fail' | 'pass' | 'excellent';
  /** Parts below the pass mark. */
  failed: PartKind[];
};

type ExamHead = {
  id: string;
  name: string;
  className: string | null;
  code: string;
  opensAt: number;
  dueAt: number;
  publishedAt: number | null;
  ended: boolean;
  /** Whether all seats had the same customers; absent until its results are published, and without customers. */
  dealt?: 'same' | 'own' | 'fixed';
};
type ExamRules = Pick<ExamPlan, 'pass' | 'excellent' | 'each' | 'counts' | 'sitting'>;

/** One sitting: how long it is at the seat, and when it ends; null: nothing is begun. */
export type ExamSitting = { ms: number; endsAt: number | null };

/** An exam as its seat's own trainee has it. */
export type SeatExam = {
  /** `elsewhere`: another device has the seat. */
  phase: 'elsewhere' | 'before' | 'open' | 'over';
  asking: boolean;
  seat: { id: string; no: string; name: string };
  run: ExamHead & ExamRules;
  /** The seat's own end. */
  dueAt: number;
  extraPercent: number;
  /** Null: in as many sittings as one likes. */
  sitting: ExamSitting | null;
  /** What the seat sits here: of a re-sit what it failed. */
  parts: SeatPart[];
  /** The drill that goes on, or ended last; null: none was begun. */
  drill: string | null;
  /** Null: not published. */
  mark: ExamMark | null;
  /** Its typing here, once published; null: none was done. */
  typing: OwnTyping | null;
  /** Seats of the same trainee at the first exam and at re-sits of it. */
  others: { seat: string; isFirst: boolean }[];
  now: number;
};

/** An exam of one's own seat, in a list. */
export type OwnExam = Pick<SeatExam, 'phase' | 'parts' | 'dueAt' | 'now'> & {
  seat: string;
  name: string;
  code: string;
  className: string | null;
  isResit: boolean;
  opensAt: number;
  /** Once published. */
  whole: number | null;
};

/** What happened at a seat, told as it is: how often, and nothing concluded from it. */
export type ExamFacts = {
  /** How often the page was left, by part. */
  left: Readonly<Record<PartKind, number>>;
  /** How often something was pasted while typing. */
  pasted: number;
  /** Replies to customers with pasted words. */
  pastedReplies: number;
  /** How often another device was let in. */
  devices: number;
};
export type ExamBoardSeat = {
  seat: string;
  no: string;
  name: string;
  joined: boolean;
  asking: boolean;
  dueAt: number;
  extraPercent: number;
  /** Null: in as many sittings as one likes. */
  sitting: ExamSitting | null;
  parts: SeatPart[];
  /** Nothing is left to be sat here. */
  over: boolean;
  /** Of each part as soon as it is done; null: not done. */
  marks: { kind: PartKind; mark: number | null }[];
  /** Of its typing here; null: not done. */
  typed: TypedFigures | null;
  /** Null: the seat isn't over. */
  mark: ExamMark | null;
  facts: ExamFacts;
  /** The report of its customers; null: none. */
  drill: string | null;
  /** Appeals about questions of its paper that wait. */
  paperAppeals: number;
  /** Whether an appeal about its typing waits, and whether its typing was set aside. */
  typing: { waits: boolean; aside: boolean };
  /** Whether it sits again what it failed now. */
  resitting: boolean;
};
export type ExamBoard = {
  run: ExamHead & ExamRules;
  parts: ExamPart[];
  /** Which speeds its typing is marked by, in characters a minute; null: nothing is typed. */
  rates: { pass: number; excellent: number } | null;
  /** The first exam of a re-sit; null: this is one. */
  of: { run: string; name: string } | null;
  resits: { run: string; name: string; seats: number; publishedAt: number | null }[];
  /** Nobody can sit anything any more. */
  over: boolean;
  seats: ExamBoardSeat[];
  /** Appeals that wait for the teacher: about questions of its paper, its typing, and its customers' reports. */
  appeals: { paper: number; typing: number; reports: number };
  now: number;
};

export type ExamDefaults = {
  pass: number;
  excellent: number;
  typing: { pass: number; excellent: number } | null;
  /** What can be typed first, by the set; for staff alone. */
  texts: Record<'long' | 'short', { id: string; title: string }[]>;
};
