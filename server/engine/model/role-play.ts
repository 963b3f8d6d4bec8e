/** What a person who plays the customer may say and do (RULES J28–J31). */
import type { Outcome } from './content.ts';

/** Moods that can be chosen, from pleased to angry, by the words the desk shows, as 0–100; `customer.mood` of a case has the same scale. */
export const PLAYED_MOODS = { pleased: 90, calm: 70, anxious: 50, upset: 30, angry: 10 } as const;
export type PlayedMood = keyof typeof PLAYED_MOODS;

/** Longest line, in UTF-16 units, and most lines in a row before the trainee says a word. */
export const LINE_MAX = 200;
export const LINES_IN_A_ROW = 12;

/**
 * `say`: words, and the case's line they stand for, whose questions open with them. `asked`: the line was said in words
 * sent before. `leave`: the story ends.
 */
export type PlayerAct =
  | { do: 'ready' }
  | { do: 'say'; text: string; beat: string | null }
  | { do: 'asked'; beat: string }
  | { do: 'mood'; mood: PlayedMood }
  | { do: 'pay' }
  | { do: 'leave'; how: 'content' | 'angry' };

/** Endings of a role play have no text in the case: their ids. */
export const PLAYED_ENDINGS = { content: 'played-content', angry: 'played-angry' } as const;
export const outcomeOfPlayed = (how: 'content' | 'angry', hasPaid: boolean): Outcome => {
  if (how === 'angry') return 'lost';
  return hasPaid ? 'paid' : 'kept';
};
