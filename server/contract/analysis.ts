/** Conversations as service data: rows a trainee filters, charts and answers questions about. */
import { z } from 'zod';

/** One conversation. Seconds are seat seconds; null where there was nothing to measure. */
export const serviceRowSchema = z.strictObject({
  id: z.string(),
  /** The trainee, in a class: a name for staff, 同学 3 for trainees; empty for one's own conversations. */
  who: z.string(),
  /** When the drill was opened, epoch milliseconds. */
  at: z.number(),
  customer: z.string(),
  title: z.string(),
  type: z.string(),
  outcome: z.string(),
  /** 1–5 as the customer rated, or null. */
  rating: z.number().nullable(),
  /** Seconds from the customer's arrival to the end. */
  lastedS: z.number(),
  rounds: z.number().int(),
  customerMessages: z.number().int(),
  traineeMessages: z.number().int(),
  firstS: z.number().nullable(),
  meanS: z.number().nullable(),
  slowestS: z.number().nullable(),
  unanswered: z.number().int(),
  questions: z.number().int(),
  /** Questions of which every must point was told. */
  answered: z.number().int(),
  faults: z.number().int(),
  /** The family with the most faults, or an empty text. */
  worstFamily: z.string(),
  windows: z.number().int(),
  taken: z.number().int(),
  /** The customer's mood at the end, 0–100. */
  mood: z.number(),
});
export type ServiceRow = z.infer<typeof serviceRowSchema>;

const question = z.discriminatedUnion('kind', [
  z.strictObject({
    id: z.string(),
    kind: z.literal('choice'),
    text: z.string(),
    options: z.array(z.string()),
    answers: z.array(z.string()),
    worked: z.string(),
  }),
  z.strictObject({
    id: z.string(),
    kind: z.literal('number'),
    text: z.string(),
    unit: z.string(),
    answer: z.number(),
    /** How far an accepted answer may lie from `answer`. */
    within: z.number(),
    worked: z.string(),
  }),
]);
export type AnalysisQuestion = z.infer<typeof question>;

export const analysisSchema = z.strictObject({
  /** Name of the run; empty for one's own drills. */
  run: z.string(),
  /** Oldest first. */
  rows: z.array(serviceRowSchema),
  /** Three where there are rows enough to ask about, else fewer. */
  questions: z.array(question),
  /** First responses within so many seconds are in time: the passing line of the rubric's first tier. */
  passS: z.number(),
});
export type Analysis = z.infer<typeof analysisSchema>;
