import { type ColumnDefinitionBuilder, type Kysely, sql } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey();

/** Comments and appeals about a report, and what rulings changed in it. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  // A row for each writing, editing and deleting: `comment` is the first row's id.
  await db.schema
    .createTable('comments')
    .addColumn('id', 'text', key)
    .addColumn('comment', 'text', required)
    .addColumn('drill', 'text', required)
    .addColumn('place', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('kind', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .execute();
  await db.schema.createIndex('comments_of_drill').on('comments').columns(['drill', 'at']).execute();

  await db.schema
    .createTable('appeals')
    .addColumn('id', 'text', key)
    .addColumn('drill', 'text', required)
    .addColumn('place', 'text', required)
    .addColumn('title', 'text', required)
    .addColumn('text', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('how', 'text')
    .addColumn('closed_by', 'text')
    .addColumn('closed_at', 'integer')
    .addColumn('reason', 'text')
    .addColumn('ruling', 'text')
    .execute();
  await db.schema.createIndex('appeals_of_drill').on('appeals').columns(['drill', 'at']).execute();
  await sql`create unique index appeals_open on appeals (drill, place) where closed_at is null`.execute(db);

  // What a ruling and its undoing changed, as it was told then: today's scoring might tell it otherwise.
  await db.schema
    .createTable('ruling_effects')
    .addColumn('ruling', 'text', required)
    .addColumn('deed', 'text', required)
    .addColumn('drill', 'text', required)
    .addColumn('body', 'text', required)
    .addPrimaryKeyConstraint('ruling_effects_key', ['ruling', 'deed'])
    .execute();
  await db.schema.createIndex('ruling_effects_of_drill').on('ruling_effects').column('drill').execute();
};
