/** Appeals about a published sheet, for staff: kept, or corrected by an entry with the same reason (RULES J13, J14). */

import { newId } from '#classroom/accounts/ids.ts';
import { enteredBy, type KeptRow, shownRow } from '#classroom/terms/kept-row.ts';
import { namesOf, termHasMentor } from '#classroom/terms/people-of-term.ts';
import { versionBodyIn } from '#classroom/terms/published-versions.ts';
import { rulesOf, shownRules } from '#classroom/terms/rules.ts';
import { isMarkOf, mayEnter, type SheetNeeds, sheetRows } from '#classroom/terms/sheet.ts';
import type { ClassTerm } from '#classroom/terms/terms.ts';
import type { SignedIn } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { SheetAnswer, SheetAppealRow, SheetAppeals } from '#contract/terms/published.ts';
import type { SheetColumn, ShownColumn } from '#contract/terms/sheet.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import type { StoredSheetAppeal } from '#storage/published-sheets.ts';
import { shownAppeal } from './own-sheets.ts';

type Appealed = { appeal: StoredSheetAppeal; no: string; name: string; asPublished: SheetColumn; column: ShownColumn };

/** `asPublished`, `column`: as it was published. */
const appealedCells = async ({ storage }: SheetNeeds, { term }: ClassTerm): Promise<Appealed[]> => {
  const appeals = await storage.publishedSheets.appeals(term.id);
  if (appeals.length === 0) return [];
  const versions = await storage.publishedSheets.versions(term.id);
  const rows = new Map<number, Map<string, { no: string; name: string }>>();
  for (const version of new Set(appeals.map((one) => one.version)))
    rows.set(version, new Map((await storage.publishedSheets.rows(term.id, version)).map((row) => [row.person, row])));
  return appeals.flatMap((appeal) => {
    const version = versions.find((one) => one.version === appeal.version);
    if (version === undefined) return [];
    const body = versionBodyIn(version);
    const asPublished = body.rules.columns.find(({ id }) => id === appeal.item);
    const column = shownRules(body.rules).columns.find(({ id }) => id === appeal.item);
    if (asPublished === undefined || column === undefined) return [];
    const { no = '', name = '' } = rows.get(appeal.version)?.get(appeal.person) ?? {};
    return [{ appeal, no, name, asPublished, column }];
  });
};

const columnNow = ({ term }: ClassTerm, item: string): SheetColumn | undefined =>
  rulesOf(term).columns.find(({ id }) => id === item);

export const sheetAppeals = async (needs: SheetNeeds, found: ClassTerm, reader: SignedIn): Promise<SheetAppeals> => {
  const { schoolClass, term } = found;
  const appealed = await appealedCells(needs, found);
  const living = appealed.length === 0 ? [] : await sheetRows(needs, found);
  const rows = new Map(living.map((row): [string, KeptRow] => [row.person, row]));
  const hasMentor = await termHasMentor(needs, term);
  const nameOf = await namesOf(needs, [
    ...enteredBy(living),
    ...appealed.flatMap(({ appeal }) => appeal.closing?.by ?? []),
  ]);
  const all = appealed.map(({ appeal, no, name, asPublished, column }): SheetAppealRow => {
    const now = columnNow(found, appeal.item);
    const row = rows.get(appeal.person);
    return {
      ...shownAppeal(appeal, nameOf),
      ...{ person: appeal.person, no, name, column },
      now: row === undefined ? null : (shownRow(row, nameOf).cells.find(({ item }) => item === appeal.item) ?? null),
      most: row === undefined ? null : (now?.weight ?? null),
      mayAnswer: mayEnter(now ?? asPublished, reader, hasMentor),
    };
  });
  const open = all.filter(({ end }) => end === null);
  const answered = all.filter(({ end }) => end !== null).toSorted((a, b) => (b.end?.at ?? 0) - (a.end?.at ?? 0));
  return {
    class: { id: schoolClass.id, name: schoolClass.name },
    term: { id: term.id, name: term.name },
    appeals: [...open, ...answered],
  };
};

/** When two people answer at once, the second is told how it ended and stores nothing. */
export const answerAppeal = async (
  needs: SheetNeeds,
  found: ClassTerm,
  by: SignedIn,
  id: string,
  answer: SheetAnswer,
): Promise<Reply<{ person: string; item: string }>> => {
  const { storage, clock } = needs;
  const { schoolClass, term } = found;
  const appealed = (await appealedCells(needs, found)).find(({ appeal }) => appeal.id === id);
  if (appealed === undefined) return refused('unknown-appeal');
  const { person, item } = appealed.appeal;
  const column = columnNow(found, item);
  if (!mayEnter(column ?? appealed.asPublished, by, await termHasMentor(needs, term))) return refused('not-allowed');
  const at = clock.now();
  const { reason } = answer;
  const closing = { how: answer.outcome, to: null, reason, by: by.id, at };
  if (answer.outcome === 'kept') {
    if (!(await storage.publishedSheets.answer(id, closing, null))) return await alreadyAnswered(needs, found, id);
    return { ok: true, value: { person, item } };
  }
  const isMember = (await storage.people.members(schoolClass.id)).some((one) => one.person === person);
  if (column === undefined || !isMember) return refused('sheet-item-gone');
  const { value } = answer;
  if (!isMarkOf(column, value)) return refused('bad-request', 'value');
  const entry = { id: newId('e'), term: term.id, person, item, value, outOf: column.weight, reason, by: by.id, at };
  if (!(await storage.publishedSheets.answer(id, { ...closing, to: value }, entry)))
    return await alreadyAnswered(needs, found, id);
  return { ok: true, value: { person, item } };
};

const alreadyAnswered = async (needs: SheetNeeds, { term }: ClassTerm, id: string) => {
  const closing = (await needs.storage.publishedSheets.appeals(term.id)).find((one) => one.id === id)?.closing;
  if (closing == null) return refused('unknown-appeal');
  const name = (await needs.storage.people.person(closing.by))?.name ?? say('data:deleted');
  return refused('appeal-settled', joinWithCommas([say(`terms-said:appeal.${closing.how}`, { name }), closing.reason]));
};
