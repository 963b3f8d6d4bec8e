import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'runs'>; clock: Pick<Clock, 'now'>; changed(runId: string): void };

/**
 * Lets a run's trainees read their reports, or stops it again (RULES M6). The run's log keeps it, and every page that
 * shows the run is told.
 */
export async function publish(
  { storage, clock, changed }: Needs,
  run: Run,
  by: string,
  isPublished: boolean,
): Promise<number | null> {
  if ((run.publishedAt !== null) === isPublished) return run.publishedAt;
  const now = clock.now();
  const publishedAt = isPublished ? now : null;
  await storage.runs.changeRun({ ...run, publishedAt });
  await storage.runs.addLog(entryOf(run, now, by, isPublished ? 'publish' : 'unpublish'));
  changed(run.id);
  return publishedAt;
}
