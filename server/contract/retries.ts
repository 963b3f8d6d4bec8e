/** A turn that its trainee does again, and how each try went (RULES N7). */
import { z } from 'zod';
import type { Failure } from './errors.ts';

/** Which turn of a drill to do again. */
export const retrySchema = z.strictObject({
  conversation: z.string().min(1).max(100),
  turn: z.number().int().min(1).max(10_000),
});
export type TurnPlace = z.infer<typeof retrySchema>;

/** A question that waited in the turn, and what the turn made of it. */
export type TriedQuestion = {
  question: string;
  text: string;
  /** Null: nothing was answered at all. */
  answer: 'answered' | 'partial' | 'vague' | 'evaded' | 'clarifying' | 'held' | 'not-recognised' | 'untouched' | null;
  points: { id: string; text: string; must: boolean; state: 'covered' | 'wrong' | 'unsure' | 'missed' }[];
};

/** The turn as it was taken once. */
export type Attempt = {
  /** The trainee's messages, in order. */
  said: string[];
  /** Titles of the actions done. */
  did: string[];
  /** Seat seconds to the first words: of the original since the customer spoke, of a try since 开始. Null: none came. */
  seconds: number | null;
  questions: TriedQuestion[];
  /** Faults in these words; `unsure`: 待核, counted only once upheld. */
  faults: { title: string; unsure: boolean }[];
  /** How well the turn did its work (RULES M8); null where nothing was owed. */
  grade: 'excellent' | 'pass' | 'weak' | 'fail' | null;
  /** 待核: the grade may still turn out otherwise. */
  unsure: boolean;
  /** The customer's words over it. */
  reaction: string;
};
/** `than`: against the original by the rubric's own count; `unsure` while 待核 leaves it open. */
export type Try = Attempt & { drill: string; endedAt: number; than: 'better' | 'same' | 'worse' | 'unsure' };

export type RetriedTurn = TurnPlace & { original: Attempt; tries: Try[] };

export type DrillRetries = {
  /** Every turn that can be done again: its messages and cards, and the asker's own retry that is still open. */
  turns: (TurnPlace & { messages: string[]; questions: string[]; open: string | null })[];
  /** Turns with a finished try, in order of time. */
  tried: RetriedTurn[];
  /** Whether it is the asker's own drill; only theirs is done again. */
  own: boolean;
  /** Why no retry can be opened now, or null. */
  refused: Failure | null;
};
