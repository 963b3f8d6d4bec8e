import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, Migrator, SqliteDialect } from 'kysely';
import { expect, test } from 'vitest';
import type { DrillEvent } from '#engine/model/events.ts';
import * as drills from '#storage/migrations/001-drills.ts';
import * as classroom from '#storage/migrations/002-classroom.ts';
import * as pointRulings from '#storage/migrations/003-point-rulings.ts';
import * as retries from '#storage/migrations/004-retries.ts';
import * as portfolio from '#storage/migrations/005-portfolio.ts';
import * as commentsAppeals from '#storage/migrations/006-comments-appeals.ts';
import * as retriesOfSilences from '#storage/migrations/007-retries-of-silences.ts';
import * as authoredCases from '#storage/migrations/010-authored-cases.ts';
import * as quickReplies from '#storage/migrations/011-school-replies.ts';
import * as paperAppeals from '#storage/migrations/039-paper-appeals.ts';
import { isNewerDatabaseError } from '#storage/migrations/all.ts';
import * as appealsAgain from '#storage/migrations/terms/047-appeals-again.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { append, row } from './contract.ts';
import { aRuling } from './results-contract.ts';
import { tempFolder } from './temp-folder.ts';

test('a database from before rulings on points keeps its rulings', async () => {
  const folder = tempFolder();
  const database = new Database(join(folder, 'kefu.sqlite'));
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const older = { '001-drills': drills, '002-classroom': classroom };
  await new Migrator({ db, provider: { getMigrations: async () => older } }).migrateToLatest();
  database.exec(
    `insert into rulings (id, drill, finding, verdict, title, reason, by, at)
     values ('a', 'd1', 'vague@c1:3000', 'dismissed', '含糊', '说清了', 'p1', 100)`,
  );
  database.close();
  const storage = await openSqlite(folder, 'normal');
  expect(await storage.results.rulings('d1')).toEqual([aRuling('a')]);
  expect(await storage.results.proposals('d1')).toEqual([]);
  expect(await storage.discussion.comments('d1')).toEqual([]);
  await storage.close();
});

test('a database from before retries keeps its drills, none of them a retry', async () => {
  const folder = tempFolder();
  const database = new Database(join(folder, 'kefu.sqlite'));
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const older = { '001-drills': drills, '002-classroom': classroom, '003-point-rulings': pointRulings };
  await new Migrator({ db, provider: { getMigrations: async () => older } }).migrateToLatest();
  database.exec(
    `insert into drills (id, guest, content_hash, scenarios, mode, state, opened_at, heartbeat_at, seq)
     values ('d1', 'g1', 'h1', '["promotion/a","promotion/b"]', 'practice', 'opened', 1000, 1000, 1)`,
  );
  database.close();
  const storage = await openSqlite(folder, 'normal');
  expect(await storage.drillsOf('g1', null)).toEqual([row('d1')]);
  await storage.close();
});

test('a retry from before silences could be done again stays the retry of its turn', async () => {
  const folder = tempFolder();
  const database = new Database(join(folder, 'kefu.sqlite'));
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const older = {
    ...{ '001-drills': drills, '002-classroom': classroom, '003-point-rulings': pointRulings, '004-retries': retries },
    ...{ '005-portfolio': portfolio, '006-comments-appeals': commentsAppeals },
  };
  await new Migrator({ db, provider: { getMigrations: async () => older } }).migrateToLatest();
  database.exec(
    `insert into drills (id, guest, content_hash, scenarios, mode, state, opened_at, heartbeat_at, seq,
       retry_drill, retry_conversation, retry_turn)
     values ('d2', 'g1', 'h1', '["promotion/a","promotion/b"]', 'practice', 'opened', 1000, 1000, 1, 'd1', 'c1', 2)`,
  );
  database.close();
  const storage = await openSqlite(folder, 'normal');
  const retry = { drill: 'd1', conversation: 'c1', turn: 2, since: null };
  expect(await storage.retriesOf('d1')).toEqual([row('d2', { retry })]);
  await storage.close();
});

test('a database from before the list of sessions keeps them, each with an id of its own', async () => {
  const folder = tempFolder();
  const database = new Database(join(folder, 'kefu.sqlite'));
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  const older = {
    ...{ '001-drills': drills, '002-classroom': classroom, '003-point-rulings': pointRulings, '004-retries': retries },
    ...{ '005-portfolio': portfolio, '006-comments-appeals': commentsAppeals },
    ...{ '007-retries-of-silences': retriesOfSilences, '010-authored-cases': authoredCases },
    '011-school-replies': quickReplies,
  };
  await new Migrator({ db, provider: { getMigrations: async () => older } }).migrateToLatest();
  database.exec("insert into sessions values ('h1', 'p1', 1000, 9000), ('h2', 'p1', 2000, 9000)");
  database.close();
  const storage = await openSqlite(folder, 'normal');
  const from = { browser: null, system: null, address: null, weak: false };
  const [newer, older1] = await storage.people.sessionsOf('p1', 3000);
  expect(newer).toEqual({ ...from, id: newer?.id, person: 'p1', createdAt: 2000, seenAt: 2000 });
  expect(older1).toMatchObject({ createdAt: 1000, seenAt: 1000 });
  expect(newer?.id).toMatch(/^n[0-9a-f]{24}$/);
  expect(newer?.id).not.toBe(older1?.id);
  await storage.close();
});

