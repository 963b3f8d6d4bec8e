import { failure, type Reply } from '#contract/errors.ts';
import type { Replay } from '#contract/replay.ts';
import type { ContentCache } from '#drills/catalog/content-cache.ts';
import { createPresenter } from '#drills/present/present.ts';
import type { Storage } from '#storage/storage.ts';
import { readLog } from './drill-log.ts';

/**
 * An ended drill as its desk saw it, presented anew from the log. With `staff`: as staff who watched it saw it, with
 * the ledger in every mode. `sofar`: also one that hasn't ended, as far as it has come.
 */
export async function replayOf(
  storage: Pick<Storage, 'drill' | 'read'>,
  contents: ContentCache,
  drillId: string,
  staff: boolean,
  sofar = false,
): Promise<Reply<Replay>> {
  const row = await storage.drill(drillId);
  if (row === null) return { ok: false, error: failure('unknown-drill') };
  if (row.state !== 'ended' && !sofar) return { ok: false, error: failure('report-not-ready') };
  const present = createPresenter(await contents.get(row.contentHash), staff);
  const events = (await readLog(storage, drillId)).flatMap(({ seq, event }) =>
    present(event).map((wire) => ({ seq, event: wire })),
  );
  return { ok: true, value: { events } };
}
