/** Portfolio entries made and kept beside their drills. */
import { ThreadGone } from '#common/worker-queue.ts';
import type { PortfolioEntry } from '#contract/portfolio.ts';
import { casesOf } from '#drills/catalog/drill-cases.ts';
import { portfolioEntry } from '#scoring/practice-advice/portfolio-entry.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import type { Scored } from './scorer.ts';

type Needs = Pick<Storage, 'portfolio'>;

/**
 * Null for a turn done again: in a class or alone, it is no drill of its own (RULES N7). Null, too, where nobody was
 * planned for and nobody came, as at a seat of a project task to which nothing was handed on (RULES J72), or nothing
 * was asked of the trainee, or too little (J96, J118).
 */
export const entryFor = (row: DrillRow, { content, report, result, forked }: Scored): PortfolioEntry | null => {
  const { id, endedAt, mode, place } = row;
  if (endedAt === null || (place !== null && place.redo !== null) || forked) return null;
  if (result.planned === 0 || report.unjudged) return null;
  return portfolioEntry(
    content,
    { id, endedAt, mode, run: place?.run ?? null, scenarios: casesOf(row) },
    report,
    result.faults,
  );
};

/** Writes an entry only when it differs from the stored one: a report is made anew each time it is read. */
export const keepEntry = async (
  { portfolio }: Needs,
  row: DrillRow,
  entry: PortfolioEntry | null,
  at: number,
): Promise<void> => {
  const known = await portfolio.entry(row.id);
  if (known === undefined || JSON.stringify(known) !== JSON.stringify(entry))
    await portfolio.putEntry(row.id, at, entry);
};

/**
 * The stored entry, else the one `make` gives. Null for a drill that can't be scored any more, so that it doesn't spoil
 * the next one's report.
 */
export const keptEntry = async (
  { portfolio }: Needs,
  row: DrillRow,
  make: (row: DrillRow) => Promise<PortfolioEntry | null>,
): Promise<PortfolioEntry | null> => {
  const known = await portfolio.entry(row.id);
  if (known !== undefined) return known;
  try {
    return await make(row);
  } catch (error) {
    if (error instanceof ThreadGone) throw error;
    return null;
  }
};
