/** Turns and silences of the trainee's own drill that are done again (RULES N7), as the report shows them. */

import { type Answer, call } from '#client/lib/api.ts';
import type { DrillSummary } from '#contract/bodies.ts';
import type { Report } from '#contract/report.ts';
import type { DrillRetries, RetriedTurn, TurnPlace } from '#contract/retries.ts';

export type Retryable = DrillRetries['places'][number];

/** The new drill, or the one that is open already. */
export const openRetry = (drill: string, { conversation, turn, since }: TurnPlace): Promise<Answer<DrillSummary>> =>
  call('POST /api/drills/:id/redos', { id: drill }, { conversation, turn, since });

export const isSamePlace = (place: TurnPlace, other: TurnPlace): boolean =>
  place.conversation === other.conversation && place.turn === other.turn && place.since === other.since;

export const attemptsOf = ({ tried }: DrillRetries, place: TurnPlace): RetriedTurn | null =>
  tried.find((turn) => isSamePlace(turn, place)) ?? null;

/**
 * Model wordings to hide before a retry: those of a place whose retry is open and of the questions that wait there,
 * wherever they stand on the page.
 */
export const hiddenWordings = ({ findings, ledger }: Report, retries: DrillRetries | null): ReadonlySet<string> => {
  const openPlaces = retries?.places.filter((place) => place.open !== null) ?? [];
  const rows = openPlaces.flatMap((place) => [
    ...findings.filter(({ key }) => place.findings.includes(key)),
    ...ledger.filter((row) => row.conversation === place.conversation && place.questions.includes(row.question)),
  ]);
  return new Set(rows.flatMap(({ better }) => better ?? []));
};

/** `?turn=c1:2`, of a silence `?turn=c1:2:48000`; null when it names none. */
export const placeOfAddress = (value: string | null): TurnPlace | null => {
  const match = /^([^:]+):(\d{1,5})(?::(\d{1,12}))?$/.exec(value ?? '');
  if (match?.[1] === undefined) return null;
  return { conversation: match[1], turn: Number(match[2]), since: match[3] === undefined ? null : Number(match[3]) };
};

export const addressOf = ({ conversation, turn, since }: TurnPlace): string =>
  `${encodeURIComponent(conversation)}:${turn}${since === null ? '' : `:${since}`}`;

export const attemptsId = ({ conversation, turn, since }: TurnPlace): string =>
  `tries-${conversation}-${turn}${since === null ? '' : `-${since}`}`;
