import { createContext, useContext } from 'react';
import type { Retryable } from '#client/lib/reports/report-retries.ts';
import type { ReportFinding } from '#contract/report.ts';
import type { DrillRetries } from '#contract/retries.ts';
import type { Exchange } from './exchanges.ts';

/**
 * `retries`: null until loaded. `reload`: only after loading has failed. `hiddenWordings`: model wordings
 * hidden until an open retry is done.
 */
export type RetriesOfDrill = {
  drillId: string;
  retries: DrillRetries | null;
  reload: (() => void) | null;
  hiddenWordings: ReadonlySet<string>;
};
export const RetriesContext = createContext<RetriesOfDrill>({
  drillId: '',
  retries: null,
  reload: null,
  hiddenWordings: new Set(),
});
export const useRetries = (): RetriesOfDrill => useContext(RetriesContext);

/** What can be done again in this exchange: its turns, and the silences shown beside it. */
export const placesOfExchange = (
  retries: DrillRetries | null,
  { conversation, lines, findings }: Exchange,
): Retryable[] =>
  (retries?.places ?? []).filter(
    (place) =>
      place.conversation === conversation.conversation &&
      (place.since === null
        ? lines.some(({ id }) => place.messages.includes(id))
        : findings.some(({ key }) => place.findings.includes(key))),
  );

/** Where a finding is done again; null: nowhere. */
export const placeOfFinding = (retries: DrillRetries | null, { key }: ReportFinding): Retryable | null =>
  retries?.places.find(({ findings }) => findings.includes(key)) ?? null;
