/** 政策解读: a card to be said in two plain sentences to a customer. Before an answer is judged nothing of its key is told. */
import { z } from 'zod';

/** Most characters of an answer. */
export const LONGEST_READING = 300;
export const readingAnswerSchema = z.strictObject({ text: z.string().trim().min(1).max(LONGEST_READING) });
export const readingParams = z.object({ id: z.string().regex(/^[a-z0-9-]{1,60}$/) });

const citedCard = { title: z.string(), text: z.string(), source: z.string() };
export const readingMenuSchema = z.strictObject({
  readings: z.array(
    z.strictObject({
      id: z.string(),
      shop: z.string(),
      shopName: z.string(),
      customer: z.string(),
      card: z.strictObject(citedCard),
    }),
  ),
});
export type ReadingMenu = z.infer<typeof readingMenuSchema>;

/** 1: it passes; 0.5: it would, but for doubt, length or the card's own words; 0: it doesn't. */
export const readingVerdictSchema = z.strictObject({
  credit: z.union([z.literal(0), z.literal(0.5), z.literal(1)]),
  sentences: z.array(
    z.strictObject({
      text: z.string(),
      /** Points told here, and told wrong here, in the key's words. */
      tells: z.array(z.string()),
      wrong: z.array(z.string()),
      /** What a card has otherwise. `surely` false: perhaps. */
      against: z.array(z.strictObject({ said: z.string(), title: z.string(), text: z.string(), surely: z.boolean() })),
      redLines: z.array(z.strictObject({ name: z.string(), said: z.string(), surely: z.boolean() })),
      tone: z.enum(['cold', 'impatient', 'hostile']).nullable(),
    }),
  ),
  points: z.array(
    z.strictObject({ id: z.string(), says: z.string(), state: z.enum(['told', 'unsure', 'wrong', 'missed']) }),
  ),
  tone: z.enum(['cold', 'impatient', 'hostile']).nullable(),
  isLong: z.boolean(),
  isCopied: z.boolean(),
  model: z.string(),
});
export type ReadingVerdict = z.infer<typeof readingVerdictSchema>;
