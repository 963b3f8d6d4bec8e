/** 三方评价 of a term: the three sides' marks beside each other, who differs, who hasn't answered (RULES R1–R5). */
import { newId } from '#classroom/accounts/ids.ts';
import { namesOf, termHasMentor } from '#classroom/terms/people-of-term.ts';
import { termRow } from '#classroom/terms/term-items.ts';
import type { ClassTerm } from '#classroom/terms/terms.ts';
import { isTeacher, type SignedIn } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import {
  type ComparedSides,
  type GivenMarks,
  type ShownSide,
  SIDES,
  type Side,
  type SideRules,
  type SidesRow,
  type SidesState,
  type TermSides,
} from '#contract/terms/sides.ts';
import type { StoredSideEntry } from '#storage/evaluation.ts';
import { type FigureNeeds, figuresOf } from './side-figures.ts';
import { shownIndicators, sideRulesOf, stateOf } from './side-rules.ts';

/** Which state follows which: a published evaluation is closed again before anybody changes a mark. */
const NEXT: Record<SidesState, readonly SidesState[]> = {
  going: ['closed'],
  closed: ['going', 'published'],
  published: ['closed'],
};

export const sideOf = ({ role }: Pick<SignedIn, 'role'>): 'teacher' | 'mentor' =>
  isTeacher(role) ? 'teacher' : 'mentor';

export const givenMarks = (
  { marks, note, by, at, version }: StoredSideEntry,
  nameOf: (person: string) => string,
  current: number,
): GivenMarks => ({ marks, note, by: nameOf(by), at, earlier: version !== current });

type Reading = { nameOf: (person: string) => string; version: number; indicators: readonly { id: string }[] };

/** `entries`: about one trainee, oldest first. `isShown`: whether a side's marks are the reader's to see. */
export const compareSides = (
  entries: readonly StoredSideEntry[],
  { nameOf, version, indicators }: Reading,
  isShown: (side: Side) => boolean,
): Omit<ComparedSides, 'figures'> => {
  const shownSide = (side: Side): ShownSide => {
    const own = entries.filter((entry) => entry.side === side);
    const last = own.at(-1);
    if (last === undefined) return { state: 'none' };
    if (!isShown(side)) return { state: 'withheld' };
    return { state: 'shown', times: own.length, ...givenMarks(last, nameOf, version) };
  };
  const sides = { self: shownSide('self'), teacher: shownSide('teacher'), mentor: shownSide('mentor') };
  const differ = indicators.map(({ id }) => {
    const marks = SIDES.flatMap((side) => {
      const shown = sides[side];
      return shown.state === 'shown' ? (shown.marks[id] ?? []) : [];
    });
    return marks.length < 2 ? null : Math.max(...marks) - Math.min(...marks);
  });
  return { sides, differ };
};

const FAR = 2;
const widest = ({ differ }: SidesRow): number => Math.max(-1, ...differ.map((one) => one ?? -1));
const farOf = ({ differ }: SidesRow): number => differ.filter((one) => one !== null && one >= FAR).length;

/** Whoever hasn't answered about a trainee doesn't read what the others said of them while the term is going. */
export const termSides = async (needs: FigureNeeds, found: ClassTerm, reader: SignedIn): Promise<TermSides> => {
  const { schoolClass, term, runs } = found;
  const { storage } = needs;
  const { version, own, rules } = await sideRulesOf(needs, term.id);
  const [state, steps] = [await stateOf(needs, term.id, 'sides'), await storage.evaluation.steps(term.id, 'sides')];
  const entries = await storage.evaluation.entries(term.id);
  const nameOf = await namesOf(
    needs,
    [...entries, ...steps].map(({ by }) => by),
  );
  const figures = await figuresOf(needs, found, rules);
  const side = sideOf(reader);
  const rows = (await storage.people.members(schoolClass.id)).map(({ person, no, name }): SidesRow => {
    const about = entries.filter((entry) => entry.person === person);
    const hasAnswered = about.some((entry) => entry.side === side);
    const isShown = (one: Side): boolean => one === side || hasAnswered || state !== 'going';
    const reading = { nameOf, version, indicators: rules.indicators };
    return { person, no, name, ...compareSides(about, reading, isShown), figures: figures(person) };
  });
  return {
    class: { id: schoolClass.id, name: schoolClass.name },
    ...{ term: termRow(term, runs), version, own, indicators: shownIndicators(rules), state, side },
    steps: steps.map(({ step, by, at }) => ({ to: step as SidesState, by: nameOf(by), at })),
    ...(reader.isVisiting === true && { visiting: true as const }),
    mentors: await termHasMentor(needs, term),
    rows: rows.toSorted((a, b) => widest(b) - widest(a) || farOf(b) - farOf(a)),
  };
};

type Writing = Pick<FigureNeeds, 'storage' | 'clock'>;
const lockOf = (term: string): string => `sides ${term}`;
/** Marks, indicators and state of a term change one after another. */
export const inTurn = <T>({ storage }: Pick<Writing, 'storage'>, term: string, then: () => Promise<T>): Promise<T> =>
  storage.locks.hold(lockOf(term), then);

/** `rules` null: what ships. Only while the term is going: what was handed in keeps the version it was given by. */
export const changeSideRules = (
  needs: Writing,
  { term }: Pick<ClassTerm, 'term'>,
  { version, rules }: { version: number; rules: SideRules | null },
): Promise<Reply<{ version: number }>> => {
  return inTurn(needs, term.id, async () => {
    if ((await stateOf(needs, term.id, 'sides')) !== 'going') return refused('sides-closed');
    const isStored = await needs.storage.evaluation.putRules(term.id, 'sides', version + 1, rules);
    return isStored ? { ok: true, value: { version: version + 1 } } : refused('sides-changed');
  });
};

/** Refused where a colleague has changed it meanwhile. */
export const moveSides = (
  needs: Writing,
  { term }: Pick<ClassTerm, 'term'>,
  { id }: Pick<SignedIn, 'id'>,
  { from, to }: { from: SidesState; to: SidesState },
): Promise<Reply<{ state: SidesState }>> => {
  return inTurn(needs, term.id, async () => {
    if ((await stateOf(needs, term.id, 'sides')) !== from) return refused('sides-changed');
    if (!NEXT[from].includes(to)) return refused('bad-request', 'to');
    const at = needs.clock.now();
    await needs.storage.evaluation.addStep({ id: newId('z'), term: term.id, kind: 'sides', step: to, by: id, at });
    return { ok: true, value: { state: to } };
  });
};
