/** What a school shares with its mentors of other schools, run by run and term by term (RULES J65). */
import { newId } from '#classroom/accounts/ids.ts';
import { namesOf } from '#classroom/terms/people-of-term.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Share } from '#contract/mentors/mentors.ts';
import type { SharedKind } from '#storage/mentors/mentors.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'mentors' | 'people' | 'locks'>; clock: Pick<Clock, 'now'> };
type Shared = { school: string; kind: SharedKind; thing: string };

export async function shareOf(needs: Needs, { school, kind, thing }: Shared): Promise<Share> {
  const { mentors } = needs.storage;
  const steps = await mentors.shares(kind, thing);
  const nameOf = await namesOf(
    needs,
    steps.map(({ by }) => by),
  );
  const active = (await mentors.ofSchool(school)).filter(
    ({ acceptedAt, endedAt }) => acceptedAt !== null && endedAt === null,
  );
  return {
    shared: steps.at(-1)?.step === 'shared',
    steps: steps.map(({ step, by, at }) => ({ step, by: nameOf(by), at })),
    mentors: active.length,
  };
}

/** Shares it or takes it back; refused where a colleague has just done the same. */
export async function setShared(
  needs: Needs,
  { school, kind, thing }: Shared,
  by: string,
  isShared: boolean,
): Promise<Reply<Share>> {
  const { mentors, locks } = needs.storage;
  return await locks.hold(`share ${kind} ${thing}`, async (): Promise<Reply<Share>> => {
    if ((await mentors.isShared(school, kind, thing)) === isShared) return refused('share-changed');
    const step = isShared ? 'shared' : 'taken-back';
    await mentors.addShare({ id: newId('h'), school, kind, thing, step, by, at: needs.clock.now() });
    return { ok: true, value: await shareOf(needs, { school, kind, thing }) };
  });
}
