/** Who came to the lessons and papers of a term: what attendance goes by. */
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import type { Presence } from './attendance-marks.ts';
import { kindOf, stateOf } from './term-items.ts';

/** A window has no hour at which somebody is there. */
export const isSession = (run: Pick<Run, 'plan'>): boolean =>
  run.plan.homework === undefined && kindOf(run) !== 'resit';

/** Whether it was held and is over: before that nobody is absent. */
export const isHeld = (run: Run, now: number): run is Run & { startedAt: number } =>
  isSession(run) && run.startedAt !== null && stateOf(run, now) === 'ended';

/** By person; who has no seat isn't in it. */
export const presenceIn = async (
  { runs }: Pick<Storage, 'runs'>,
  { id, startedAt }: Pick<Run, 'id' | 'startedAt'>,
): Promise<ReadonlyMap<string, Presence>> => {
  const all = new Map<string, Presence>();
  for (const { person, joinedAt } of await runs.seats(id)) {
    if (person === null) continue;
    const lateMs = joinedAt === null ? 0 : Math.max(0, joinedAt - (startedAt ?? joinedAt));
    all.set(person, { there: joinedAt !== null, lateMs });
  }
  return all;
};
