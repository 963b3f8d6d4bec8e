/** What a school shares with its mentors of other schools, run by run and term by term (RULES J65). */
import { newId } from '#classroom/accounts/ids.ts';
import { showsSharedOnly } from '#classroom/accounts/mentor-view.ts';
import { namesOf } from '#classroom/terms/people-of-term.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Share } from '#contract/mentors/mentors.ts';
import type { SharedKind } from '#storage/mentors/mentors.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'mentors' | 'people' | 'locks' | 'runs' | 'terms'>; clock: Pick<Clock, 'now'> };
type Shared = { school: string; kind: SharedKind; thing: string };

export const shareOf = async (needs: Needs, { school, kind, thing }: Shared): Promise<Share> => {
  const { mentors } = needs.storage;
  const steps = await mentors.shares(kind, thing);
  const nameOf = await namesOf(
    needs,
    steps.map(({ by }) => by),
  );
  const own = await ownWhoWait(needs, { kind, thing });
  const active = (await mentors.ofSchool(school)).filter(
    ({ acceptedAt, endedAt }) => acceptedAt !== null && endedAt === null,
  );
  return {
    shared: steps.at(-1)?.step === 'shared',
    steps: steps.map(({ step, by, at }) => ({ step, by: nameOf(by), at })),
    mentors: active.length,
    ...(own > 0 && { own }),
  };
};

/** How many of the school's own mentors see it only while it is shared (RULES J94). */
const ownWhoWait = async ({ storage }: Needs, { kind, thing }: Omit<Shared, 'school'>): Promise<number> => {
  const of = kind === 'run' ? await storage.runs.run(thing) : await storage.terms.term(thing);
  const schoolClass = of === null || of.classId === null ? null : await storage.people.schoolClass(of.classId);
  if (of === null || !showsSharedOnly(schoolClass)) return 0;
  const people = await storage.people.peopleOf(of.school);
  return people.filter(({ role, disabledAt }) => role === 'mentor' && disabledAt === null).length;
};

/** Shares it or takes it back; refused where a colleague has just done the same. */
export const setShared = async (
  needs: Needs,
  { school, kind, thing }: Shared,
  by: string,
  isShared: boolean,
): Promise<Reply<Share>> => {
  const { mentors, locks } = needs.storage;
  return await locks.hold(`share ${kind} ${thing}`, async (): Promise<Reply<Share>> => {
    if ((await mentors.isShared(school, kind, thing)) === isShared) return refused('share-changed');
    const step = isShared ? 'shared' : 'taken-back';
    await mentors.addShare({ id: newId('h'), school, kind, thing, step, by, at: needs.clock.now() });
    return { ok: true, value: await shareOf(needs, { school, kind, thing }) };
  });
};
