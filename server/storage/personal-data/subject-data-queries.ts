import type { PersonalDataStorage } from '#storage/personal-data.ts';
import type { Tables } from '#storage/queries/dialect.ts';

/** What hangs from a person or a device. */
export const subjectDataOf = ({ db }: Tables): PersonalDataStorage['subjectData'] => {
  return async ({ guest, person, seatedPerson }) => ({
    memberships:
      person === null
        ? []
        : await db
            .selectFrom('members')
            .innerJoin('classes', 'classes.id', 'members.class')
            .select(['members.class', 'classes.name', 'members.no', 'members.left_at as leftAt'])
            .where('members.person', '=', person)
            .orderBy('members.rowid')
            .execute(),
    seats: await db
      .selectFrom('seats')
      .innerJoin('runs', 'runs.id', 'seats.run')
      .select([
        'seats.id',
        'seats.run',
        'runs.name as runName',
        'seats.no',
        'seats.name',
        'seats.joined_at as joinedAt',
      ])
      .where((eb) =>
        eb.or([
          ...(guest === null
            ? []
            : [
                eb.and([
                  eb('seats.guest', '=', guest),
                  eb.or([eb('seats.person', 'is', null), eb('seats.person', '=', seatedPerson ?? '')]),
                ]),
              ]),
          ...(person === null ? [] : [eb('seats.person', '=', person)]),
        ]),
      )
      .orderBy('seats.rowid')
      .execute(),
    drills: (
      await db
        .selectFrom('drills')
        .select('id')
        .where('seq', '>', 0)
        .where('erased_at', 'is', null)
        .where((eb) => {
          const withoutOtherPerson = eb.or([eb('person', 'is', null), eb('person', '=', seatedPerson ?? '')]);
          const ofDevice = guest === null ? [] : [eb.and([eb('guest', '=', guest), withoutOtherPerson])];
          return eb.or([...ofDevice, ...(person === null ? [] : [eb('person', '=', person)])]);
        })
        .orderBy('opened_at')
        .orderBy('rowid')
        .execute()
    ).map(({ id }) => id),
    devices: guest === null ? [] : await db.selectFrom('guests').select(['id', 'at']).where('id', '=', guest).execute(),
  });
};
