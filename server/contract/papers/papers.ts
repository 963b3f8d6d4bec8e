/** Written papers of a class: setting one, sitting it, and what came of it. Times are epoch milliseconds. */
import { z } from 'zod';
import type { EarlierAppeal } from '#contract/discussion.ts';
import {
  type AskedQuestion,
  answerSchema,
  type Citation,
  type GivenAnswer,
  MAX_QUESTIONS,
  type PaperPlan,
  paperCellSchema,
  paperDrawsSchema,
} from '#contract/questions.ts';
import type { RunClock, Stage } from '#contract/runs.ts';

export const newPaperSchema = z
  .strictObject({
    name: z.string().trim().min(1).max(40),
    /** Null: no roster, everybody types a name. */
    classId: z.string().max(64).nullable(),
    minutes: z.int().min(5).max(120),
    cells: z.array(paperCellSchema).min(1).max(60),
    /** The same seed, cells and bank give the same questions again. */
    seed: z.int().min(0).max(999_999),
    /** Left out: `same`. */
    draws: paperDrawsSchema.optional(),
    /** Counts as the learning path's 岗位认知测试. */
    awareness: z.literal(true).optional(),
  })
  .refine(({ cells }) => cells.reduce((sum, { count }) => sum + count, 0) <= MAX_QUESTIONS, { path: ['cells'] })
  .refine(({ cells }) => new Set(cells.map(({ topic, level }) => `${topic} ${level}`)).size === cells.length, {
    path: ['cells'],
  });
export type NewPaper = z.infer<typeof newPaperSchema>;

/** One question's answer as it stands now. `answer` null: none. */
export const paperAnswerSchema = z.strictObject({
  question: z.string().regex(/^[a-z0-9-]{1,60}$/),
  answer: answerSchema.nullable(),
  flagged: z.boolean(),
});
export type PaperAnswer = z.infer<typeof paperAnswerSchema>;

/**
 * How a seat stands to its paper. `elsewhere`: another device has the seat; `before`: the teacher hasn't started it, or the
 * trainee hasn't begun; `open`: being answered; `over`: handed in, or past its end.
 */
export type PaperPhase = 'elsewhere' | 'before' | 'open' | 'over';

/** A question of a seat's own paper, before anything is told (RULES X4). */
export type PaperQuestion = Pick<AskedQuestion, 'id' | 'kind' | 'topicName' | 'shopName' | 'stem' | 'options' | 'unit'>;

export type PaperCredit = 0 | 0.5 | 1;

export type PaperRuled = { credit: PaperCredit | null; reason: string; by: string; at: number };
/**
 * What was said of one question at one seat. `appeal`: the newest that wasn't withdrawn; null: none. `ruling`: in force;
 * null: none yet.
 */
export type PaperDispute = {
  question: string;
  appeal: { text: string; at: number } | null;
  ruling: PaperRuled | null;
  /** Whether the appeal waits for the teacher. */
  waits: boolean;
  earlier: EarlierAppeal<PaperRuled>[];
  /** How often its trainee may appeal it again. */
  left: number;
};

/** What is told of a question once the paper is published. `credit` 0, 0.5 or 1. */
export type PaperVerdict = {
  question: string;
  credit: 0 | 0.5 | 1;
  key: GivenAnswer;
  why: string | null;
  citations: Citation[];
};
/** Marks out of a hundred, to a tenth; `credit` of `of` questions, topic by topic. */
export type PaperMark = { mark: number; topics: { name: string; credit: number; of: number }[] };
export type PaperResult = PaperMark & {
  /** Null: another open paper of the school has questions of this one, and its keys wait. */
  verdicts: PaperVerdict[] | null;
  /** What was appealed and ruled of its questions. */
  disputes: PaperDispute[];
};

export type PaperSeat = {
  phase: PaperPhase;
  /** Whether the device waits for the teacher to allow it this seat. */
  asking: boolean;
  seat: { id: string; no: string; name: string };
  run: {
    id: string;
    code: string;
    name: string;
    className: string | null;
    stage: Stage;
    minutes: number;
    ended: boolean;
    /** A part of an exam: begun by itself, and gone back from to the exam. */
    isPart: boolean;
    mayBegin: boolean;
  };
  clock: RunClock;
  count: number;
  begunAt: number | null;
  handedInAt: number | null;
  /** Of the seat's own paper while it is open, and once its results may be seen; else none. */
  questions: PaperQuestion[];
  answers: PaperAnswer[];
  answered: number;
  /** Null: not published. */
  result: PaperResult | null;
  now: number;
};
/** That the answer is stored, and how the clock stood then. */
export type AnswerStored = { at: number; answered: number; clock: RunClock; now: number };

/** A paper of one's own seat, in a list. `elsewhere`: another device has it. */
export type OwnPaper = {
  seat: string;
  name: string;
  className: string | null;
  state: 'waiting' | 'open' | 'over' | 'published';
  elsewhere: boolean;
  /** Once published. */
  mark: number | null;
};

/** A seat on the teacher's board. `mark` and `topics` null: not begun, or the paper isn't over. */
export type BoardSeat = {
  seat: string;
  no: string;
  name: string;
  joined: boolean;
  /** A second device asks for the seat. */
  asking: boolean;
  begunAt: number | null;
  handedInAt: number | null;
  /** Percent of the paper's length that it has on top. */
  extraPercent: number;
  /** How long it sat; null: not begun, or it still sits. */
  satMs: number | null;
  answered: number;
  flagged: number;
  lastAt: number | null;
  result: PaperMark | null;
  /** Appeals about its questions that wait for the teacher. */
  appeals: number;
};
/** `facility`: mean credit of who began, 0 to 1. `discrimination`: upper 27 % less lower 27 %; null: too few to tell. */
export type PaperItem = {
  id: string;
  kind: AskedQuestion['kind'];
  level: AskedQuestion['level'];
  topicName: string | null;
  stem: string;
  key: string;
  n: number;
  facility: number | null;
  discrimination: number | null;
};
export type PaperBoard = {
  run: {
    id: string;
    name: string;
    className: string | null;
    code: string;
    stage: Stage;
    locked: boolean;
    minutes: number;
    publishedAt: number | null;
    ended: boolean;
    /** The paper is a part of an exam. */
    isPart: boolean;
  };
  clock: RunClock;
  /** Nobody answers any more. */
  over: boolean;
  plan: PaperPlan;
  /** Another open paper of the school asks some of the questions: published, this one's keys wait for that. */
  keysWait: boolean;
  seats: BoardSeat[];
  items: PaperItem[];
  /** From how many who began a discrimination is told. */
  leastForDiscrimination: number;
  now: number;
};
