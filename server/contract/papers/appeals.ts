/** What a trainee appeals of a written paper, and what the teacher rules. Times are epoch milliseconds. */
import { z } from 'zod';
import type { Citation, GivenAnswer } from '#contract/questions.ts';
import type { PaperCredit, PaperDispute, PaperMark, PaperQuestion } from './papers.ts';

const question = z.string().regex(/^[a-z0-9-]{1,60}$/);
/** Longer than any field takes: a text that is only somewhat too long gets a refusal that says so. */
const words = z.string().max(8000);

export const paperAppealSchema = z.strictObject({ question, text: words });
export const paperWithdrawalSchema = z.strictObject({ question });
/** `credit` null: the marking stays. */
export const paperRulingSchema = z.strictObject({
  question,
  credit: z.literal([0, 0.5, 1]).nullable(),
  reason: words,
});
/** A question of a seat's paper as staff read it: `marked` by the bank's rules, `credit` with the ruling. */
export type ReadQuestion = PaperQuestion & {
  answer: GivenAnswer | null;
  key: GivenAnswer;
  marked: PaperCredit;
  credit: PaperCredit;
  why: string | null;
  citations: Citation[];
  dispute: PaperDispute | null;
};
/** A seat's paper as staff read it, once the seat can answer no more. */
export type ReadPaper = {
  seat: { id: string; no: string; name: string };
  run: {
    id: string;
    name: string;
    className: string | null;
    publishedAt: number | null;
    ended: boolean;
    isPart: boolean;
  };
  begunAt: number | null;
  handedInAt: number | null;
  mark: PaperMark;
  questions: ReadQuestion[];
};