test('a rush from before rushes had a column is known as one, by the first event of its log', async () => {
  const folder = tempFolder();
  const before = await openSqlite(folder, 'normal');
  await before.createDrill(row('d1'));
  await before.createDrill(row('d2'));
  const opened = (rush: object) => ({
    ...{ kind: 'drill-opened', at: 0, contentHash: 'h1', seed: 1, mode: 'practice', pace: 20, forkedFrom: null },
    ...{ customers: [], ...rush },
  });
  const rush = { profile: 'd618', level: 2, minutes: 15, dial: true, capacity: 2, colleagueAfterMs: 90_000 };
  await before.appendAll([
    append('d1', 0, { events: [opened({ rush: { ...rush, closingMs: 1, greeting: null } }) as DrillEvent] }),
    append('d2', 0, { events: [opened({}) as DrillEvent] }),
  ]);
  await before.close();
  const database = new Database(join(folder, 'kefu.sqlite'));
  database.exec("alter table drills drop column rush; delete from kysely_migration where name >= '016-rushes'");
  database.exec('drop index seats_by_device; drop index seats_by_person');
  database.exec(
    'drop table question_changes; drop table own_questions; drop table certificates; drop table path_settings; drop table evaluations',
  );
  database.exec('drop table papers; drop table sittings; drop table paper_answers; drop table paper_appeals');
  database.exec('drop table exams; drop table resits; drop table typing_sittings');
  database.exec('drop table private_exams; drop table seat_leaves');
  database.exec('drop table inspection_items; drop table markings; drop table handed_in');
  database.exec(
    'drop table terms; drop table term_entries; drop table teams; drop table team_members; drop table team_awards',
  );
  database.exec('drop table sheet_versions; drop table sheet_rows; drop table sheet_appeals');
  database.exec('drop table attendance_rules; drop table session_shifts; drop table attendance_entries');
  database.exec('drop table leaves; drop table handover_notes');
  database.exec('drop table term_rules; drop table term_steps; drop table side_drafts; drop table side_entries');
  database.exec('drop table recommendations; drop table ranking_steps');
  database.exec('drop table service_tables; drop table booklets; drop table booklet_items');
  for (const table of ['contests', 'contest_entries', 'contest_codes', 'contest_names', 'contest_files'])
    database.exec(`drop table ${table}`);
  database.exec('drop table known_keys; drop table signing_keys');
  database.exec('drop table mentorships; drop table shares; drop table planned_drills');
  database.exec('drop table role_plays');
  database.exec('alter table classes drop column mentors_see');
  database.exec('drop table school_standards; drop table puzzle_ratings; drop table puzzle_players');
  database.exec('drop table personal_replies');
  database.close();
  const storage = await openSqlite(folder, 'normal');
  const { colleagueAfterMs: _, ...kept } = rush;
  expect(await storage.drill('d1')).toMatchObject({ rush: kept, drawn: ['promotion/a', 'promotion/b'] });
  expect(await storage.drill('d2')).toMatchObject({ scenarios: ['promotion/a', 'promotion/b'] });
  await storage.close();
});

test('appeals from before they could be made again are the first of their place, with their rulings', async () => {
  const database = new Database(':memory:');
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database }) });
  await paperAppeals.up(db);
  database.exec(`insert into paper_appeals (seat, run, question, text, at, credit, reason, ruled_by, ruled_at)
    values ('s2', 'r1', 'a', '没说哪天', 5, 0.5, '一半', 'p1', 6), ('s1', 'r1', '#typing', '卡了', 7, null, null, null, null)`);
  await appealsAgain.up(db);
  expect(database.prepare('select seat, n, text, credit, ruled_at, withdrawn_at from paper_appeals').all()).toEqual([
    { seat: 's2', n: 1, text: '没说哪天', credit: 0.5, ruled_at: 6, withdrawn_at: null },
    { seat: 's1', n: 1, text: '卡了', credit: null, ruled_at: null, withdrawn_at: null },
  ]);
  await db.destroy();
});

test('only a database with migrations that the program lacks is a newer one, not migrations in a wrong order', async () => {
  const db = new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(':memory:') }) });
  const empty = { up: async () => {} };
  const migrate = async (names: readonly string[]): Promise<unknown> => {
    const provider = { getMigrations: async () => Object.fromEntries(names.map((name) => [name, empty])) };
    return (await new Migrator({ db, provider }).migrateToLatest()).error;
  };
  expect(await migrate(['001-a', '003-c'])).toBeUndefined();
  expect(isNewerDatabaseError(await migrate(['001-a', '002-b', '003-c']))).toBe(false);
  expect(isNewerDatabaseError(await migrate(['001-a']))).toBe(true);
  await db.destroy();
});
