import { isStaff, type Principal } from '#common/access.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';

/** Whether the principal reads a drill as staff of the school whose run it belongs to. */
export const readsAsStaff = ({ person }: Principal, { place }: DrillRow): boolean =>
  place !== null && person !== null && isStaff(person.role) && person.school === place.school;

/**
 * Why a principal who may see the drill may not read its report yet, or null (RULES M6). Staff always may; a trainee
 * may at once where the run says so, else when it is published. A retry has no report for anybody: it is shown beside
 * the turn it does again. Trainees see an answer to a replay task on the board only.
 */
export function reportRefusal({ runs }: Pick<Storage, 'runs'>, principal: Principal, row: DrillRow): ErrorCode | null {
  const { place, retry } = row;
  if (retry !== null) return 'retry-no-report';
  if (place === null) return null;
  if (readsAsStaff(principal, row)) return null;
  if (place.redo !== null) return 'report-not-ready';
  const run = runs.run(place.run);
  return run !== null && (run.plan.results === 'at-once' || run.publishedAt !== null) ? null : 'report-not-published';
}

/** The drill as this principal may see it: without its score while they can't read the report. */
export const shownRow = (storage: Pick<Storage, 'runs'>, principal: Principal, row: DrillRow): DrillRow =>
  reportRefusal(storage, principal, row) === null ? row : { ...row, score: null };
