import { failure, type Reply } from '#contract/errors.ts';
import type { Replay } from '#contract/replay.ts';
import type { ContentCache } from '#drills/catalog/content-cache.ts';
import { createPresenter } from '#drills/present/present.ts';
import type { Storage } from '#storage/storage.ts';
import { readLog } from './drill-log.ts';

/**
 * An ended drill as its desk saw it, presented again from the log. `isStaff`: as staff who watched it saw it, with the
 * ledger in every mode. `includesUnfinished`: also a drill that hasn't ended, as far as it has come.
 */
export const replayOf = async (
  storage: Pick<Storage, 'drill' | 'read'>,
  contents: ContentCache,
  drillId: string,
  isStaff: boolean,
  includesUnfinished = false,
): Promise<Reply<Replay>> => {
  const row = await storage.drill(drillId);
  if (row === null) return { ok: false, error: failure('unknown-drill') };
  if (row.state !== 'ended' && !includesUnfinished) return { ok: false, error: failure('report-not-ready') };
  const present = createPresenter(await contents.get(row.contentHash), isStaff);
  const events = (await readLog(storage, drillId)).flatMap(({ seq, event }) =>
    present(event).map((wireEvent) => ({ seq, event: wireEvent })),
  );
  return { ok: true, value: { events } };
};
