/** A mock exam that somebody sits alone: no class, no teacher, and no mark of it in anybody's table. Times are epoch milliseconds. */
import { z } from 'zod';
import type { ExamPlan, PartKind } from '#contract/plans/exam.ts';
import { MAX_QUESTIONS, paperCellSchema } from '#contract/questions.ts';
import { type ExamMark, MOST_CASES, type SeatPart } from './parts.ts';
import type { TypedFigures } from './typing.ts';

const LEAST_QUESTIONS = 5;

export const newPrivateExamSchema = z
  .strictObject({
    cells: z.array(paperCellSchema).min(1).max(60),
    /** Texts on the trade or single sentences to type. */
    set: z.enum(['long', 'short']),
    /** How many customers come; the server draws who. */
    customers: z.int().min(1).max(MOST_CASES),
    /** Of the customers; null: any. */
    level: z.literal([1, 3, 5]).nullable(),
  })
  .refine(({ cells }) => isInRange(cells.reduce((sum, { count }) => sum + count, 0)), { path: ['cells'] })
  .refine(({ cells }) => new Set(cells.map(({ topic, level }) => `${topic} ${level}`)).size === cells.length, {
    path: ['cells'],
  });
export type NewPrivateExam = z.infer<typeof newPrivateExamSchema>;

const isInRange = (total: number): boolean => total >= LEAST_QUESTIONS && total <= MAX_QUESTIONS;

export type PrivateExam = Pick<ExamPlan, 'pass' | 'excellent' | 'each' | 'counts'> & {
  id: string;
  at: number;
  /** The last moment of the sitting. */
  lastAt: number;
  parts: SeatPart[];
  /** Nothing is left to be sat. */
  over: boolean;
  /** With its re-sits that are over, of a re-sit the first exam's; null: not over, or `waits` says for what. */
  mark: ExamMark | null;
  /** `scoring`: the customers' report is being made; `sealed`: a class's exam has one of its cases. */
  waits: 'scoring' | 'sealed' | null;
  typed: TypedFigures | null;
  /** The drill of its customers; null: not begun. */
  drill: string | null;
  questions: number;
  customers: number;
  /** Of a re-sit the exam whose failed parts it has; null: this is one. */
  of: string | null;
  /** Re-sits of it, oldest first; none of a re-sit. */
  again: { id: string; over: boolean }[];
  /** What may be sat again now; empty: nothing failed, or that goes on. */
  mayResit: PartKind[];
  now: number;
};
export type PrivateExamRow = Pick<
  PrivateExam,
  'id' | 'at' | 'over' | 'mark' | 'waits' | 'typed' | 'drill' | 'questions' | 'customers' | 'of'
>;
export type PrivateExamList = {
  /** The newest first; a re-sit only while it goes on: its marks are in the row of the first. */
  exams: PrivateExamRow[];
  /** Of exams that are over: the best whole, and the best of each part. */
  best: { whole: number | null; parts: { kind: PartKind; mark: number | null }[]; speed: number | null };
};
