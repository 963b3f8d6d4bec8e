/** Publishing a term's sheet to its trainees, and taking it back (RULES J9, J10). */

import { storedRow, type VersionBody } from '#classroom/terms/published-versions.ts';
import { rulesOf } from '#classroom/terms/rules.ts';
import { scholarshipOrder } from '#classroom/terms/scholarship.ts';
import { type SheetNeeds, sheetRows } from '#classroom/terms/sheet.ts';
import type { ClassTerm } from '#classroom/terms/terms.ts';
import { type Reply, refused } from '#contract/errors.ts';

type Publishing = { version: number; missing: number; showsRank: boolean };

/**
 * Keeps the sheet as it is now as the next version. Refused where a colleague was quicker, where other cells are missing
 * than whoever publishes was told, and where nobody is in the class.
 */
export const publishSheet = async (
  needs: SheetNeeds,
  found: ClassTerm,
  by: string,
  { version: read, missing: told, showsRank }: Publishing,
): Promise<Reply<{ version: number }>> => {
  const { schoolClass, term } = found;
  const rules = rulesOf(term);
  const rows = await sheetRows(needs, found);
  if (rows.length === 0) return refused('sheet-nobody');
  const missing = rows.reduce((sum, { total }) => sum + total.missing.length, 0);
  if (missing !== told) return refused('sheet-missing-changed', String(missing));
  const order = new Map(scholarshipOrder(rules, rows).map((scholarship) => [scholarship.person, scholarship]));
  const { id, name, firstDay, lastDay } = term;
  const body: VersionBody = {
    class: { id: schoolClass.id, name: schoolClass.name },
    term: { id, name, firstDay, lastDay },
    ...{ rulesVersion: term.version, rules, ranked: order.size },
  };
  const version = read + 1;
  const isStored = await needs.storage.publishedSheets.publish(
    {
      ...{ term: id, version, at: needs.clock.now(), by, missing, showsRank },
      ...{ body: JSON.stringify(body), withdrawn: null },
    },
    rows.map((row) => storedRow(row, order.get(row.person) ?? null)),
  );
  return isStored ? { ok: true, value: { version } } : refused('sheet-published-meanwhile');
};

/** From now on no trainee has it; the version and the reason stay on record. */
export const withdrawSheet = async (
  { storage, clock }: Pick<SheetNeeds, 'storage' | 'clock'>,
  term: string,
  by: string,
  { version, why }: { version: number; why: string },
): Promise<Reply<{ version: number }>> => {
  return (await storage.publishedSheets.withdraw(term, version, { at: clock.now(), by, why }))
    ? { ok: true, value: { version } }
    : refused('sheet-published-meanwhile');
};
