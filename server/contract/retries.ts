/** A turn, or a silence, that its trainee does again, and how each try went (RULES N7). */
import { z } from 'zod';
import type { Failure } from './errors.ts';

/**
 * The turn of a drill to do again, or the silence before it. `since`: drill time from which nothing was said; null:
 * the turn's own words are done again.
 */
export const retrySchema = z.strictObject({
  conversation: z.string().min(1).max(100),
  turn: z.number().int().min(1).max(10_000),
  since: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable().default(null),
});
export type TurnPlace = z.infer<typeof retrySchema>;

/** A question that was open in the turn, and how the turn answered it. */
export type AttemptQuestion = {
  question: string;
  text: string;
  /** Null: nothing was answered at all. */
  answer: 'answered' | 'partial' | 'vague' | 'evaded' | 'clarifying' | 'held' | 'not-recognised' | 'untouched' | null;
  points: { id: string; text: string; must: boolean; state: 'covered' | 'wrong' | 'unsure' | 'missed' }[];
};

/**
 * How many seconds nothing was said, how often the customer nudged meanwhile, and how the silence ended: the customer
 * left, the window passed, the trainee ended the drill, or none of these.
 */
export type Silence = { seconds: number; nudges: number; how: 'left' | 'missed' | 'ended' | 'waited' };

/** One attempt at the turn. */
export type Attempt = {
  /** Null where something was said or done that counts as a reply, or where the turn's own words are done again. */
  silence: Silence | null;
  /** The trainee's messages, in order. */
  said: string[];
  /** Titles of the actions done. */
  did: string[];
  /** Seat seconds to the first words: in the original since the customer spoke, in a retry since 开始. Null: none came. */
  seconds: number | null;
  questions: AttemptQuestion[];
  /** Faults in these words; `unsure`: 待核 until a person upholds or dismisses it. */
  faults: { title: string; unsure: boolean }[];
  /** How well the turn did its work (RULES M8); null where nothing was owed. */
  grade: 'excellent' | 'pass' | 'weak' | 'fail' | null;
  /** 待核: the grade may still turn out otherwise. */
  unsure: boolean;
  /** The words with which the customer reacts. */
  reaction: string;
};
/** `than`: compared with the original by the rubric's own count; `unsure` while 待核 leaves it open. */
export type RetryAttempt = Attempt & { drill: string; endedAt: number; than: 'better' | 'same' | 'worse' | 'unsure' };

export type RetriedTurn = TurnPlace & { original: Attempt; tries: RetryAttempt[] };

export type DrillRetries = {
  /**
   * Everything that can be done again, in order of time: the messages and cards of a turn (none of a silence), the keys
   * of the findings that are done again there, and the principal's own retry that is still open.
   */
  places: (TurnPlace & { messages: string[]; findings: string[]; questions: string[]; open: string | null })[];
  /** Those with a finished try, in order of time. */
  tried: RetriedTurn[];
  /** Whether the drill is the principal's own: nobody does another trainee's turn again. */
  own: boolean;
  /** Why no retry can be opened now, or null. */
  refused: Failure | null;
};
