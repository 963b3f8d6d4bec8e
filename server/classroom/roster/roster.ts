import { newId } from '#classroom/accounts/ids.ts';
import { failure, type Reply } from '#contract/errors.ts';
import { NO_MAX, ROSTER_MAX, type RosterFault, type RosterPreview, type RosterRow } from '#contract/people.ts';
import type { PeopleStorage, Person } from '#storage/people.ts';
import { cleanText, type Entry, entriesOf, looksLikeName } from './roster-columns.ts';
import { isZip, sheetGrid } from './roster-sheet.ts';
import { decodeText, type Grid, textGrid } from './roster-text.ts';

type Known = { no: string; name: string };

const LONGEST_NAME = 30;

/** What a pasted text would add to a class of these members. */
export const previewText = (text: string, members: readonly Known[]): Reply<RosterPreview> =>
  preview(textGrid(text), members);

/** The same for an uploaded file; its first bytes tell its kind. `fileName` is for the refusal's text only. */
export async function previewFile(
  bytes: Buffer,
  fileName: string,
  members: readonly Known[],
): Promise<Reply<RosterPreview>> {
  const text = isZip(bytes) ? null : decodeText(bytes);
  const grid = isZip(bytes) ? await sheetGrid(bytes) : text === null ? null : textGrid(text);
  return grid === null ? { ok: false, error: failure('file-unreadable', fileName) } : preview(grid, members);
}

function preview(grid: Grid, members: readonly Known[]): Reply<RosterPreview> {
  const { entries, columns } = entriesOf(grid);
  if (!entries.some(({ name }) => name !== '')) return { ok: false, error: failure('roster-empty') };
  const keptEntries = entries.slice(0, ROSTER_MAX);
  const rows = keptEntries.map(
    (entry, index): RosterRow => ({ ...entry, errors: faultsOf(entry, keptEntries.slice(0, index), members) }),
  );
  return {
    ok: true,
    value: {
      rows,
      good: rows.filter(({ errors }) => errors.length === 0).length,
      columns,
      leftOut: entries.length - keptEntries.length,
    },
  };
}

/** What is wrong with a row. Of two rows that clash, the later has the fault. */
function faultsOf(entry: Entry, before: readonly Entry[], members: readonly Known[]): RosterFault[] {
  const { no, name } = entry;
  if (name === '') return ['no-name'];
  const isTwice = before.some((other) => mayBeSame(other, entry));
  const faults: [RosterFault, boolean][] = [
    ['long-name', name.length > LONGEST_NAME],
    ['odd-name', name.length <= LONGEST_NAME && !looksLikeName(name)],
    ['long-no', no.length > NO_MAX],
    ['same-name', isTwice],
    ['same-no', !isTwice && no !== '' && before.some((other) => other.no === no)],
    ['already-there', members.some((member) => mayBeSame(member, entry))],
  ];
  return faults.filter(([, is]) => is).map(([fault]) => fault);
}

/** Whether two entries may be one person: they have the same name and no two different numbers. */
const mayBeSame = (a: Known, b: Known): boolean => a.name === b.name && (a.no === b.no || a.no === '' || b.no === '');

/** Adds rows that somebody has looked over. A row with a member's number and name is left out. */
export async function addRoster(
  people: PeopleStorage,
  classId: string,
  school: string,
  rows: readonly Known[],
  at: number,
): Promise<void> {
  const knownKeys = new Set((await people.members(classId)).map(keyOf));
  const added: { person: Person; no: string }[] = [];
  for (const row of rows) {
    const clean = { no: cleanText(row.no), name: cleanText(row.name) };
    if (clean.name === '' || knownKeys.has(keyOf(clean))) continue;
    knownKeys.add(keyOf(clean));
    added.push({ person: newTrainee(school, clean.name, at), no: clean.no });
  }
  await people.addMembers(classId, added);
}

const keyOf = ({ no, name }: Known): string => `${no}\n${name}`;

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
