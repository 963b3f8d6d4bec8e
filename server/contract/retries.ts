/** A turn, or a silence, that its trainee does again, and how each try went (RULES N7). */
import { z } from 'zod';
import type { Failure } from './errors.ts';

/**
 * What of a drill to do again: a turn, or the silence before it. `since`: drill time from which nothing was said there;
 * null: the turn's own words.
 */
export const retrySchema = z.strictObject({
  conversation: z.string().min(1).max(100),
  turn: z.number().int().min(1).max(10_000),
  since: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).nullable().default(null),
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

/**
 * How long nothing was said, how often the customer asked after it meanwhile, and how that ended: they left, the chance
 * passed, the trainee ended the drill, or none of these.
 */
export type Silence = { seconds: number; nudges: number; how: 'left' | 'missed' | 'ended' | 'waited' };

/** The turn as it was taken once. */
export type Attempt = {
  /** Null where something was said or done that counts as a reply, or a turn's own words are the matter. */
  silence: Silence | null;
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
export type TriedAgain = Attempt & { drill: string; endedAt: number; than: 'better' | 'same' | 'worse' | 'unsure' };

export type RetriedTurn = TurnPlace & { original: Attempt; tries: TriedAgain[] };

export type DrillRetries = {
  /**
   * Everything that can be done again, in order of time: the messages and cards of a turn (none of a silence), the keys
   * of the findings that are done again there, and the principal's own retry that is still open.
   */
  places: (TurnPlace & { messages: string[]; findings: string[]; questions: string[]; open: string | null })[];
  /** Those with a finished try, in order of time. */
  tried: RetriedTurn[];
  /** Whether it is the principal's own drill; only theirs is done again. */
  own: boolean;
  /** Why no retry can be opened now, or null. */
  refused: Failure | null;
};
