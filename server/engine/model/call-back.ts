/** A promise in words to be back by a later hour or day: 22:00前给您回话 (RULES J173). */
import type { DrillMs } from './events.ts';
import type { TurnJudgement } from './turn-judgement.ts';

/** Words that come so long after the promise are a visit of their own; earlier ones are still the same talk. */
const VISIT_MS = 60_000;

type SaidBack = Pick<TurnJudgement, 'callsBack' | 'takesLeave' | 'acts' | 'text' | 'firstAt' | 'lastAt'>;

/**
 * When it was promised last, drill time; null: never, or the trainee has been back since. `isOver`: the customer's story was
 * over before this turn. Until then answers to other questions keep no promise, and a goodbye never does.
 */
export const callBackAfter = (promisedAt: DrillMs | null, turn: SaidBack, isOver: boolean): DrillMs | null => {
  if (turn.callsBack) return turn.lastAt;
  if (promisedAt === null) return null;
  const isLeave = turn.takesLeave === true || turn.acts.includes('goodbye');
  const isBack = isOver && turn.text !== '' && !isLeave && turn.firstAt - promisedAt >= VISIT_MS;
  return isBack ? null : promisedAt;
};
