/** Whether a seat of homework goes on at another device without the teacher's tap (RULES H20). */
import type { Run, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';

/** Homework proper: an exam of parts and a contest have its window, too, and rules of their own. */
export const isHomework = ({ plan }: Pick<Run, 'plan'>): boolean =>
  plan.homework !== undefined && plan.exam === undefined && plan.contest === undefined;

/**
 * Name and code are enough between two drills. Not where its trainee has an account: they sign in, and nobody else reads
 * what they did.
 */
export const movesFreely = (
  run: Pick<Run, 'plan'>,
  drillsOfSeat: readonly Pick<DrillRow, 'state'>[],
  hasAccount: boolean,
): boolean => {
  return isHomework(run) && !hasAccount && drillsOfSeat.every(({ state }) => state === 'ended');
};

export const hasAccount = async (
  { people }: Pick<Storage, 'people'>,
  { person }: Pick<Seat, 'person'>,
): Promise<boolean> => person !== null && (await people.person(person))?.login !== null;
