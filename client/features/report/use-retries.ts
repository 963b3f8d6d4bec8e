import { createContext, useContext } from 'react';
import type { ReportFinding } from '#contract/report.ts';
import type { DrillRetries } from '#contract/retries.ts';
import { type Retryable, turnsWith } from '../../lib/report-retries.ts';
import type { Exchange } from './exchanges.ts';

/**
 * `retries`: null until they are loaded. `failed`: they couldn't be; asks again. `covered`: model wordings not to be
 * read before an open retry is done.
 */
export type RetriesOfDrill = {
  drillId: string;
  retries: DrillRetries | null;
  failed: (() => void) | null;
  covered: ReadonlySet<string>;
};
export const RetriesContext = createContext<RetriesOfDrill>({
  drillId: '',
  retries: null,
  failed: null,
  covered: new Set(),
});
export const useRetries = (): RetriesOfDrill => useContext(RetriesContext);

export const turnsOfExchange = (retries: DrillRetries | null, { conversation, lines }: Exchange): Retryable[] =>
  retries === null
    ? []
    : turnsWith(
        retries,
        conversation.conversation,
        lines.map(({ id }) => id),
      );

/** The turn to do again for a finding: its own, else (a silence) the last one of these words. */
export const turnOfFinding = (
  retries: DrillRetries | null,
  exchange: Exchange,
  { conversation, turn }: ReportFinding,
): Retryable | null => {
  const own = retries?.turns.find((one) => one.conversation === conversation && one.turn === turn);
  return own ?? turnsOfExchange(retries, exchange).at(-1) ?? null;
};
