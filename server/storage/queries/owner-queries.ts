import type { Owner } from '#common/access.ts';
import type { ResourceKind } from '#contract/who-may.ts';
import type { Tables } from './dialect.ts';

/** Whose a resource is, by its kind. */
export const ownersOf = ({ db }: Tables): ((resource: ResourceKind, id: string) => Promise<Owner | null>) => {
  const ofSchool = (table: 'runs' | 'classes' | 'templates' | 'authored_cases' | 'contests') => async (id: string) => {
    const row = await db.selectFrom(table).select('school').where('id', '=', id).executeTakeFirst();
    return row && { school: row.school, guest: null, person: null };
  };
  const ownerByKind: Record<ResourceKind, (id: string) => Promise<Owner | undefined>> = {
    // A retry belongs to the owner of the drill it does again, on every device and after a change of hands. It has no
    // school.
    drill: async (id) => {
      const owner = await db
        .selectFrom('drills as own')
        .leftJoin('drills as first', 'first.id', 'own.retry_drill')
        .leftJoin('handed_in', 'handed_in.drill', 'own.id')
        .select((eb) => [
          'own.school',
          'handed_in.school as handedInTo',
          eb.fn.coalesce('first.guest', 'own.guest').as('guest'),
          eb
            .case()
            .when('first.id', 'is', null)
            .then(eb.ref('own.person'))
            .else(eb.ref('first.person'))
            .end()
            .as('person'),
        ])
        .where('own.id', '=', id)
        .where('own.seq', '>', 0)
        .where('own.erased_at', 'is', null)
        .executeTakeFirst();
      if (owner === undefined) return undefined;
      const { handedInTo, ...rest } = owner;
      return handedInTo === null ? rest : { ...rest, handedInTo };
    },
    seat: (id) =>
      db
        .selectFrom('seats')
        .select(['school', 'guest', 'person'])
        .select((eb) => eb.fn.coalesce('asking_guest', 'refused_guest').as('asking'))
        .where('id', '=', id)
        .executeTakeFirst(),
    run: ofSchool('runs'),
    class: ofSchool('classes'),
    person: async (id) => {
      const row = await db.selectFrom('people').select(['school', 'id']).where('id', '=', id).executeTakeFirst();
      return row && { school: row.school, guest: null, person: row.id };
    },
    template: ofSchool('templates'),
    case: ofSchool('authored_cases'),
    contest: ofSchool('contests'),
  };
  return async (resource, id) => (await ownerByKind[resource](id)) ?? null;
};
