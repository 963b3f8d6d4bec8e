import type { Run } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { usedOf } from './marks.ts';
import { attemptOf } from './seat-homework.ts';

/**
 * How many attempts these drills of a seat have used: at home one that nobody came to uses none. Null: it is a contest,
 * whose next round has the customers of its number, and whether the last one was a round isn't known before it is scored
 * (RULES J52).
 */
export const usedAttempts = async (
  { results }: Pick<Storage, 'results'>,
  { plan }: Pick<Run, 'plan'>,
  drills: readonly DrillRow[],
): Promise<number | null> => {
  if (plan.homework === undefined) return drills.length;
  const told = await Promise.all(drills.map(async (row) => ({ row, result: await results.result(row.id) })));
  if (plan.contest !== undefined && told.some(({ row, result }) => row.state === 'ended' && result === null))
    return null;
  return usedOf(told.map(({ row, result }) => attemptOf(row, result)));
};
