import type { Clock } from '#common/clock.ts';
import { ThreadGone } from '#common/worker-queue.ts';
import type { PortfolioEntry } from '#contract/portfolio.ts';
import { inLanguage, language } from '#i18n/language.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { entryFor, keepEntry, keptEntry } from './portfolio-entries.ts';
import type { Score } from './scorer.ts';

/** The stored entry of an earlier drill, with the goal it set in the reader's language; null: the drill counts nowhere. */
export const createEarlierEntries = (
  score: Score,
  storage: Storage,
  clock: Pick<Clock, 'now'>,
): ((row: DrillRow) => Promise<PortfolioEntry | null>) => {
  /** The goal a drill sets doesn't depend on the goal it was begun with, so no still earlier entry is made. */
  const entryOf = async (row: DrillRow): Promise<PortfolioEntry | null> => {
    return entryFor(row, await score(row, null, null));
  };

  /** Of a drill from before there were portfolios. */
  const makeMissingEntry = (row: DrillRow): Promise<PortfolioEntry | null> =>
    inLanguage('zh', async () => {
      const entry = await entryOf(row);
      await keepEntry(storage, row, entry, clock.now());
      return entry;
    });

  return async (row) => {
    const stored = await keptEntry(storage, row, makeMissingEntry);
    if (language() === 'zh' || stored === null || stored.goal === null) return stored;
    try {
      return { ...stored, goal: (await entryOf(row))?.goal ?? stored.goal };
    } catch (error) {
      if (error instanceof ThreadGone) throw error;
      // It can't be scored any more, and what it set is on record.
      return stored;
    }
  };
};
