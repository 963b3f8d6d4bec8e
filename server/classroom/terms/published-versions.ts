/** What is kept of a published sheet and how it is read again (RULES J9, J12). */

import { type Reply, refused } from '#contract/errors.ts';
import type { PublishedSheet } from '#contract/terms/published.ts';
import type { PublishedState, ScholarshipRank, SheetPublication, SheetRules } from '#contract/terms/sheet.ts';
import type { StoredSheetRow, StoredSheetVersion } from '#storage/published-sheets.ts';
import type { Storage } from '#storage/storage.ts';
import { enteredBy, type KeptRow, shownRow } from './kept-row.ts';
import { namesOf } from './people-of-term.ts';
import { shownRules } from './rules.ts';

type Needs = { storage: Pick<Storage, 'publishedSheets' | 'people'> };

/** What all rows of a version have in common. `ranked`: how many have a rank. */
export type VersionBody = {
  class: { id: string; name: string };
  term: { id: string; name: string; firstDay: string; lastDay: string };
  rulesVersion: number;
  rules: SheetRules;
  ranked: number;
};
type RowBody = Omit<KeptRow, 'person' | 'no' | 'name'> & { scholarship: ScholarshipRank | null };

export const versionBodyIn = ({ body }: Pick<StoredSheetVersion, 'body'>): VersionBody => JSON.parse(body);
const rowBodyIn = ({ body }: StoredSheetRow): RowBody => JSON.parse(body);

export const storedRow = (
  { person, no, name, ...row }: KeptRow,
  scholarship: ScholarshipRank | null,
): StoredSheetRow => {
  const body: RowBody = { ...row, scholarship };
  return { person, no, name, body: JSON.stringify(body) };
};

export const publishedRow = (stored: StoredSheetRow): { row: KeptRow; scholarship: ScholarshipRank | null } => {
  const { scholarship, ...row } = rowBodyIn(stored);
  const { person, no, name } = stored;
  return { row: { person, no, name, ...row }, scholarship };
};

const peopleIn = ({ by, withdrawn }: StoredSheetVersion): string[] => [
  by,
  ...(withdrawn === null ? [] : [withdrawn.by]),
];

export const publicationOf = (
  { version, at, by, people, missing, showsRank, withdrawn }: StoredSheetVersion,
  nameOf: (person: string) => string,
): SheetPublication => ({
  ...{ version, at, by: nameOf(by), people, missing, showsRank },
  withdrawn: withdrawn && { ...withdrawn, by: nameOf(withdrawn.by) },
});

/** The term's newest version unless it was withdrawn; null: its trainees have none. */
export const currentVersion = async (
  { storage }: { storage: Pick<Storage, 'publishedSheets'> },
  term: string,
): Promise<StoredSheetVersion | null> => {
  const [newest] = await storage.publishedSheets.versions(term);
  return newest === undefined || newest.withdrawn !== null ? null : newest;
};

export const publishedState = async (needs: Needs, term: string): Promise<PublishedState> => {
  const { publishedSheets } = needs.storage;
  const versions = await publishedSheets.versions(term);
  const nameOf = await namesOf(needs, versions.flatMap(peopleIn));
  const current = versions[0]?.withdrawn === null ? versions[0] : undefined;
  const rows = current === undefined ? [] : await publishedSheets.rows(term, current.version);
  return {
    publications: versions.map((version) => publicationOf(version, nameOf)),
    rulesVersion: current === undefined ? null : versionBodyIn(current).rulesVersion,
    marks: Object.fromEntries(
      rows.map((row) => [row.person, Object.fromEntries(rowBodyIn(row).cells.map(({ item, value }) => [item, value]))]),
    ),
    openAppeals: await openAppealsOf(needs, term),
  };
};

export const openAppealsOf = async (
  { storage }: { storage: Pick<Storage, 'publishedSheets'> },
  term: string,
): Promise<number> => (await storage.publishedSheets.appeals(term)).filter(({ closing }) => closing === null).length;

/** A version as it was published, withdrawn or not. `version`: as it stands in an address. */
export const publishedSheet = async (needs: Needs, term: string, version: string): Promise<Reply<PublishedSheet>> => {
  const { publishedSheets } = needs.storage;
  const found = (await publishedSheets.versions(term)).find((one) => String(one.version) === version);
  if (found === undefined) return refused('unknown-sheet');
  const rows = (await publishedSheets.rows(term, found.version)).map(publishedRow);
  const nameOf = await namesOf(needs, [...enteredBy(rows.map(({ row }) => row)), ...peopleIn(found)]);
  const body = versionBodyIn(found);
  return {
    ok: true,
    value: {
      class: body.class,
      term: body.term,
      publication: publicationOf(found, nameOf),
      rules: shownRules(body.rules),
      rows: rows.map(({ row }) => shownRow(row, nameOf)),
      order: rows.flatMap(({ scholarship }) => scholarship ?? []).toSorted((a, b) => a.rank - b.rank),
    },
  };
};
