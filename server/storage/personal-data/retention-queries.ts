import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { PersonalDataStorage } from '#storage/personal-data.ts';
import type { Tables } from '#storage/queries/dialect.ts';
import { erasureScopeOfAnonymisedDrills, erasureScopeOfPractice } from './erasure-scope-queries.ts';

type RetentionCalls = Pick<
  PersonalDataStorage,
  'duePractice' | 'dueRuns' | 'signInsBefore' | 'sessionsBefore' | 'settings' | 'changeSettings' | 'noteRetentionDone'
>;

export const retentionStorage = (tables: Tables): RetentionCalls => {
  const { db } = tables;
  const settingsRows = db.selectFrom('retention').selectAll();
  return {
    duePractice: async ({ school, before, limit }) => {
      // A device counts as the school's whose seat it took last; one that never took any, as the first school's.
      const schoolOf = (guest: RawBuilder<unknown>) => sql<string | null>`(select seats.school from seats
        where seats.guest = ${guest} order by coalesce(seats.joined_at, 0) desc limit 1)`;
      const firstSchool = sql<string>`(select id from schools order by created_at, rowid limit 1)`;
      const rows = await db
        .selectFrom('drills')
        .select('id')
        .where('school', 'is', null)
        .where('person', 'is', null)
        .where('retry_drill', 'is', null)
        .where('running', '=', 0)
        .where('heartbeat_at', '<', before)
        .where(sql<SqlBool>`coalesce(${schoolOf(sql.ref('drills.guest'))}, ${firstSchool}) = ${school}`)
        .orderBy('heartbeat_at')
        .limit(limit)
        .execute();
      // One whose customers were never begun has no drill with which it would go.
      const exams = await db
        .selectFrom('private_exams')
        .select('id')
        .where('drill', 'is', null)
        .where('person', 'is', null)
        .where('at', '<', before)
        .where(sql<SqlBool>`coalesce(${schoolOf(sql.ref('private_exams.guest'))}, ${firstSchool}) = ${school}`)
        .orderBy('at')
        .limit(limit)
        .execute();
      const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);
      return erasureScopeOfPractice(tables, { drills: ids(rows), privateExams: ids(exams) });
    },
    dueRuns: async ({ school, before, limit }) => {
      const rows = await db
        .selectFrom('drills')
        .innerJoin('runs', 'runs.id', 'drills.run')
        .select('drills.id')
        .where('runs.school', '=', school)
        .where('runs.ended_at', '<', before)
        .where('drills.erased_at', 'is', null)
        .where('drills.redo', 'is', null)
        .orderBy('runs.ended_at')
        .limit(limit)
        .execute();
      return erasureScopeOfAnonymisedDrills(
        tables,
        rows.map(({ id }) => id),
      );
    },
    signInsBefore: async ({ school, before }, forget) => {
      if (forget) {
        const deletion = db.deleteFrom('sign_ins').where('school', '=', school).where('last_at', '<', before);
        return Number((await deletion.executeTakeFirst()).numDeletedRows);
      }
      const rows = db.selectFrom('sign_ins').where('school', '=', school).where('last_at', '<', before);
      return Number((await rows.select((eb) => eb.fn.countAll().as('n')).executeTakeFirst())?.n ?? 0);
    },
    sessionsBefore: async ({ school, before }, forget) => {
      const isUnused = sql<SqlBool>`seen_at < ${before} and person in (select id from people where school = ${school})`;
      if (forget) return Number((await db.deleteFrom('sessions').where(isUnused).executeTakeFirst()).numDeletedRows);
      const rows = db.selectFrom('sessions').where(isUnused);
      return Number((await rows.select((eb) => eb.fn.countAll().as('n')).executeTakeFirst())?.n ?? 0);
    },
    settings: async (school) => {
      const row = await settingsRows.where('school', '=', school).executeTakeFirst();
      return {
        days: {
          practice: row?.practice_days ?? null,
          runs: row?.run_days ?? null,
          signIns: row?.sign_in_days ?? null,
          sessions: row?.session_days ?? null,
        },
        officer: row?.officer ?? null,
        doneAt: row?.done_at ?? null,
      };
    },
    changeSettings: async (school, { days, officer }) => {
      const columns = {
        ...{ officer, practice_days: days.practice, run_days: days.runs },
        ...{ sign_in_days: days.signIns, session_days: days.sessions },
      };
      await db
        .insertInto('retention')
        .values({ school, ...columns })
        .onConflict((on) => on.column('school').doUpdateSet(columns))
        .execute();
    },
    noteRetentionDone: async (school, at) => {
      await db
        .insertInto('retention')
        .values({ school, done_at: at })
        .onConflict((on) => on.column('school').doUpdateSet({ done_at: at }))
        .execute();
    },
  };
};
