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
export async function goalOf(
  storage: Needs,
  row: DrillRow,
  entryOf: (row: DrillRow) => Promise<PortfolioEntry | null>,
): Promise<GoalBefore | null> {
  const person = (await storage.ownerOf('drill', row.id))?.person ?? null;
  for (const before of await storage.drillsOf(row.guest, person)) {
    if (before.id === row.id || before.endedAt === null || before.endedAt > row.openedAt) continue;
    if (!(await isSame(storage, row, before, person)) || !(await wasRead(storage, before, row.openedAt))) continue;
    const entry = await entryOf(before);
    if (entry !== null) return goalAfter(entry);
  }
  return null;
}

/** Whether both drills are the same trainee's, as far as the server can tell: several may share a device. */
async function isSame(storage: Needs, row: DrillRow, before: DrillRow, person: string | null): Promise<boolean> {
  if (((await storage.ownerOf('drill', before.id))?.person ?? null) !== person) return false;
  if (row.place === null) return person !== null || before.place === null;
  if (before.place === null || before.place.school !== row.place.school) return false;
  return person !== null || (await nameOf(storage, row.place.seat)) === (await nameOf(storage, before.place.seat));
}

const nameOf = async ({ runs }: Needs, seat: string): Promise<string | null> => (await runs.seat(seat))?.name ?? null;

async function wasRead({ runs }: Needs, { place }: DrillRow, at: number): Promise<boolean> {
  if (place === null) return true;
  const run = await runs.run(place.run);
  return run !== null && (run.plan.results === 'at-once' || (run.publishedAt !== null && run.publishedAt <= at));
}
