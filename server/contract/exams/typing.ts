/** The typing part of an exam at its seat, what a trainee appeals of it and what the teacher rules. Times are epoch milliseconds. */
import { z } from 'zod';
import type { EarlierAppeal } from '#contract/discussion.ts';

/** How fast and how exactly somebody typed: whole characters a minute; accuracy 0 to 1, null where nothing was typed. */
export type TypedFigures = { speed: number; accuracy: number | null };

/** A typing part as its seat has it. `texts`: none before it has begun. */
export type TypingSeat = {
  phase: 'elsewhere' | 'before' | 'open' | 'over';
  seat: { id: string; name: string };
  exam: string;
  minutes: number;
  ms: number;
  begunAt: number | null;
  texts: { id: string; text: string }[];
  /** What stands typed, text by text, and what the page counted so far. */
  typed: string[];
  left: number;
  pasted: number;
  now: number;
};
export const typedSchema = z.strictObject({
  /** What stands in the field, and stood there at the end of each text before. */
  typed: z.array(z.string().max(2000)).max(60),
  /** How often the page was left and something was pasted, since the part began. */
  left: z.int().min(0).max(10_000),
  pasted: z.int().min(0).max(10_000),
  /** The time is up, or the trainee has finished. */
  done: z.boolean(),
});
export type Typed = z.infer<typeof typedSchema>;

/** Longer than any field takes: a text that is only somewhat too long gets a refusal that says so. */
const words = z.string().max(8000);

export const typingAppealSchema = z.strictObject({ text: words });
/** `aside`: the sitting counts as none, with what it came to; else its figure stays. */
export const typingRulingSchema = z.strictObject({ aside: z.boolean(), reason: words });

/** `by`: a name. */
export type TypingRuled = { aside: boolean; reason: string; by: string; at: number };
/** As of a question of a paper. */
export type TypingDispute = {
  appeal: { text: string; at: number } | null;
  ruling: TypingRuled | null;
  waits: boolean;
  earlier: EarlierAppeal<TypingRuled>[];
};
/** One's own typing at a seat: what it came to by itself, and what was said of it. */
export type OwnTyping = {
  mark: number;
  figures: TypedFigures;
  dispute: TypingDispute | null;
  /** Where it lost something, none waits, and it wasn't appealed as often as it may be. */
  mayAppeal: boolean;
};
/** A seat's typing as staff read it, once nothing more is typed there. */
export type ReadTyping = {
  seat: { id: string; no: string; name: string };
  run: { id: string; name: string; className: string | null };
  minutes: number;
  begunAt: number | null;
  endedAt: number | null;
  /** Null: nothing was typed in time. */
  mark: number | null;
  figures: TypedFigures | null;
  /** Text by text, as far as the seat came. */
  texts: { text: string; typed: string }[];
  left: number;
  pasted: number;
  devices: number;
  /** Whether typing is all that the exam has: set aside, its whole is nought until it is sat again. */
  isOnlyPart: boolean;
  dispute: TypingDispute | null;
};
