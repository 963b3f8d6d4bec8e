import type { SignInsStorage } from '#storage/sign-ins.ts';
import type { Tables } from './dialect.ts';

/** The record of sign-ins. */
export const signInsStorage = ({ db }: Tables): SignInsStorage => {
  const rows = db
    .selectFrom('sign_ins')
    .select(['id', 'school', 'person', 'kind', 'by', 'browser', 'system', 'address', 'at', 'last_at as lastAt'])
    .select('count');
  return {
    add: async ({ id, school, person, kind, by, browser, system, address, at, lastAt, count }) => {
      const row = { id, school, person, kind, by, browser, system, address, at, last_at: lastAt, count };
      await db.insertInto('sign_ins').values(row).execute();
    },
    countRepeat: async (row, since) => {
      const similarRow = db
        .selectFrom('sign_ins')
        .select('id')
        .where('last_at', '>', since)
        .where('at', '>', since)
        .where('kind', '=', row.kind)
        .where('address', '=', row.address)
        .where('person', 'is not distinct from', row.person)
        .where('school', 'is not distinct from', row.school)
        .where('by', 'is not distinct from', row.by)
        .where('browser', 'is not distinct from', row.browser)
        .where('system', 'is not distinct from', row.system)
        .orderBy('at', 'desc')
        .orderBy('rowid')
        .limit(1);
      const update = await db
        .updateTable('sign_ins')
        .set((eb) => ({
          count: eb('count', '+', 1),
          last_at: eb.case().when('last_at', '<', row.lastAt).then(row.lastAt).else(eb.ref('last_at')).end(),
        }))
        .where('id', '=', similarRow)
        .executeTakeFirst();
      return update.numUpdatedRows > 0;
    },
    list: ({ school, includesMachine, person, from, to, limit }) => {
      const inPeriod = rows
        .where((eb) => {
          const ofSchool = eb('school', '=', school);
          return includesMachine ? eb.or([ofSchool, eb('school', 'is', null)]) : ofSchool;
        })
        .where('last_at', '>=', from)
        .where('at', '<', to);
      const ofPerson = person === null ? inPeriod : inPeriod.where('person', '=', person);
      return ofPerson.orderBy('last_at', 'desc').orderBy('rowid', 'desc').limit(limit).execute();
    },
    deleteBefore: async (before) => {
      const schoolsWithRule = db.selectFrom('retention').select('school').where('sign_in_days', 'is not', null);
      await db
        .deleteFrom('sign_ins')
        .where('last_at', '<', before)
        .where((eb) => eb.or([eb('school', 'is', null), eb('school', 'not in', schoolsWithRule)]))
        .execute();
    },
  };
};
