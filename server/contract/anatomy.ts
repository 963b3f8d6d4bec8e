/** Where the seconds of a drill's rounds went, as the report shows it. */
import { z } from 'zod';

/**
 * Parts of a wait in order: until it was opened, until the first card or key, from the first card to the first key,
 * from there on. Time that went to other customers since it was opened is `elsewhere`; what no browser time explains is `untimed`.
 */
export const segmentKind = z.enum(['unseen', 'thought', 'looked-up', 'typed', 'elsewhere', 'untimed']);
export type SegmentKind = z.infer<typeof segmentKind>;

/** A round that got a reply, and where its seconds went by the browser's own clock. Never scored. */
export const anatomyRoundSchema = z.strictObject({
  conversation: z.string(),
  name: z.string(),
  /** Drill time at which the round began. */
  at: z.number().int(),
  /** The question that the customer asked, else the customer's words. */
  about: z.string(),
  /** Server seconds of the wait, from the end of the burst; the segments add up to it. */
  seconds: z.number(),
  grade: z.enum(['excellent', 'pass', 'weak', 'fail', 'interrupted', 'void']),
  segments: z.array(z.strictObject({ kind: segmentKind, seconds: z.number() })),
  /** Customers who waited while this one wasn't opened, and the unopened seconds in which no other customer waited. */
  waiting: z.array(z.string()),
  aloneSeconds: z.number(),
  /** Cards opened, in order; those opened after the first key are part of the typing. */
  cards: z.array(z.strictObject({ title: z.string(), whileTyping: z.boolean() })),
  /** Characters; null where the browser sent no times. */
  typed: z.number().int().nullable(),
  deleted: z.number().int().nullable(),
  /** How the reply was made. A `card` is sent by an action, which the browser doesn't time. */
  how: z.enum(['typed', 'quick-reply', 'pasted', 'card']),
  phrase: z.string().nullable(),
  /** Seconds that were cut off because the browser's times went past the server's. */
  cut: z.number().nullable(),
});
export type AnatomyRound = z.infer<typeof anatomyRoundSchema>;

/** Messages that were pasted, or that came faster than a hand types as far as the desk tells; never scored. */
export const pastedTextSchema = z.strictObject({
  /** All messages of the trainee. */
  messages: z.number().int(),
  pasted: z.number().int(),
  fast: z.number().int(),
  /** Sentences that say how many of each there were, with an example and its seconds, and that it is no fault. */
  said: z.array(z.string()),
});
export type PastedText = z.infer<typeof pastedTextSchema>;

/** Where the waiting went, and which of the four causes of slowness it points at (docs/trade.md §2). */
export const anatomySchema = z.strictObject({
  rounds: z.array(anatomyRoundSchema),
  cause: z.strictObject({ id: z.enum(['tool', 'product', 'nerves', 'clock']), title: z.string() }).nullable(),
  /** One sentence with the cause's figures; without a cause it says why none can be told. */
  evidence: z.string(),
  /** The date of the thresholds for a cause; null where the rubric has none. */
  linesDate: z.string().nullable(),
  /** Null where nothing was pasted or too fast; absent in older reports. */
  brought: pastedTextSchema.nullable().optional(),
});
export type Anatomy = z.infer<typeof anatomySchema>;
