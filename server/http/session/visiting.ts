/** Mentors who look at what another school has shared with them (RULES J64). */
import { type Owner, type Principal, resourceOf, ruleOf } from '#common/access.ts';
import type { Access } from '#contract/who-may.ts';
import type { SharedKind } from '#storage/mentors/mentors.ts';
import type { Storage } from '#storage/storage.ts';

type Params = Readonly<Record<string, string | string[] | undefined>>;
const textOf = (param: Params[string]): string => (typeof param === 'string' ? param : '');

/**
 * Who asks, as the access is to be decided: a mentor whom the resource's school has invited and with whom it shares the
 * run or the term in question stands in that school for this request. Everybody else stays who they are. Only accesses
 * of reviewers and readers look at what is shared.
 */
export const asVisitor = async (
  storage: Pick<Storage, 'drill' | 'mentors'>,
  access: Access,
  principal: Principal,
  owner: Owner | null,
  params: Params,
): Promise<Principal> => {
  const { person } = principal;
  const rule = ruleOf(access);
  if (person === null || person.role !== 'mentor' || (rule !== 'reviewer' && rule !== 'reader')) return principal;
  if (owner === null || owner.school === null || owner.school === person.school) return principal;
  const shared = await sharedThing(storage, access, params);
  if (shared === null || !(await storage.mentors.isShared(owner.school, shared.kind, shared.thing))) return principal;
  if (!(await storage.mentors.isMentorOf(person.id, owner.school))) return principal;
  return { ...principal, person: { ...person, school: owner.school, isVisiting: true } };
};

/** Which run or term an access is about: of a class the term that the address names, of a drill its run. */
const sharedThing = async (
  storage: Pick<Storage, 'drill'>,
  access: Access,
  { id, term }: Params,
): Promise<{ kind: SharedKind; thing: string } | null> => {
  const resource = resourceOf(access);
  if (resource === 'run') return { kind: 'run', thing: textOf(id) };
  if (resource === 'class') return { kind: 'term', thing: textOf(term) };
  if (resource !== 'drill') return null;
  const run = (await storage.drill(textOf(id)))?.place?.run;
  return run === undefined ? null : { kind: 'run', thing: run };
};
