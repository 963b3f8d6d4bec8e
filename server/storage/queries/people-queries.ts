import type { PeopleStorage } from '#storage/people.ts';
import { classesStorage } from './classes-queries.ts';
import { type Tables, writeUnlessTaken } from './dialect.ts';
import { PERSON, personColumns } from './person-columns.ts';
import { sessionsStorage } from './sessions-queries.ts';

/** Schools, people, sessions and rosters. */
export const peopleStorage = (tables: Tables): PeopleStorage => {
  const { db } = tables;
  const people = db.selectFrom('people').select(PERSON);
  return {
    schools: () =>
      db
        .selectFrom('schools')
        .select(['id', 'name', 'created_at as createdAt'])
        .orderBy('created_at')
        .orderBy('rowid')
        .execute(),
    createSchool: (school, admin) =>
      db.transaction().execute(async (trx) => {
        const { id, name, createdAt } = school;
        await trx.insertInto('schools').values({ id, name, created_at: createdAt }).execute();
        await trx.insertInto('people').values(personColumns(admin)).execute();
      }),
    person: async (id) => (await people.where('id', '=', id).executeTakeFirst()) ?? null,
    personByLogin: async (login) => (await people.where('login', '=', login).executeTakeFirst()) ?? null,
    createPerson: (person) => writeUnlessTaken(() => db.insertInto('people').values(personColumns(person)).execute()),
    changePerson: (person) => {
      const { id, school, created_at, ...changedColumns } = personColumns(person);
      return writeUnlessTaken(() => db.updateTable('people').set(changedColumns).where('id', '=', id).execute());
    },
    peopleOf: (school) =>
      people
        .where('school', '=', school)
        .where('login', 'is not', null)
        .orderBy((eb) => {
          const { lit } = eb;
          const staff = eb.case('role').when('admin').then(lit(0)).when('teacher').then(lit(1));
          return staff.when('mentor').then(lit(2)).else(lit(3)).end();
        })
        .orderBy('name')
        .orderBy('rowid')
        .execute(),
    ...sessionsStorage(tables),
    ...classesStorage(tables),
  };
};
