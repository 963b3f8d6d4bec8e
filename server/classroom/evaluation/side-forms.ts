/** One side's form for one trainee: kept as a draft, handed in, changed until the term's sides are closed (RULES R3, R5). */
import { newId } from '#classroom/accounts/ids.ts';
import { ownTerm } from '#classroom/own-terms/own-terms.ts';
import { namesOf } from '#classroom/terms/people-of-term.ts';
import { askingTrainee, readsRow } from '#classroom/terms/published/whose-sheets.ts';
import type { ClassTerm } from '#classroom/terms/terms.ts';
import type { Principal, SignedIn } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { OwnSides, Side, SideForm, SideMarks } from '#contract/terms/sides.ts';
import type { ClassMember } from '#storage/people.ts';
import { type FigureNeeds, figuresOf } from './side-figures.ts';
import { shownIndicators, sideRulesOf, stateOf } from './side-rules.ts';
import { compareSides, givenMarks, inTurn, sideOf } from './sides.ts';

/** `by`: who fills it in. */
type Form = { found: ClassTerm; member: Pick<ClassMember, 'person' | 'no' | 'name'>; side: Side; by: string };

const memberOf = async (
  { storage }: Pick<FigureNeeds, 'storage'>,
  found: ClassTerm,
  person: string,
): Promise<Reply<ClassMember>> => {
  const member = (await storage.people.members(found.schoolClass.id)).find((one) => one.person === person);
  return member === undefined ? refused('unknown-person') : { ok: true, value: member };
};

const staffForm = async (
  needs: Pick<FigureNeeds, 'storage'>,
  found: ClassTerm,
  by: SignedIn,
  person: string,
): Promise<Reply<Form>> => {
  const member = await memberOf(needs, found, person);
  return member.ok ? { ok: true, value: { found, member: member.value, side: sideOf(by), by: by.id } } : member;
};

/** Of whoever the principal is, as for their published sheet: a name that was only tapped has none. */
const ownForm = async (needs: FigureNeeds, principal: Principal, term: string): Promise<Reply<Form>> => {
  const person = await askingTrainee(needs, principal);
  const found = await ownTerm(needs, person, term);
  if (!found.ok || person === null) return found.ok ? refused('unknown-term') : found;
  if (!(await readsRow(needs, principal, { term, person }))) return refused('unknown-term');
  const member = await memberOf(needs, found.value, person);
  return member.ok
    ? { ok: true, value: { found: found.value, member: member.value, side: 'self', by: person } }
    : refused('unknown-term');
};

const formOf = async (needs: FigureNeeds, { found, member, side, by }: Form): Promise<SideForm> => {
  const { term } = found;
  const { person, no, name } = member;
  const { evaluation } = needs.storage;
  const { version, rules } = await sideRulesOf(needs, term.id);
  const draft = await evaluation.draft({ term: term.id, person, side, by });
  const last = (await evaluation.entries(term.id)).findLast((one) => one.person === person && one.side === side);
  return {
    ...{ person, no, name, side, term: { id: term.id, name: term.name }, version },
    state: await stateOf(needs, term.id, 'sides'),
    indicators: shownIndicators(rules),
    figures: (await figuresOf(needs, found, rules))(person),
    draft: draft && { marks: draft.marks, note: draft.note, at: draft.at },
    given: last === undefined ? null : givenMarks(last, await namesOf(needs, [last.by]), version),
  };
};

/** `isDone`: handed in; else a draft, which may lack marks. */
const put = (
  needs: Pick<FigureNeeds, 'storage' | 'clock'>,
  { found, member, side, by }: Form,
  { version, marks, note }: SideMarks,
  isDone: boolean,
): Promise<Reply<{ at: number }>> => {
  const { term } = found;
  const { evaluation } = needs.storage;
  return inTurn(needs, term.id, async () => {
    if ((await stateOf(needs, term.id, 'sides')) !== 'going') return refused('sides-closed');
    const current = await sideRulesOf(needs, term.id);
    if (current.version !== version) return refused('sides-changed');
    const ids = current.rules.indicators.map(({ id }) => id);
    if (Object.keys(marks).some((id) => !ids.includes(id))) return refused('bad-request', 'marks');
    const at = needs.clock.now();
    const kept = { term: term.id, person: member.person, side, by, version, marks, note, at };
    if (!isDone) await evaluation.putDraft(kept);
    else if (ids.some((id) => marks[id] === undefined)) return refused('sides-incomplete');
    else await evaluation.addEntry({ id: newId('v'), ...kept });
    return { ok: true, value: { at } };
  });
};

export const sideForm = async (
  needs: FigureNeeds,
  found: ClassTerm,
  by: SignedIn,
  person: string,
): Promise<Reply<SideForm>> => {
  const form = await staffForm(needs, found, by, person);
  return form.ok ? { ok: true, value: await formOf(needs, form.value) } : form;
};

export const putSide = async (
  needs: Pick<FigureNeeds, 'storage' | 'clock'>,
  found: ClassTerm,
  by: SignedIn,
  { person, isDone, ...marks }: SideMarks & { person: string; isDone: boolean },
): Promise<Reply<{ at: number }>> => {
  const form = await staffForm(needs, found, by, person);
  return form.ok ? await put(needs, form.value, marks, isDone) : form;
};

/** The other sides only once the teacher has published, and nobody else's row ever. */
export const ownSides = async (needs: FigureNeeds, principal: Principal, term: string): Promise<Reply<OwnSides>> => {
  const own = await ownForm(needs, principal, term);
  if (!own.ok) return own;
  const form = await formOf(needs, own.value);
  if (form.state !== 'published') return { ok: true, value: { ...form, compared: null } };
  const about = (await needs.storage.evaluation.entries(term)).filter(({ person }) => person === form.person);
  const nameOf = await namesOf(
    needs,
    about.map(({ by }) => by),
  );
  const reading = { nameOf, version: form.version, indicators: form.indicators };
  const compared = { ...compareSides(about, reading, () => true), figures: form.figures };
  return { ok: true, value: { ...form, compared } };
};

export const putOwnSide = async (
  needs: FigureNeeds,
  principal: Principal,
  { term, isDone, ...marks }: SideMarks & { term: string; isDone: boolean },
): Promise<Reply<{ at: number }>> => {
  const form = await ownForm(needs, principal, term);
  return form.ok ? await put(needs, form.value, marks, isDone) : form;
};
