/** A term's sheet: its rows made anew from the runs, and what people enter in its cells (RULES J2–J6). */
import { newId } from '#classroom/accounts/ids.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import { isTeacher, type SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { CellEntry, SheetColumn, SheetRow, SheetRules, TermSheet } from '#contract/terms/sheet.ts';
import { say } from '#i18n/say.ts';
import type { ClassMember } from '#storage/people.ts';
import type { StoredEntry, StoredTerm } from '#storage/terms.ts';
import { factsOf } from './facts.ts';
import { DEFAULT_RULES, shownRules } from './rules.ts';
import { becauseOf } from './said.ts';
import { computeRow, NO_FACTS, type TermFacts } from './sheet-row.ts';
import { runsIn, termRow } from './term-items.ts';
import type { ClassTerm } from './terms.ts';

export type SheetNeeds = ResultsNeeds & { clock: Pick<Clock, 'now'> };
export type NewEntry = { person: string; item: string; value: number | null; reason: string };

/** A correction of what the data says has a reason of as many characters. */
const SHORTEST_REASON = 2;

const rulesOf = ({ rules }: StoredTerm): SheetRules => rules ?? DEFAULT_RULES;

export async function termSheet(needs: SheetNeeds, found: ClassTerm, reader: SignedIn): Promise<TermSheet> {
  const { schoolClass, term, runs } = found;
  const rules = rulesOf(term);
  const facts = await factsOf(needs, runsIn(term, runs), needs.clock.now());
  const entries = await needs.storage.terms.entries(term.id);
  const nameOf = await namesOf(needs, entries);
  const members = await needs.storage.people.members(schoolClass.id);
  const hasMentor = await schoolHasMentor(needs, term.school);
  return {
    class: { id: schoolClass.id, name: schoolClass.name },
    term: termRow(term, runs),
    version: term.version,
    own: term.rules !== null,
    rules: shownRules(rules),
    rows: members.map((member) => {
      const own = entries.filter(({ person }) => person === member.person);
      return rowOf(rules, member, facts.get(member.person) ?? NO_FACTS, own, nameOf);
    }),
    mayEnter: rules.columns.filter((column) => mayEnter(column, reader, hasMentor)).map(({ id }) => id),
  };
}

/** Stores the entry behind those there are, and answers with the trainee's row as it is now. */
export async function enterCell(
  needs: SheetNeeds,
  { schoolClass, term, runs }: ClassTerm,
  by: SignedIn,
  { person, item, value, reason }: NewEntry,
): Promise<Reply<SheetRow>> {
  const { terms, people } = needs.storage;
  const rules = rulesOf(term);
  const column = rules.columns.find(({ id }) => id === item);
  const member = (await people.members(schoolClass.id)).find((one) => one.person === person);
  if (member === undefined) return refused('unknown-person');
  if (column === undefined) return refused('bad-request', 'item');
  if (!mayEnter(column, by, await schoolHasMentor(needs, term.school))) return refused('not-allowed');
  if (value !== null && (value > column.weight || !hasTenths(value))) return refused('bad-request', 'value');
  if (column.source !== 'typed' && value !== null && reason.length < SHORTEST_REASON)
    return refused('bad-request', 'reason');
  const entry = { person, item, value, reason, outOf: column.weight, by: by.id, at: needs.clock.now() };
  await terms.addEntry({ id: newId('e'), term: term.id, ...entry });
  const own = (await terms.entriesOf(person)).filter((one) => one.term === term.id);
  const facts = await factsOf(needs, runsIn(term, runs), needs.clock.now(), person);
  return { ok: true, value: rowOf(rules, member, facts.get(person) ?? NO_FACTS, own, await namesOf(needs, own)) };
}

const hasTenths = (value: number): boolean => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9;

/** `rules` null: what ships. Entries stay; one of a column that is gone counts nowhere. */
export async function changeSheet(
  needs: SheetNeeds,
  { term }: ClassTerm,
  { version, rules }: { version: number; rules: SheetRules | null },
): Promise<Reply<{ version: number }>> {
  const isStored = await needs.storage.terms.putRules(term.id, version + 1, rules);
  return isStored ? { ok: true, value: { version: version + 1 } } : refused('sheet-changed');
}

/** Where a school has no mentor, its teachers enter what is the mentor's. */
const mayEnter = ({ by }: SheetColumn, { role }: SignedIn, hasMentor: boolean): boolean =>
  isTeacher(role) ? by !== 'mentor' || !hasMentor : role === 'mentor' && by !== 'teacher';

const schoolHasMentor = async ({ storage }: SheetNeeds, school: string): Promise<boolean> =>
  (await storage.people.peopleOf(school)).some(({ role, disabledAt }) => role === 'mentor' && disabledAt === null);

function rowOf(
  rules: SheetRules,
  { person, no, name }: ClassMember,
  facts: TermFacts,
  entries: readonly StoredEntry[],
  nameOf: (person: string) => string,
): SheetRow {
  const { cells, ...sums } = computeRow(rules, facts, new Map(entries.map((entry) => [entry.item, entry])));
  return {
    ...{ person, no, name, ...sums },
    cells: cells.map(({ source, ...cell }) => ({
      ...cell,
      because: becauseOf(source),
      entries: entries
        .filter(({ item }) => item === cell.item)
        .map(({ value, outOf, reason, by, at }): CellEntry => ({ value, outOf, reason, at, by: nameOf(by) })),
    })),
  };
}

/** Names of who entered; somebody who is gone has none. */
async function namesOf({ storage }: SheetNeeds, entries: readonly StoredEntry[]): Promise<(person: string) => string> {
  const names = new Map<string, string>();
  for (const id of new Set(entries.map(({ by }) => by)))
    names.set(id, (await storage.people.person(id))?.name ?? say('path:gone'));
  return (person) => names.get(person) ?? say('path:gone');
}
