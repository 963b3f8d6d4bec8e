/** The goal a drill was begun with: what the last comparable one said to change first (RULES M5). */
import type { PortfolioEntry } from '#contract/portfolio.ts';
import type { GoalBefore } from '#scoring/practice-advice/goal.ts';
import { goalAfter } from '#scoring/practice-advice/portfolio-entry.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';

type Needs = Pick<Storage, 'ownerOf' | 'drillsOf' | 'runs'>;

/**
 * Comparable is a drill of the same trainee that ended before this one was opened, that does no turn again, and whose
 * report they could read by then. A drill of a run looks at runs of its school only: what somebody practises alone is
 * shown to nobody else.
 * `entryOf` gives the entry of a drill, made where none is stored; null where the drill counts nowhere.
 */
export const goalOf = async (
  storage: Needs,
  row: DrillRow,
  entryOf: (row: DrillRow) => Promise<PortfolioEntry | null>,
): Promise<GoalBefore | null> => {
  const person = (await storage.ownerOf('drill', row.id))?.person ?? null;
  for (const earlierDrill of await storage.drillsOf(row.guest, person)) {
    if (earlierDrill.id === row.id || earlierDrill.endedAt === null || earlierDrill.endedAt > row.openedAt) continue;
    if (
      !(await isSameTrainee(storage, row, earlierDrill, person)) ||
      !(await wasReadable(storage, earlierDrill, row.openedAt))
    )
      continue;
    const entry = await entryOf(earlierDrill);
    if (entry !== null) return goalAfter(entry);
  }
  return null;
};

/** Whether both drills are the same trainee's, as far as the server can tell: several may share a device. */
const isSameTrainee = async (
  storage: Needs,
  row: DrillRow,
  earlierDrill: DrillRow,
  person: string | null,
): Promise<boolean> => {
  if (((await storage.ownerOf('drill', earlierDrill.id))?.person ?? null) !== person) return false;
  if (row.place === null) return person !== null || earlierDrill.place === null;
  if (earlierDrill.place === null || earlierDrill.place.school !== row.place.school) return false;
  return (
    person !== null || (await nameOf(storage, row.place.seat)) === (await nameOf(storage, earlierDrill.place.seat))
  );
};

const nameOf = async ({ runs }: Needs, seat: string): Promise<string | null> => (await runs.seat(seat))?.name ?? null;

const wasReadable = async ({ runs }: Needs, { place }: DrillRow, at: number): Promise<boolean> => {
  if (place === null) return true;
  const run = await runs.run(place.run);
  return run !== null && (run.plan.results === 'at-once' || (run.publishedAt !== null && run.publishedAt <= at));
};
