import type { ContestRules } from '#contract/contests/rules.ts';
import type { ContestEntry, ContestsStorage, StoredContest } from '#storage/contests/contests.ts';
import type { Tables } from '#storage/queries/dialect.ts';
import type { ContestEntriesTable, ContestsTable } from '#storage/tables/contest-tables.ts';
import { contestCodesStorage } from './contest-codes.ts';
import { contestFilesStorage } from './contest-files.ts';
import { contestNamesStorage } from './contest-names.ts';
import { signingKeysStorage } from './signing-keys.ts';

export const contestsStorage = (tables: Tables): ContestsStorage => {
  const { db } = tables;
  const contests = () => db.selectFrom('contests').selectAll();
  const entries = () => db.selectFrom('contest_entries').selectAll();
  return {
    create: async ({ rules, openedAt, ...rest }) => {
      await db
        .insertInto('contests')
        .values({ ...rest, body: JSON.stringify(rules), opened_at: openedAt })
        .execute();
    },
    contest: async (id) => {
      const row = await contests().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : contestIn(row);
    },
    ofSchool: async (school) => {
      const entered = db.selectFrom('contest_entries').select('contest').where('school', '=', school);
      const rows = await contests()
        .where((one) => one.or([one('school', '=', school), one('id', 'in', entered)]))
        .orderBy('at', 'desc')
        .orderBy('rowid', 'desc')
        .execute();
      return rows.map(contestIn);
    },
    unveil: async (id, unveiled, openedAt) => {
      const { numUpdatedRows } = await db
        .updateTable('contests')
        .set({ unveiled, opened_at: openedAt })
        .where('id', '=', id)
        .where('opened_at', 'is', null)
        .where((one) => one.or([one('unveiled', 'is', null), one('unveiled', '<=', unveiled)]))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    addEntry: async ({ leftAt, ...rest }) => {
      await db
        .insertInto('contest_entries')
        .values({ ...rest, left_at: leftAt })
        .execute();
    },
    entries: async (contest) =>
      (await entries().where('contest', '=', contest).orderBy('rowid').execute()).map(entryIn),
    entryOf: async (run) => {
      const row = await entries().where('run', '=', run).executeTakeFirst();
      return row === undefined ? null : entryIn(row);
    },
    leave: async (run, at) => {
      const left = db.updateTable('contest_entries').set({ left_at: at }).where('run', '=', run);
      return (await left.where('left_at', 'is', null).executeTakeFirst()).numUpdatedRows === 1n;
    },
    ...contestCodesStorage(tables),
    ...contestNamesStorage(tables),
    ...contestFilesStorage(tables),
    ...signingKeysStorage(tables),
  };
};

const contestIn = ({ body, opened_at, unveiled, ...rest }: ContestsTable): StoredContest => ({
  ...{ id: rest.id, school: rest.school, name: rest.name, by: rest.by, at: rest.at, unveiled },
  openedAt: opened_at,
  rules: rulesIn(body),
});

const rulesIn = (body: string): ContestRules => {
  return JSON.parse(body);
};

const entryIn = ({ left_at, ...rest }: ContestEntriesTable): ContestEntry => ({
  ...{ run: rest.run, contest: rest.contest, school: rest.school, team: rest.team, by: rest.by, at: rest.at },
  leftAt: left_at,
});
