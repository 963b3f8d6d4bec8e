import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'runs'>; clock: Pick<Clock, 'now'>; onRunChanged(runId: string): void };

/**
 * Lets a run's trainees read their reports, or stops it again (RULES M6). The run's log keeps it, and every page that
 * shows the run is told.
 */
export const publish = async (
  { storage, clock, onRunChanged }: Needs,
  run: Run,
  staffId: string,
  isPublished: boolean,
): Promise<number | null> => {
  if ((run.publishedAt !== null) === isPublished) return run.publishedAt;
  const now = clock.now();
  const publishedAt = isPublished ? now : null;
  await storage.runs.changeRun({ ...run, publishedAt });
  await storage.runs.addLog(entryOf(run, now, staffId, isPublished ? 'publish' : 'unpublish'));
  onRunChanged(run.id);
  return publishedAt;
};
