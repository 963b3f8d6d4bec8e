/** Turns of the trainee's own drill that are done again (RULES N7), as the report shows them. */
import type { DrillSummary } from '#contract/bodies.ts';
import type { Report } from '#contract/report.ts';
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

/**
 * Model wordings that mustn't be read first: those of a turn whose retry is open and of the questions that wait in it,
 * wherever on the page they stand.
 */
export const coveredWords = ({ findings, ledger }: Report, retries: DrillRetries | null): ReadonlySet<string> => {
  const open = retries?.turns.filter((turn) => turn.open !== null) ?? [];
  const words = open.flatMap((turn) => [
    ...findings.filter((one) => one.conversation === turn.conversation && one.turn === turn.turn),
    ...ledger.filter((row) => row.conversation === turn.conversation && turn.questions.includes(row.question)),
  ]);
  return new Set(words.flatMap(({ better }) => better ?? []));
};

/** `?turn=c1:2` in the address; null when it names no turn. */
export const turnOfAddress = (value: string | null): TurnPlace | null => {
  const match = /^([^:]+):(\d{1,5})$/.exec(value ?? '');
  return match?.[1] === undefined ? null : { conversation: match[1], turn: Number(match[2]) };
};

export const triesId = ({ conversation, turn }: TurnPlace): string => `tries-${conversation}-${turn}`;
