import { type ColumnDefinitionBuilder, type CreateTableBuilder, type Kysely, sql } from 'kysely';

const required = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.notNull();
const key = (column: ColumnDefinitionBuilder): ColumnDefinitionBuilder => column.primaryKey();

/** Schools, people, classes, runs, seats and rulings. Every row belongs to a school and refers to no other school's rows. */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  const table = (name: string): CreateTableBuilder<string> => db.schema.createTable(name);

  await table('schools')
    .addColumn('id', 'text', key)
    .addColumn('name', 'text', required)
    .addColumn('created_at', 'integer', required)
    .execute();
  // `login` is stored in lower case; trainees of a roster have none until they are given one.
  await table('people')
    .addColumn('id', 'text', key)
    .addColumn('school', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('role', 'text', required)
    .addColumn('login', 'text', (column) => column.unique())
    .addColumn('password', 'text')
    .addColumn('created_at', 'integer', required)
    .addColumn('disabled_at', 'integer')
    .addColumn('seen_at', 'integer')
    .execute();
  await db.schema.createIndex('people_of_school').on('people').columns(['school', 'role']).execute();
  await table('sessions')
    .addColumn('token_hash', 'text', key)
    .addColumn('person', 'text', required)
    .addColumn('created_at', 'integer', required)
    .addColumn('expires_at', 'integer', required)
    .execute();
  await db.schema.createIndex('sessions_of_person').on('sessions').column('person').execute();

  await table('classes')
    .addColumn('id', 'text', key)
    .addColumn('school', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('created_at', 'integer', required)
    .addColumn('archived_at', 'integer')
    .execute();
  await db.schema.createIndex('classes_of_school').on('classes').column('school').execute();
  await table('members')
    .addColumn('class', 'text', required)
    .addColumn('person', 'text', required)
    .addColumn('no', 'text', required)
    .addColumn('place', 'integer', required)
    .addColumn('left_at', 'integer')
    .addPrimaryKeyConstraint('members_key', ['class', 'person'])
    .execute();
  await db.schema.createIndex('members_of_person').on('members').column('person').execute();

  await table('templates')
    .addColumn('id', 'text', key)
    .addColumn('school', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('plan', 'text', required)
    .addColumn('created_at', 'integer', required)
    .execute();
  // `code` is unique among runs not over. The clock showed `clock_ms` at `clock_at`; it runs on from there or stands
  // still.
  await table('runs')
    .addColumn('id', 'text', key)
    .addColumn('school', 'text', required)
    .addColumn('class', 'text')
    .addColumn('name', 'text', required)
    .addColumn('code', 'text', required)
    .addColumn('plan', 'text', required)
    .addColumn('seed', 'integer', required)
    .addColumn('stage', 'text', required)
    .addColumn('created_by', 'text', required)
    .addColumn('created_at', 'integer', required)
    .addColumn('started_at', 'integer')
    .addColumn('ended_at', 'integer')
    .addColumn('published_at', 'integer')
    .addColumn('locked', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('frozen', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('total_ms', 'integer', required)
    .addColumn('clock_ms', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('clock_at', 'integer', required)
    .addColumn('clock_running', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('runs_of_school').on('runs').columns(['school', 'created_at']).execute();
  await sql`create unique index runs_of_code on runs (code) where ended_at is null`.execute(db);
  // Who did what to a run: stages, freezes, words to seats, incidents, marks, publishing. Never changed.
  await table('run_log')
    .addColumn('id', 'text', key)
    .addColumn('run', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('by', 'text')
    .addColumn('kind', 'text', required)
    .addColumn('seat', 'text')
    .addColumn('body', 'text', required)
    .execute();
  await db.schema.createIndex('run_log_of_run').on('run_log').columns(['run', 'at']).execute();

  await table('seats')
    .addColumn('id', 'text', key)
    .addColumn('run', 'text', required)
    .addColumn('school', 'text', required)
    .addColumn('person', 'text')
    .addColumn('no', 'text', required)
    .addColumn('name', 'text', required)
    .addColumn('place', 'integer', required)
    .addColumn('guest', 'text')
    .addColumn('joined_at', 'integer')
    .addColumn('asking_guest', 'text')
    .addColumn('refused_guest', 'text')
    .execute();
  await db.schema.createIndex('seats_of_run').on('seats').columns(['run', 'place']).execute();
  await sql`create unique index seats_of_guest on seats (run, guest) where guest is not null`.execute(db);

  await table('redos')
    .addColumn('id', 'text', key)
    .addColumn('run', 'text', required)
    .addColumn('drill', 'text', required)
    .addColumn('conversation', 'text', required)
    .addColumn('turn', 'integer', required)
    .addColumn('at', 'integer', required)
    .addColumn('closed_at', 'integer')
    .execute();
  await db.schema.createIndex('redos_of_run').on('redos').columns(['run', 'at']).execute();

  // A drill of a run belongs to a seat; `redo`: the replay task that it answers (RULES N7).
  for (const column of ['school', 'run', 'seat', 'person', 'redo'] as const) {
    await db.schema.alterTable('drills').addColumn(column, 'text').execute();
  }
  await sql`create index drills_of_run on drills (run, opened_at) where run is not null`.execute(db);
  await sql`create index drills_of_person on drills (person, opened_at) where person is not null`.execute(db);

  await table('results')
    .addColumn('drill', 'text', key)
    .addColumn('made_at', 'integer', required)
    .addColumn('body', 'text', required)
    .execute();
  await table('rulings')
    .addColumn('id', 'text', key)
    .addColumn('drill', 'text', required)
    .addColumn('finding', 'text')
    .addColumn('verdict', 'text', required)
    .addColumn('score', 'real')
    .addColumn('title', 'text', required)
    .addColumn('reason', 'text', required)
    .addColumn('by', 'text', required)
    .addColumn('at', 'integer', required)
    .addColumn('undone_by', 'text')
    .addColumn('undone_at', 'integer')
    .execute();
  await db.schema.createIndex('rulings_of_drill').on('rulings').columns(['drill', 'at']).execute();
};
