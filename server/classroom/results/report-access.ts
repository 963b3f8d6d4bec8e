import { plannedCases } from '#classroom/exams/sealed-cases.ts';
import type { Seals } from '#classroom/exams/seals.ts';
import { isStaff, type Principal } from '#common/access.ts';
import type { ErrorCode } from '#contract/errors.ts';
import type { Report } from '#contract/report.ts';
import { casesOf } from '#drills/catalog/drill-cases.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';

export type ReportAccess = { storage: Pick<Storage, 'runs'>; seals: Pick<Seals, 'sealsFor'> };

/** Whether the principal reads a drill as staff of the school whose run it belongs to. */
export const readsAsStaff = ({ person }: Principal, { place }: DrillRow): boolean =>
  place !== null && person !== null && isStaff(person.role) && person.school === place.school;

/** Whether the principal reads practice that somebody else has handed in. */
export const readsHandedIn = async (
  { ownerOf }: Pick<Storage, 'ownerOf'>,
  { guest, person }: Principal,
  { id, place }: DrillRow,
): Promise<boolean> => {
  if (place !== null) return false;
  const owner = await ownerOf('drill', id);
  return !(guest !== null && owner?.guest === guest) && !(person !== null && owner?.person === person.id);
};

/** What staff read of practice that was handed in says nothing of what else its trainee practised (RULES G2). */
export const asHandedIn = (report: Report): Report => ({ ...report, goal: null });

/**
 * Why a principal who may see the drill may not read its report yet, or null (RULES M6, M45). Staff always may; a
 * trainee may at once where the run says so, else when it is published, and while an exam seals none of its cases. A
 * retry has no report for anybody: it is shown beside the turn it does again. Trainees see an answer to a replay task on
 * the board only.
 */
export const reportRefusal = async (
  needs: ReportAccess,
  principal: Principal,
  row: DrillRow,
): Promise<ErrorCode | null> => await (await reportRefusals(needs, principal))(row);

/** The same for many drills of one principal: what is sealed to them is looked up once. */
export const reportRefusals = async (
  { storage: { runs }, seals }: ReportAccess,
  principal: Principal,
): Promise<(row: DrillRow) => Promise<ErrorCode | null>> => {
  const sealed = await seals.sealsFor(principal);
  return async (row) => {
    const { place, retry } = row;
    if (retry !== null) return 'retry-no-report';
    if (readsAsStaff(principal, row)) return null;
    if (place !== null && place.redo !== null) return 'report-not-ready';
    const run = place === null ? null : await runs.run(place.run);
    const isOpen = place === null || (run !== null && (run.plan.results === 'at-once' || run.publishedAt !== null));
    if (!isOpen) return 'report-not-published';
    const cases = run === null ? casesOf(row) : plannedCases(run);
    return cases.some((id) => sealed.has(id)) ? 'case-in-exam' : null;
  };
};

/** The drills as this principal may see them: without their scores while they can't read the reports. */
export const shownRows = async (
  needs: ReportAccess,
  principal: Principal,
  rows: readonly DrillRow[],
): Promise<DrillRow[]> => {
  const refusal = await reportRefusals(needs, principal);
  return await Promise.all(rows.map(async (row) => ((await refusal(row)) === null ? row : { ...row, score: null })));
};

/** One drill as this principal may see it. */
export const shownRow = async (needs: ReportAccess, principal: Principal, row: DrillRow): Promise<DrillRow> =>
  (await reportRefusal(needs, principal, row)) === null ? row : { ...row, score: null };
