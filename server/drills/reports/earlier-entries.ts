import type { Clock } from '#common/clock.ts';
import { ThreadGone } from '#common/worker-queue.ts';
import type { PortfolioEntry } from '#contract/portfolio.ts';
import { inLanguage, language } from '#i18n/language.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { entryFor, keepEntry, keptEntry } from './portfolio-entries.ts';
import type { Score } from './scorer.ts';

/** An earlier drill as it is kept, and the goal it set in the reader's language; null = counts nowhere. */
export function createEarlierEntries(
  score: Score,
  storage: Storage,
  clock: Pick<Clock, 'now'>,
): (row: DrillRow) => Promise<PortfolioEntry | null> {
  /** What it set doesn't hang on what was set to it: no further one is made. */
  const entryOf = async (row: DrillRow): Promise<PortfolioEntry | null> => {
    return entryFor(row, await score(row, null, null));
  };

  /** Of a drill from before there were portfolios. */
  const entryBefore = (row: DrillRow): Promise<PortfolioEntry | null> =>
    inLanguage('zh', async () => {
      const entry = await entryOf(row);
      await keepEntry(storage, row, entry, clock.now());
      return entry;
    });

  return async (row) => {
    const kept = await keptEntry(storage, row, entryBefore);
    if (language() === 'zh' || kept === null || kept.goal === null) return kept;
    try {
      return { ...kept, goal: (await entryOf(row))?.goal ?? kept.goal };
    } catch (error) {
      if (error instanceof ThreadGone) throw error;
      // It can't be scored any more, and what it set is on record.
      return kept;
    }
  };
}
