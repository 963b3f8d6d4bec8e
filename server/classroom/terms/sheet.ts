/** A term's sheet: its rows made anew from the runs, and what people enter in its cells (RULES J2–J6). */

import { newId } from '#classroom/accounts/ids.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import { isTeacher, type SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { SheetColumn, SheetRow, SheetRules, TermSheet } from '#contract/terms/sheet.ts';
import type { Team } from '#contract/terms/teams.ts';
import type { TeamShop } from '#contract/terms/term.ts';
import type { ClassMember } from '#storage/people.ts';
import { enteredBy, type KeptRow, keptRow, shownRow } from './kept-row.ts';
import { namesOf, termHasMentor } from './people-of-term.ts';
import { publishedState } from './published-versions.ts';
import { rulesOf, shownRules } from './rules.ts';
import { scholarshipOrder } from './scholarship.ts';
import { sheetFacts } from './sheet-facts.ts';
import { teamShop } from './teams.ts';
import { termRow } from './term-items.ts';
import type { ClassTerm } from './terms.ts';

export type SheetNeeds = ResultsNeeds & { clock: Pick<Clock, 'now'> };
export type NewEntry = { person: string; item: string; value: number | null; reason: string };

/** A correction of what the data says has a reason of as many characters. */
const SHORTEST_REASON = 2;

/** Every row of the class's roster, as data. */
export const sheetRows = async (needs: SheetNeeds, found: ClassTerm): Promise<KeptRow[]> => {
  const { schoolClass, term } = found;
  const rules = rulesOf(term);
  const factsOf = await sheetFacts(needs, found);
  const entries = await needs.storage.terms.entries(term.id);
  const members = await needs.storage.people.members(schoolClass.id);
  return members.map((member) => {
    const own = entries.filter(({ person }) => person === member.person);
    return keptRow(rules, member, factsOf(member.person), own);
  });
};

/** `shops`: those of the library, for the names that stand by the teams. */
export const termSheet = async (
  needs: SheetNeeds,
  found: ClassTerm,
  reader: SignedIn,
  shops: readonly TeamShop[],
): Promise<TermSheet> => {
  const { schoolClass, term, runs } = found;
  const rules = rulesOf(term);
  const rows = await sheetRows(needs, found);
  const nameOf = await namesOf(needs, enteredBy(rows));
  const hasMentor = await termHasMentor(needs, term);
  return {
    class: { id: schoolClass.id, name: schoolClass.name },
    term: termRow(term, runs),
    version: term.version,
    own: term.rules !== null,
    rules: shownRules(rules),
    rows: rows.map((row) => shownRow(row, nameOf)),
    order: scholarshipOrder(rules, rows),
    mayEnter: rules.columns.filter((column) => mayEnter(column, reader, hasMentor)).map(({ id }) => id),
    ...(reader.isVisiting === true && { visiting: true as const }),
    published: await publishedState(needs, term.id),
    teams: teamsByPerson((await needs.storage.teams.teams(term.id))?.teams ?? [], shops),
  };
};

const teamsByPerson = (teams: readonly Team[], shops: readonly TeamShop[]): NonNullable<TermSheet['teams']> =>
  Object.fromEntries(
    teams.flatMap(({ name, shop, members }) =>
      members.map(({ person }) => [person, { team: name, ...(shop !== undefined && { shop: teamShop(shops, shop) }) }]),
    ),
  );

/** Stores the entry behind those there are, and answers with the trainee's row as it is now. */
export const enterCell = async (
  needs: SheetNeeds,
  { schoolClass, term, runs }: ClassTerm,
  by: SignedIn,
  { person, item, value, reason }: NewEntry,
): Promise<Reply<SheetRow>> => {
  const { terms, people } = needs.storage;
  const rules = rulesOf(term);
  const column = rules.columns.find(({ id }) => id === item);
  const member = (await people.members(schoolClass.id)).find((one) => one.person === person);
  if (member === undefined) return refused('unknown-person');
  if (column === undefined) return refused('bad-request', 'item');
  if (!mayEnter(column, by, await termHasMentor(needs, term))) return refused('not-allowed');
  if (value !== null && !isMarkOf(column, value)) return refused('bad-request', 'value');
  if (column.source !== 'typed' && value !== null && reason.length < SHORTEST_REASON)
    return refused('bad-request', 'reason');
  const entry = { person, item, value, reason, outOf: column.weight, by: by.id, at: needs.clock.now() };
  await terms.addEntry({ id: newId('e'), term: term.id, ...entry });
  const row = await memberRow(needs, { schoolClass, term, runs }, member);
  return { ok: true, value: shownRow(row, await namesOf(needs, enteredBy([row]))) };
};

/** One trainee's row, as data. */
export const memberRow = async (
  needs: SheetNeeds,
  { term, runs }: ClassTerm,
  member: Pick<ClassMember, 'person' | 'no' | 'name'>,
): Promise<KeptRow> => {
  const { person } = member;
  const own = (await needs.storage.terms.entriesOf(person)).filter((one) => one.term === term.id);
  const factsOf = await sheetFacts(needs, { term, runs }, { only: person });
  return keptRow(rulesOf(term), member, factsOf(person), own);
};

/** A mark of the column: not above its weight, to a tenth. */
export const isMarkOf = ({ weight }: Pick<SheetColumn, 'weight'>, value: number): boolean =>
  value <= weight && hasTenths(value);

const hasTenths = (value: number): boolean => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9;

/** `rules` null: what ships. Entries stay; one of a column that is gone counts nowhere. */
export const changeSheet = async (
  needs: SheetNeeds,
  { term }: ClassTerm,
  { version, rules }: { version: number; rules: SheetRules | null },
): Promise<Reply<{ version: number }>> => {
  const isStored = await needs.storage.terms.putRules(term.id, version + 1, rules);
  return isStored ? { ok: true, value: { version: version + 1 } } : refused('sheet-changed');
};

/** Where a school has no mentor, its teachers enter what is the mentor's. */
export const mayEnter = ({ by }: SheetColumn, { role }: SignedIn, hasMentor: boolean): boolean =>
  isTeacher(role) ? by !== 'mentor' || !hasMentor : role === 'mentor' && by !== 'teacher';
