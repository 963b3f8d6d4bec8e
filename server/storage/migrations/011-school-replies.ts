import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import type { Dialect } from './names.ts';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/** A school's own quick replies: a row for every saving, none of which is ever changed. The newest counts. */
export const up = async (db: Kysely<unknown>, dialect: Dialect = 'sqlite'): Promise<void> => {
  await db.schema
    .createTable('school_replies')
    .addColumn('school', 'text', required)
    .addColumn('shop', 'text', required)
    .addColumn('version', 'integer', required)
    .addColumn('kind', 'text', required)
    .addColumn('restores', 'integer')
    .addColumn('count', 'integer', required)
    .addColumn('added', 'integer', required)
    .addColumn('changed', 'integer', required)
    .addColumn('removed', 'integer', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('body', 'text', required)
    .addPrimaryKeyConstraint('school_replies_key', ['school', 'shop', 'version'])
    .execute();
  if (dialect === 'sqlite') {
    await sql`create trigger school_replies_stay before update on school_replies
    begin select raise(abort, 'a version of school replies is never changed'); end`.execute(db);
    return;
  }
  await sql`create function school_replies_stay() returns trigger language plpgsql as
    'begin raise exception ''a version of school replies is never changed''; end'`.execute(db);
  await sql`create trigger school_replies_stay before update on school_replies
    for each row execute function school_replies_stay()`.execute(db);
};
