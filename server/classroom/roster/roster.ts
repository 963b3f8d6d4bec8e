import { newId } from '#classroom/accounts/ids.ts';
import { failure, type Reply } from '#contract/errors.ts';
import { NO_MAX, ROSTER_MAX, type RosterFault, type RosterPreview, type RosterRow } from '#contract/people.ts';
import type { PeopleStorage, Person } from '#storage/people.ts';
import { cleanText, type Entry, entriesOf, looksLikeName } from './roster-columns.ts';
import { isZip, sheetGrid } from './roster-sheet.ts';
import { decodeText, type Grid, textGrid } from './roster-text.ts';

type NumberedName = { no: string; name: string };

const MAX_NAME_CHARACTERS = 30;

/** What a pasted text would add to a class of these members. */
export const previewText = (text: string, members: readonly NumberedName[]): Reply<RosterPreview> =>
  preview(textGrid(text), members);

/** The same for an uploaded file; its first bytes tell its kind. `fileName` is for the refusal's text only. */
export const previewFile = async (
  bytes: Buffer,
  fileName: string,
  members: readonly NumberedName[],
): Promise<Reply<RosterPreview>> => {
  const text = isZip(bytes) ? null : decodeText(bytes);
  const grid = isZip(bytes) ? await sheetGrid(bytes) : text === null ? null : textGrid(text);
  return grid === null ? { ok: false, error: failure('file-unreadable', fileName) } : preview(grid, members);
};

const preview = (grid: Grid, members: readonly NumberedName[]): Reply<RosterPreview> => {
  const { entries, columns } = entriesOf(grid);
  if (!entries.some(({ name }) => name !== '')) return { ok: false, error: failure('roster-empty') };
  const firstEntries = entries.slice(0, ROSTER_MAX);
  const rows = firstEntries.map(
    (entry, index): RosterRow => ({ ...entry, errors: faultsOf(entry, firstEntries.slice(0, index), members) }),
  );
  return {
    ok: true,
    value: {
      rows,
      good: rows.filter(({ errors }) => errors.length === 0).length,
      columns,
      leftOut: entries.length - firstEntries.length,
    },
  };
};

/** What is wrong with a row. Of two rows that clash, the later has the fault. */
const faultsOf = (entry: Entry, entriesBefore: readonly Entry[], members: readonly NumberedName[]): RosterFault[] => {
  const { no, name } = entry;
  if (name === '') return ['no-name'];
  const isRepeated = entriesBefore.some((other) => mayBeSame(other, entry));
  const faults: [RosterFault, boolean][] = [
    ['long-name', name.length > MAX_NAME_CHARACTERS],
    ['odd-name', name.length <= MAX_NAME_CHARACTERS && !looksLikeName(name)],
    ['long-no', no.length > NO_MAX],
    ['same-name', isRepeated],
    ['same-no', !isRepeated && no !== '' && entriesBefore.some((other) => other.no === no)],
    ['already-there', members.some((member) => mayBeSame(member, entry))],
  ];
  return faults.filter(([, applies]) => applies).map(([fault]) => fault);
};

/** Whether two entries may be one person: they have the same name and no two different numbers. */
const mayBeSame = (a: NumberedName, b: NumberedName): boolean =>
  a.name === b.name && (a.no === b.no || a.no === '' || b.no === '');

/** Adds rows that somebody has looked over. A row with a member's number and name is left out. */
export const addRoster = async (
  people: PeopleStorage,
  classId: string,
  school: string,
  rows: readonly NumberedName[],
  at: number,
): Promise<void> => {
  const knownKeys = new Set((await people.members(classId)).map(keyOf));
  const added: { person: Person; no: string }[] = [];
  for (const row of rows) {
    const clean = { no: cleanText(row.no), name: cleanText(row.name) };
    if (clean.name === '' || knownKeys.has(keyOf(clean))) continue;
    knownKeys.add(keyOf(clean));
    added.push({ person: newTrainee(school, clean.name, at), no: clean.no });
  }
  await people.addMembers(classId, added);
};

const keyOf = ({ no, name }: NumberedName): string => `${no}\n${name}`;

const newTrainee = (school: string, name: string, at: number): Person => ({
  id: newId('p'),
  school,
  name,
  role: 'trainee',
  login: null,
  password: null,
  createdAt: at,
  disabledAt: null,
  seenAt: null,
});
