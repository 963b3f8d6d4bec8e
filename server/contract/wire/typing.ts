/** Texts to type, for everybody: nothing in them is a key. */
import { z } from 'zod';

const textSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  shop: z.string(),
  shopName: z.string(),
  text: z.string(),
});
export type TypingText = z.infer<typeof textSchema>;

export const typingSchema = z.strictObject({
  /** Characters a minute from which it passes and is excellent, as the newest rubric has them; null: it has none. */
  rates: z.strictObject({ pass: z.number(), excellent: z.number() }).nullable(),
  long: z.array(textSchema),
  short: z.array(textSchema),
  /** For beginners: each phrase is typed `rounds` times at `accuracy` (0–1) or better. */
  phrases: z
    .strictObject({
      rounds: z.int(),
      accuracy: z.number(),
      phrases: z.array(z.strictObject({ id: z.string(), text: z.string() })),
    })
    .nullable(),
});
export type TypingTexts = z.infer<typeof typingSchema>;
