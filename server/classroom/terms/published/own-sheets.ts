/** A trainee's own published sheets, and their appeals about them (RULES J11, J13). */

import { newId } from '#classroom/accounts/ids.ts';
import { enteredBy, shownRow } from '#classroom/terms/kept-row.ts';
import { namesOf } from '#classroom/terms/people-of-term.ts';
import { publicationOf, publishedRow, versionBodyIn } from '#classroom/terms/published-versions.ts';
import { shownRules } from '#classroom/terms/rules.ts';
import type { Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { OwnSheet, OwnSheetRow, SheetAppeal } from '#contract/terms/published.ts';
import type { StoredSheetAppeal, StoredSheetRow, StoredSheetVersion } from '#storage/published-sheets.ts';
import type { Storage } from '#storage/storage.ts';
import { askingTrainee, readsRow } from './whose-sheets.ts';

type Needs = { storage: Storage; clock: Pick<Clock, 'now'> };
type Found = { person: string; version: StoredSheetVersion; stored: StoredSheetRow };

/** A version that a newer one replaced counts no more: whoever isn't in the newest has no sheet of the term. */
const ownRow = async (needs: Needs, principal: Principal, term: string): Promise<Found | null> => {
  const person = await askingTrainee(needs, principal);
  if (person === null || !(await readsRow(needs, principal, { term, person }))) return null;
  const { publishedSheets } = needs.storage;
  const [version] = await publishedSheets.versions(term);
  if (version === undefined) return null;
  const rows = await publishedSheets.rowsOf(person);
  const stored = rows.find((row) => row.term === term && row.version === version.version);
  return stored === undefined ? null : { person, version, stored };
};

/** Those that aren't withdrawn, the newest first. */
export const ownSheets = async (needs: Needs, principal: Principal): Promise<OwnSheetRow[]> => {
  const person = await askingTrainee(needs, principal);
  if (person === null) return [];
  const { publishedSheets } = needs.storage;
  const terms = new Set((await publishedSheets.rowsOf(person)).map(({ term }) => term));
  const appeals = await publishedSheets.appealsOf(person);
  const own: OwnSheetRow[] = [];
  for (const term of terms) {
    const found = await ownRow(needs, principal, term);
    if (found === null || found.version.withdrawn !== null) continue;
    const body = versionBodyIn(found.version);
    const { row } = publishedRow(found.stored);
    const { name, firstDay, lastDay } = body.term;
    own.push({
      ...{ term, class: body.class, name, firstDay, lastDay, at: found.version.at },
      total: row.total.missing.length === 0 ? row.total.value : null,
      level: shownRules(body.rules).levels.find(({ id }) => id === row.level)?.name ?? null,
      openAppeals: appeals.filter((one) => one.term === term && one.closing === null).length,
    });
  }
  return own.toSorted((a, b) => b.at - a.at);
};

export const ownSheet = async (needs: Needs, principal: Principal, term: string): Promise<Reply<OwnSheet>> => {
  const found = await ownRow(needs, principal, term);
  return found === null ? refused('unknown-sheet') : { ok: true, value: await shown(needs, found) };
};

/** Once per cell and version; a cell with an appeal that nobody has answered waits for that answer. */
export const appealCell = async (
  needs: Needs,
  principal: Principal,
  term: string,
  { version, item, text }: { version: number; item: string; text: string },
): Promise<Reply<OwnSheet>> => {
  const found = await ownRow(needs, principal, term);
  if (found === null) return refused('unknown-sheet');
  if (found.version.version !== version || found.version.withdrawn !== null)
    return refused('sheet-published-meanwhile');
  const cell = publishedRow(found.stored).row.cells.find((one) => one.item === item);
  if (cell === undefined) return refused('bad-request', 'item');
  const { publishedSheets } = needs.storage;
  const { person } = found;
  if ((await ownAppeals(needs, person, term)).some((one) => one.item === item && one.closing === null))
    return refused('appeal-open');
  const appeal = { id: newId('q'), term, version, person, item, value: cell.value, text, at: needs.clock.now() };
  if (!(await publishedSheets.addAppeal(appeal))) return refused('sheet-appealed');
  return { ok: true, value: await shown(needs, found) };
};

const ownAppeals = async ({ storage }: Needs, person: string, term: string): Promise<StoredSheetAppeal[]> =>
  (await storage.publishedSheets.appealsOf(person)).filter((one) => one.term === term);

/** Of a withdrawn version there is the reason, and no row. */
const shown = async (needs: Needs, { person, version, stored }: Found): Promise<OwnSheet> => {
  const body = versionBodyIn(version);
  const { row, scholarship } = publishedRow(stored);
  const appeals = await ownAppeals(needs, person, body.term.id);
  const nameOf = await namesOf(needs, [
    ...enteredBy([row]),
    ...[version.by, version.withdrawn?.by ?? version.by],
    ...appeals.flatMap(({ closing }) => closing?.by ?? []),
  ]);
  const isOut = version.withdrawn !== null;
  const { people: _, missing: __, ...publication } = publicationOf(version, nameOf);
  return {
    ...{ term: body.term, class: body.class, publication, rules: shownRules(body.rules) },
    row: isOut ? null : shownRow(row, nameOf),
    scholarship: isOut || !version.showsRank ? null : scholarship,
    ranked: body.ranked,
    appeals: appeals.map((appeal) => shownAppeal(appeal, nameOf)),
    mayAppeal: isOut
      ? []
      : row.cells.flatMap(({ item }) =>
          appeals.some((one) => one.item === item && (one.closing === null || one.version === version.version))
            ? []
            : [item],
        ),
  };
};

export const shownAppeal = (
  { id, version, item, value, text, at, closing }: StoredSheetAppeal,
  nameOf: (person: string) => string,
): SheetAppeal => ({
  ...{ id, version, item, value, text, at },
  end: closing && { ...closing, by: nameOf(closing.by) },
});
