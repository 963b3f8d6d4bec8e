import { randomBytes } from 'node:crypto';
import type { Run, RunEntry, RunEntryKind } from '#storage/runs.ts';

/** An id that nobody can guess. Its letter tells what kind of thing it names. */
export const newId = (letter: string): string => `${letter}${randomBytes(12).toString('base64url')}`;

/** An entry of a run's log. `personId`: who did it; null: the run's clock. */
export const entryOf = (
  run: Pick<Run, 'id'>,
  at: number,
  personId: string | null,
  kind: RunEntryKind,
  seat: string | null = null,
  body: RunEntry['body'] = {},
): RunEntry => ({ id: newId('e'), run: run.id, at, by: personId, kind, seat, body });

/**
 * The entry for a time in which the server was asleep or down while the run's clock ran. No seat's connection counts
 * as lost then.
 */
export const awayEntry = (run: Pick<Run, 'id'>, from: number, until: number): RunEntry =>
  entryOf(run, from, null, 'away', null, { until });
