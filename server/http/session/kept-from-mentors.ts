/** What a school keeps from its own mentors, whatever the address by which they ask (RULES J94). */

import { isKept, showsSharedOnly } from '#classroom/accounts/mentor-view.ts';
import { type Owner, type Principal, resourceOf, ruleOf } from '#common/access.ts';
import type { Access } from '#contract/who-may.ts';
import type { Storage } from '#storage/storage.ts';

type Params = Readonly<Record<string, string | string[] | undefined>>;
type Reads = Pick<Storage, 'drill' | 'mentors' | 'people' | 'runs'>;
const textOf = (param: Params[string]): string => (typeof param === 'string' ? param : '');

/**
 * Whether what is asked for isn't shared with a mentor of the school itself. Of a class that shows only what is shared they
 * have the terms that are; its roster, report and path hold what isn't. A person is kept who is in such a class, for their
 * portfolio has every run's drills. What is the mentor's own is theirs.
 */
export const isKeptFromMentor = async (
  storage: Reads,
  access: Access,
  { person, guest }: Principal,
  owner: Owner | null,
  params: Params,
): Promise<boolean> => {
  if (person?.role !== 'mentor' || person.isVisiting || owner === null || owner.school !== person.school) return false;
  if (ruleOf(access) === 'owner' || owner.person === person.id || (guest !== null && owner.guest === guest))
    return false;
  const { school } = person;
  const [id, resource] = [textOf(params.id), resourceOf(access)];
  if (resource === 'class') {
    const term = textOf(params.term);
    if (term !== '') return await isKept(storage, { school, classId: id, kind: 'term', thing: term });
    return showsSharedOnly(await storage.people.schoolClass(id));
  }
  if (resource === 'person') return (await storage.people.classesOf(id)).some(showsSharedOnly);
  const run = await runOf(storage, resource, id);
  return run !== null && (await isKept(storage, { school, classId: run.classId, kind: 'run', thing: run.id }));
};

const runOf = async ({ drill, runs }: Reads, resource: ReturnType<typeof resourceOf>, id: string) => {
  if (resource === 'run') return await runs.run(id);
  if (resource !== 'drill' && resource !== 'seat') return null;
  const run = resource === 'seat' ? (await runs.seat(id))?.run : (await drill(id))?.place?.run;
  return run === undefined ? null : await runs.run(run);
};
