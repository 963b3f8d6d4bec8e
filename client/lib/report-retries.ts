/** Turns of the trainee's own drill that are done again (RULES N7), as the report shows them. */
import type { DrillSummary } from '#contract/bodies.ts';
import type { DrillRetries, RetriedTurn, TurnPlace } from '#contract/retries.ts';
import { type Answer, post } from './api.ts';
import { endpoints } from './endpoints.ts';

export type Retryable = DrillRetries['turns'][number];

/** The new drill, or the one that is open already. */
export const openRetry = (drill: string, { conversation, turn }: TurnPlace): Promise<Answer<DrillSummary>> =>
  post(endpoints.redos(drill), { conversation, turn });

export const sameTurn = (one: TurnPlace, other: TurnPlace): boolean =>
  one.conversation === other.conversation && one.turn === other.turn;

/** The turns these words and cards belong to, in order of time. */
export const turnsWith = ({ turns }: DrillRetries, conversation: string, ids: readonly string[]): Retryable[] =>
  turns.filter((turn) => turn.conversation === conversation && turn.messages.some((id) => ids.includes(id)));

export const triesOf = ({ tried }: DrillRetries, place: TurnPlace): RetriedTurn | null =>
  tried.find((one) => sameTurn(one, place)) ?? null;

/** Whether a retry that waits for this question's answer is open: the model answer must not be read first. */
export const isOpenQuestion = (
  retries: DrillRetries | null,
  { conversation, question }: { conversation: string; question: string },
): boolean =>
  retries?.turns.some(
    (turn) => turn.open !== null && turn.conversation === conversation && turn.questions.includes(question),
  ) ?? false;

/** `?turn=c1:2` in the address; null when it names no turn. */
export const turnOfAddress = (value: string | null): TurnPlace | null => {
  const match = /^([^:]+):(\d{1,5})$/.exec(value ?? '');
  return match?.[1] === undefined ? null : { conversation: match[1], turn: Number(match[2]) };
};

export const triesId = ({ conversation, turn }: TurnPlace): string => `tries-${conversation}-${turn}`;
