/** Where the seconds of a drill's rounds went, as the report shows it. */
import { z } from 'zod';

/** Parts of a wait in the order they happen: not opened, thought, from the first card to the first key, from there on. */
export const segmentKind = z.enum(['unseen', 'thought', 'looked-up', 'typed', 'untimed']);
export type SegmentKind = z.infer<typeof segmentKind>;

/** A round that got a reply, and where its seconds went by the browser's own clock. Never scored. */
export const anatomyRoundSchema = z.strictObject({
  conversation: z.string(),
  name: z.string(),
  /** When the round began. */
  at: z.number().int(),
  /** What the customer asked, else the words. */
  about: z.string(),
  /** Server seconds of the round; the segments add up to it. */
  seconds: z.number(),
  grade: z.enum(['excellent', 'pass', 'weak', 'fail', 'interrupted', 'void']),
  segments: z.array(z.strictObject({ kind: segmentKind, seconds: z.number() })),
  /** Other customers who waited while it wasn't opened, and the unopened seconds in which nobody else did. */
  waiting: z.array(z.string()),
  aloneSeconds: z.number(),
  /** Cards opened, in order; those opened after the first key are part of the typing. */
  cards: z.array(z.strictObject({ title: z.string(), whileTyping: z.boolean() })),
  /** Characters; null without times. */
  typed: z.number().int().nullable(),
  deleted: z.number().int().nullable(),
  /** How the reply came to be; a card is sent by an action, which the browser doesn't time. */
  how: z.enum(['typed', 'quick-reply', 'pasted', 'card']),
  phrase: z.string().nullable(),
  /** Seconds by which the browser's times went past the server's, and were cut. */
  cut: z.number().nullable(),
});
export type AnatomyRound = z.infer<typeof anatomyRoundSchema>;

/** Messages that were pasted, or there faster than a hand types (at the desk's own word); never scored. */
export const pastedTextSchema = z.strictObject({
  /** All the trainee sent. */
  messages: z.number().int(),
  pasted: z.number().int(),
  fast: z.number().int(),
  /** How many of each, with an example and its seconds; then that it is no fault. */
  said: z.array(z.string()),
});
export type PastedText = z.infer<typeof pastedTextSchema>;

/** Where the waiting went, and which of the four causes of slowness it points at (docs/trade.md §2). */
export const anatomySchema = z.strictObject({
  rounds: z.array(anatomyRoundSchema),
  cause: z.strictObject({ id: z.enum(['tool', 'product', 'nerves', 'clock']), title: z.string() }).nullable(),
  /** One sentence with its figures; without a cause, why none can be told. */
  evidence: z.string(),
  /** When the lines of the cause were set; null where the rubric has none. */
  linesDate: z.string().nullable(),
  /** Null where nothing was; absent in older reports. */
  brought: pastedTextSchema.nullable().optional(),
});
export type Anatomy = z.infer<typeof anatomySchema>;
