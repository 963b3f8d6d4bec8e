import { sql } from 'kysely';
import type { Tables } from '#storage/queries/dialect.ts';
import type { ServiceTableHead, ServiceTablesStorage, ServiceTablesTable } from '#storage/service-data.ts';

const HEAD = ['id', 'school', 'name', 'rows', 'first_at', 'last_at', 'by', 'at'] as const;

const headIn = ({ first_at, last_at, ...rest }: Omit<ServiceTablesTable, 'body'>): ServiceTableHead => ({
  ...{ id: rest.id, school: rest.school, name: rest.name, rows: rest.rows },
  ...{ firstAt: first_at, lastAt: last_at, by: rest.by, at: rest.at },
});

export const serviceTablesStorage = ({ db, dialect }: Tables): ServiceTablesStorage => {
  return {
    add: ({ firstAt, lastAt, ...rest }, most) =>
      db.transaction().execute(async (trx) => {
        // Two uploads at once would both find room for the last one.
        if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(hashtext(${rest.school}))`.execute(trx);
        const counted = trx.selectFrom('service_tables').select((one) => one.fn.countAll<number>().as('n'));
        const { n } = await counted.where('school', '=', rest.school).executeTakeFirstOrThrow();
        if (Number(n) >= most) return false;
        await trx
          .insertInto('service_tables')
          .values({ ...rest, first_at: firstAt, last_at: lastAt })
          .execute();
        return true;
      }),
    list: async (school) =>
      (
        await db
          .selectFrom('service_tables')
          .select(HEAD)
          .where('school', '=', school)
          .orderBy('at', 'desc')
          .orderBy('rowid', 'desc')
          .execute()
      ).map(headIn),
    ofPerson: async (person) =>
      (
        await db
          .selectFrom('service_tables')
          .select(HEAD)
          .where('by', '=', person)
          .orderBy('at')
          .orderBy('rowid')
          .execute()
      ).map(headIn),
    table: async (school, id) => {
      const found = db.selectFrom('service_tables').select([...HEAD, 'body']);
      const row = await found.where('school', '=', school).where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : { ...headIn(row), body: row.body };
    },
    rename: async (school, id, name) => {
      const renamed = db.updateTable('service_tables').set({ name }).where('school', '=', school);
      return (await renamed.where('id', '=', id).executeTakeFirst()).numUpdatedRows === 1n;
    },
    remove: async (school, id) => {
      const removed = db.deleteFrom('service_tables').where('school', '=', school);
      return (await removed.where('id', '=', id).executeTakeFirst()).numDeletedRows === 1n;
    },
  };
};
