/** Conversations as service data: rows a trainee filters, charts and answers questions about. */
import { z } from 'zod';
import { hotSpotsSchema } from '#contract/service-data/hot-spots.ts';

/**
 * One conversation of a drill, or one row of a school's own table: a conversation, or what an agent did on a day. Seconds of
 * a drill are seat seconds; null where there was nothing to measure, or the table doesn't say.
 */
export const serviceRowSchema = z.strictObject({
  id: z.string(),
  /** The trainee, in a class: a name for staff, 同学 3 for trainees; empty for one's own conversations. */
  who: z.string(),
  /** When the drill was opened, epoch milliseconds. */
  at: z.number(),
  /** The last day of a row that is of several days, its first moment; `at` is the first day then. */
  until: z.number().optional(),
  customer: z.string(),
  title: z.string(),
  type: z.string(),
  outcome: z.string(),
  /** 1–5 as the customer rated, or null. */
  rating: z.number().nullable(),
  /** Seconds from the customer's arrival to the end. */
  lastedS: z.number().nullable(),
  rounds: z.number().int().nullable(),
  customerMessages: z.number().int().nullable(),
  traineeMessages: z.number().int().nullable(),
  firstS: z.number().nullable(),
  meanS: z.number().nullable(),
  slowestS: z.number().nullable(),
  unanswered: z.number().int().nullable(),
  questions: z.number().int().nullable(),
  /** Questions of which every must point was told. */
  answered: z.number().int().nullable(),
  faults: z.number().int().nullable(),
  /** The family with the most faults, or an empty text. */
  worstFamily: z.string(),
  windows: z.number().int().nullable(),
  taken: z.number().int().nullable(),
  /** The customer's mood at the end, 0–100. */
  mood: z.number().nullable(),
  /** The kind of complaint; empty where there is none, and for drills. */
  complaint: z.string(),
  /** How many customers the row is of: 1 for a conversation. Means of several rows are weighted by it. */
  served: z.number().int(),
  /** Of these how many enquired before buying, and how many bought; null: the table doesn't say. */
  enquirers: z.number().int().nullable(),
  buyers: z.number().int().nullable(),
  /** Percent of the enquirers who bought; yuan for each buyer; percent of the ratings that were satisfied. */
  conversion: z.number().nullable(),
  basket: z.number().nullable(),
  satisfied: z.number().nullable(),
  /** Customers a day on average, of a table over several days. */
  perDay: z.number().nullable().optional(),
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
  /** `conversations`, `agent-days`: what one row of a school's own table is. */
  kind: z.enum(['drills', 'conversations', 'agent-days']),
  /** Name of the run or the table; empty for one's own drills. */
  run: z.string(),
  /** Oldest first. */
  rows: z.array(serviceRowSchema),
  /** Three where there are rows enough to ask about, else fewer. */
  questions: z.array(question),
  /** First responses within so many seconds are in time: the passing line of the rubric's first tier. */
  passS: z.number(),
  hotSpots: hotSpotsSchema,
});
export type Analysis = z.infer<typeof analysisSchema>;
