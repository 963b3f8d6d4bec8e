/** 优秀学员 of a term: asked by a teacher, agreed to by the trainee, read by the enterprise's mentor (RULES R9, R10). */
import { newId } from '#classroom/accounts/ids.ts';
import { ownTerm } from '#classroom/own-terms/own-terms.ts';
import { recommendationState } from '#classroom/own-terms/recommendation-state.ts';
import { type PortfolioNeeds, portfolioOf } from '#classroom/results/portfolio.ts';
import { namesOf } from '#classroom/terms/people-of-term.ts';
import type { SheetNeeds } from '#classroom/terms/sheet.ts';
import { termRow } from '#classroom/terms/term-items.ts';
import type { ClassTerm } from '#classroom/terms/terms.ts';
import { isTeacher, type SignedIn } from '#common/access.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { PortfolioBody } from '#contract/portfolio.ts';
import type {
  OwnRecommendation,
  RecommendationRecord,
  RecommendationStep,
  TermRecommended,
} from '#contract/terms/recommended.ts';
import type { StoredRecommendation } from '#storage/evaluation.ts';
import { figuresFrom } from './pay.ts';

type Needs = Pick<SheetNeeds, 'storage' | 'clock'>;

const recordOf = (steps: readonly StoredRecommendation[], nameOf: (person: string) => string): RecommendationRecord[] =>
  steps.map(({ step, by, at }) => ({ step: step as RecommendationStep, by: nameOf(by), at }));

/** A mentor isn't told who was asked and said no: only who agreed. */
export const termRecommended = async (
  needs: SheetNeeds,
  found: ClassTerm,
  { role }: Pick<SignedIn, 'role'>,
): Promise<TermRecommended> => {
  const { schoolClass, term, runs } = found;
  const { evaluation, people } = needs.storage;
  const all = await evaluation.recommendations(term.id);
  const nameOf = await namesOf(
    needs,
    all.map(({ by }) => by),
  );
  const { rows: sheet } = await figuresFrom(needs, found);
  const mayAsk = isTeacher(role);
  const rows: TermRecommended['rows'] = [];
  for (const { person, no, name } of await people.members(schoolClass.id)) {
    const own = all.filter((one) => one.person === person);
    const state = recommendationState(own);
    if (!mayAsk && state !== 'agreed') continue;
    const total = sheet.find((row) => row.person === person)?.total;
    rows.push({
      ...{ person, no, name, state },
      total: total === undefined || total.missing.length > 0 ? null : total.value,
      account: (await people.person(person))?.login !== null,
      steps: recordOf(mayAsk ? own : own.slice(-1), nameOf),
    });
  }
  return { class: { id: schoolClass.id, name: schoolClass.name }, term: termRow(term, runs), mayAsk, rows };
};

/** One step after another of one trainee. `next` null: it can't follow what stands on record. */
const step = (
  { storage, clock }: Needs,
  { term, person, by }: { term: string; person: string; by: string },
  next: (steps: readonly StoredRecommendation[]) => RecommendationStep | null,
): Promise<Reply<{ state: RecommendationStep }>> => {
  const { evaluation, locks } = storage;
  return locks.hold(`recommended ${person}`, async (): Promise<Reply<{ state: RecommendationStep }>> => {
    const steps = (await evaluation.recommendationsOf(person)).filter((one) => one.term === term);
    const state = next(steps);
    if (state === null) return refused('recommendation-changed');
    await evaluation.addRecommendation({ id: newId('u'), term, person, step: state, by, at: clock.now() });
    return { ok: true, value: { state } };
  });
};

/** Who has said no isn't asked again in the term; they may still agree by themselves. */
export const recommend = async (
  needs: Needs,
  { schoolClass, term }: Pick<ClassTerm, 'schoolClass' | 'term'>,
  { id }: Pick<SignedIn, 'id'>,
  { person, recommended }: { person: string; recommended: boolean },
): Promise<Reply<{ state: RecommendationStep }>> => {
  const members = await needs.storage.people.members(schoolClass.id);
  if (!members.some((member) => member.person === person)) return refused('unknown-person');
  return await step(needs, { term: term.id, person, by: id }, (steps) => {
    const state = recommendationState(steps);
    const isOut = state === null || state === 'taken-back';
    if (!recommended) return isOut ? null : 'taken-back';
    const saidNo = steps.some((one) => one.step === 'declined' || one.step === 'withdrawn');
    return isOut && !saidNo ? 'asked' : null;
  });
};

export const ownRecommendation = async (
  needs: Needs,
  { id }: Pick<SignedIn, 'id'>,
  term: string,
): Promise<Reply<OwnRecommendation>> => {
  const found = await ownTerm(needs, id, term);
  if (!found.ok) return found;
  const steps = (await needs.storage.evaluation.recommendationsOf(id)).filter((one) => one.term === term);
  const nameOf = await namesOf(
    needs,
    steps.map(({ by }) => by),
  );
  const { schoolClass, term: own } = found.value;
  return {
    ok: true,
    value: {
      term: { id: own.id, name: own.name },
      className: schoolClass.name,
      state: recommendationState(steps),
      steps: recordOf(steps, nameOf),
    },
  };
};

/** By the trainee, signed in: agreed to, declined, or withdrawn again at any time. */
export const answerRecommendation = async (
  needs: Needs,
  { id }: Pick<SignedIn, 'id'>,
  { term, agrees }: { term: string; agrees: boolean },
): Promise<Reply<{ state: RecommendationStep }>> => {
  const found = await ownTerm(needs, id, term);
  if (!found.ok) return found;
  return await step(needs, { term, person: id, by: id }, (steps) => {
    const state = recommendationState(steps);
    if (state === null || state === 'taken-back') return null;
    if (agrees) return state === 'agreed' ? null : 'agreed';
    return state === 'agreed' ? 'withdrawn' : state === 'asked' ? 'declined' : null;
  });
};

/** The portfolio of who has agreed: their drills of class whose results they have themselves, and no practice. */
export const recommendedPortfolio = async (
  needs: SheetNeeds & PortfolioNeeds,
  { schoolClass, term }: Pick<ClassTerm, 'schoolClass' | 'term'>,
  id: string,
): Promise<Reply<PortfolioBody>> => {
  const { evaluation, people, runs } = needs.storage;
  const isMember = (await people.members(schoolClass.id)).some((member) => member.person === id);
  const steps = (await evaluation.recommendationsOf(id)).filter((one) => one.term === term.id);
  const person = isMember && recommendationState(steps) === 'agreed' ? await people.person(id) : null;
  if (person === null) return refused('not-recommended');
  const body = await portfolioOf(needs, person);
  const entries: PortfolioBody['entries'] = [];
  for (const entry of body.entries) {
    const run = entry.run === null ? null : await runs.run(entry.run);
    if (run !== null && (run.plan.results === 'at-once' || run.publishedAt !== null)) entries.push(entry);
  }
  return { ok: true, value: { ...body, entries, waiting: body.entries.length - entries.length } };
};
