/** What a teacher or a mentor of the company thinks of a trainee: typed by name and date, withdrawn on record (RULES U4). */
import { newId } from '#classroom/accounts/ids.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Evaluation } from '#contract/practice/learning-path.ts';
import type { Storage } from '#storage/storage.ts';
import { shownEvaluation } from './class-path.ts';

type Needs = { storage: Pick<Storage, 'learningPath' | 'people'>; clock: Pick<Clock, 'now'> };

/** The person has been checked by the route: of the same school as who evaluates. Only a trainee is evaluated. */
export const evaluate = async (
  { storage, clock }: Needs,
  personId: string,
  by: string,
  { mark, note }: Pick<Evaluation, 'mark' | 'note'>,
): Promise<Reply<Evaluation>> => {
  const person = await storage.people.person(personId);
  if (person === null || person.role !== 'trainee') return refused('unknown-person');
  const evaluation = {
    ...{ id: newId('e'), school: person.school, person: person.id, mark, note },
    ...{ by, at: clock.now(), withdrawn: null },
  };
  await storage.learningPath.addEvaluation(evaluation);
  return { ok: true, value: await shownEvaluation(storage, evaluation) };
};

export const withdrawEvaluation = async (
  { storage, clock }: Needs,
  { person, evaluation }: { person: string; evaluation: string },
  by: string,
  why: string,
): Promise<Reply<null>> => {
  const withdrawn = { at: clock.now(), by, why };
  return (await storage.learningPath.withdrawEvaluation(evaluation, person, withdrawn))
    ? { ok: true, value: null }
    : refused('unknown-evaluation');
};
