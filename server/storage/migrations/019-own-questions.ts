import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';
import type { Dialect } from './names.ts';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/**
 * A school's own questions: a row for every question as a change brought it. Another change may only say until when it
 * counted, so that the papers drawn before can still be read.
 */
export const up = async (db: Kysely<unknown>, dialect: Dialect = 'sqlite'): Promise<void> => {
  await db.schema
    .createTable('question_changes')
    .addColumn('school', 'text', required)
    .addColumn('revision', 'integer', required)
    .addColumn('kind', 'text', required)
    .addColumn('file', 'text')
    .addColumn('undoes', 'integer')
    .addColumn('added', 'integer', required)
    .addColumn('changed', 'integer', required)
    .addColumn('removed', 'integer', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addPrimaryKeyConstraint('question_changes_key', ['school', 'revision'])
    .execute();
  await db.schema
    .createTable('own_questions')
    .addColumn('school', 'text', required)
    .addColumn('id', 'text', required)
    .addColumn('since', 'integer', required)
    .addColumn('until', 'integer')
    .addColumn('body', 'text', required)
    .addPrimaryKeyConstraint('own_questions_key', ['school', 'id', 'since'])
    .execute();
  if (dialect === 'sqlite') {
    await sql`create trigger own_questions_stay before update of school, id, since, body on own_questions
    begin select raise(abort, 'an own question is never changed'); end`.execute(db);
    return;
  }
  await sql`create function own_questions_stay() returns trigger language plpgsql as
    'begin raise exception ''an own question is never changed''; end'`.execute(db);
  await sql`create trigger own_questions_stay before update of school, id, since, body on own_questions
    for each row execute function own_questions_stay()`.execute(db);
};
