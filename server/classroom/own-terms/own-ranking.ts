/** Individual ranks of a term: trainees who joined them, by the marks that their team's score is made of (RULES J86). */
import { newId } from '#classroom/accounts/ids.ts';
import type { ResultsNeeds } from '#classroom/results/run-drills.ts';
import { termTeams } from '#classroom/terms/teams.ts';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { Reply } from '#contract/errors.ts';
import type { OwnRanking, RankingStep } from '#contract/terms/ranking.ts';
import type { TeamShop } from '#contract/terms/term.ts';
import type { Storage } from '#storage/storage.ts';
import { ownTerm } from './own-terms.ts';

type Needs = ResultsNeeds & { clock: Pick<Clock, 'now'> };

/** The teams without members, and the individual ranks where whoever asks has joined them. */
export const ownRanking = async (
  needs: Needs,
  { id }: Pick<SignedIn, 'id'>,
  term: string,
  shops: readonly TeamShop[],
): Promise<Reply<OwnRanking>> => {
  const found = await ownTerm(needs, id, term);
  if (!found.ok) return found;
  const body = await termTeams(needs, found.value, shops);
  const joined = body.people.some(({ person }) => person === id);
  return {
    ok: true,
    value: {
      ...{ term: { id: body.term.id, name: body.term.name }, className: body.class.name, waiting: body.waiting },
      steps: (await stepsOf(needs.storage, id, term)).map(({ step, at }) => ({ step: step as RankingStep, at })),
      teams: body.teams.map(({ members, ...team }) => ({
        ...{ ...team, people: members.length },
        mine: members.some(({ person }) => person === id),
      })),
      people: joined ? body.people.map(({ person, ...row }) => ({ ...row, mine: person === id })) : null,
      others: body.people.filter(({ person }) => person !== id).length,
    },
  };
};

/** Joins the individual ranks of a term, or leaves them again; a second time changes nothing. */
export const changeRanking = async (
  { storage, clock }: Needs,
  { id }: Pick<SignedIn, 'id'>,
  { term, joins }: { term: string; joins: boolean },
): Promise<Reply<{ step: RankingStep }>> => {
  const found = await ownTerm({ storage }, id, term);
  if (!found.ok) return found;
  const step = joins ? 'joined' : 'left';
  return await storage.locks.hold(`ranking ${id}`, async (): Promise<Reply<{ step: RankingStep }>> => {
    const last = (await stepsOf(storage, id, term)).at(-1)?.step ?? 'left';
    if (last !== step)
      await storage.evaluation.addRankingStep({ id: newId('q'), term, person: id, step, at: clock.now() });
    return { ok: true, value: { step } };
  });
};

const stepsOf = async ({ evaluation }: Pick<Storage, 'evaluation'>, person: string, term: string) =>
  (await evaluation.rankingStepsOf(person)).filter((one) => one.term === term);
