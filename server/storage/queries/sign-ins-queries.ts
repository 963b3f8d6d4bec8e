import type { SignInsStorage } from '#storage/sign-ins.ts';
import type { Tables } from './dialect.ts';

/** The record of sign-ins. */
export function signInsStorage({ db }: Tables): SignInsStorage {
  const rows = db
    .selectFrom('sign_ins')
    .select(['id', 'school', 'person', 'kind', 'by', 'browser', 'system', 'address', 'at', 'last_at as lastAt'])
    .select('count');
  return {
    add: async ({ id, school, person, kind, by, browser, system, address, at, lastAt, count }) => {
      const row = { id, school, person, kind, by, browser, system, address, at, last_at: lastAt, count };
      await db.insertInto('sign_ins').values(row).execute();
    },
    countAgain: async (row, since) => {
      const alike = db
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
      const counted = await db
        .updateTable('sign_ins')
        .set((eb) => ({
          count: eb('count', '+', 1),
          last_at: eb.case().when('last_at', '<', row.lastAt).then(row.lastAt).else(eb.ref('last_at')).end(),
        }))
        .where('id', '=', alike)
        .executeTakeFirst();
      return counted.numUpdatedRows > 0;
    },
    list: ({ school, machine, person, from, to, most }) => {
      const asked = rows
        .where((eb) => {
          const own = eb('school', '=', school);
          return machine ? eb.or([own, eb('school', 'is', null)]) : own;
        })
        .where('last_at', '>=', from)
        .where('at', '<', to);
      const ofPerson = person === null ? asked : asked.where('person', '=', person);
      return ofPerson.orderBy('last_at', 'desc').orderBy('rowid', 'desc').limit(most).execute();
    },
    forget: async (before) => {
      const ruled = db.selectFrom('retention').select('school').where('sign_in_days', 'is not', null);
      await db
        .deleteFrom('sign_ins')
        .where('last_at', '<', before)
        .where((eb) => eb.or([eb('school', 'is', null), eb('school', 'not in', ruled)]))
        .execute();
    },
  };
}
