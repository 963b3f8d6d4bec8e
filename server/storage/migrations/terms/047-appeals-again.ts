import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();

/**
 * A question of a paper, or an exam's typing, is appealed more than once at a seat: a row an appeal, `n` counting from 1.
 * `withdrawn_at` empty: not withdrawn. The rows that are there are the first of their place, in their order.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await db.schema
    .createTable('appeals_again')
    .addColumn('seat', 'text', required)
    .addColumn('run', 'text', required)
    .addColumn('question', 'text', required)
    .addColumn('n', 'integer', required)
    .addColumn('text', 'text')
    .addColumn('at', 'integer')
    .addColumn('withdrawn_at', 'integer')
    .addColumn('credit', 'real')
    .addColumn('reason', 'text')
    .addColumn('ruled_by', 'text')
    .addColumn('ruled_at', 'integer')
    .addPrimaryKeyConstraint('paper_appeals_place', ['seat', 'question', 'n'])
    .execute();
  await sql`
    insert into appeals_again (seat, run, question, n, text, at, credit, reason, ruled_by, ruled_at)
    select seat, run, question, 1, text, at, credit, reason, ruled_by, ruled_at from paper_appeals order by rowid
  `.execute(db);
  await db.schema.dropTable('paper_appeals').execute();
  await db.schema.alterTable('appeals_again').renameTo('paper_appeals').execute();
  await db.schema.createIndex('paper_appeals_of_run').on('paper_appeals').column('run').execute();
};
