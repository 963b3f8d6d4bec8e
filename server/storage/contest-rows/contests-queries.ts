import type { ContestRules } from '#contract/contests/rules.ts';
import type { ContestCode, ContestEntry, ContestsStorage, StoredContest } from '#storage/contests/contests.ts';
import { isOneOf, type Tables } from '#storage/queries/dialect.ts';
import type { ContestCodesTable, ContestEntriesTable, ContestsTable } from '#storage/tables/contest-tables.ts';

/** The row of the only signing key: an insert that comes second is passed over. */
const OWN_KEY = 'own';

export function contestsStorage({ db, dialect }: Tables): ContestsStorage {
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
    addCode: async ({ forWhom, usedBy, usedAt, ...rest }) => {
      await db
        .insertInto('contest_codes')
        .values({ ...rest, for_whom: forWhom, used_by: usedBy, used_at: usedAt })
        .execute();
    },
    codes: async (contest) => {
      const all = db.selectFrom('contest_codes').selectAll().where('contest', '=', contest);
      return (await all.orderBy('rowid').execute()).map(codeIn);
    },
    code: async (code) => {
      const row = await db.selectFrom('contest_codes').selectAll().where('code', '=', code).executeTakeFirst();
      return row === undefined ? null : codeIn(row);
    },
    claimCode: async (code, school, at) => {
      const { numUpdatedRows } = await db
        .updateTable('contest_codes')
        .set({ used_by: school, used_at: at })
        .where('code', '=', code)
        .where((one) => one.or([one('used_by', 'is', null), one('used_by', '=', school)]))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    removeCode: async (contest, code) => {
      const unused = db.deleteFrom('contest_codes').where('contest', '=', contest).where('code', '=', code);
      return (await unused.where('used_by', 'is', null).executeTakeFirst()).numDeletedRows === 1n;
    },
    names: async (contest) => {
      const rows = await db
        .selectFrom('contest_names')
        .select(['seat', 'name'])
        .where('contest', '=', contest)
        .execute();
      return new Map(rows.map(({ seat, name }) => [seat, name]));
    },
    namesOf: (seats) =>
      db
        .selectFrom('contest_names')
        .select(['contest', 'seat', 'name', 'at'])
        .where(isOneOf(dialect, 'seat', seats))
        .orderBy('rowid')
        .execute(),
    putName: (seat, contest, name, at) =>
      db.transaction().execute(async (trx) => {
        if (name === null) {
          await trx.deleteFrom('contest_names').where('seat', '=', seat).execute();
          return true;
        }
        const taken = trx.selectFrom('contest_names').select('seat').where('contest', '=', contest);
        const holder = await taken.where('name', '=', name).executeTakeFirst();
        if (holder !== undefined) return holder.seat === seat;
        await trx.deleteFrom('contest_names').where('seat', '=', seat).execute();
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('contest_names')
          .values({ seat, contest, name, at })
          .onConflict((on) => on.doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }),
    putFile: async (file) => {
      const { body, by, at } = file;
      await db
        .insertInto('contest_files')
        .values(file)
        .onConflict((on) => on.columns(['contest', 'fingerprint', 'source']).doUpdateSet({ body, by, at }))
        .execute();
    },
    files: (contest) =>
      db
        .selectFrom('contest_files')
        .select(['contest', 'fingerprint', 'source', 'body', 'by', 'at'])
        .where('contest', '=', contest)
        .orderBy('rowid')
        .execute(),
    removeFile: async (contest, fingerprint, source) => {
      const removed = db.deleteFrom('contest_files').where('contest', '=', contest).where('source', '=', source);
      return (await removed.where('fingerprint', '=', fingerprint).executeTakeFirst()).numDeletedRows === 1n;
    },
    knownKeys: (school) =>
      db
        .selectFrom('known_keys')
        .select(['school', 'fingerprint', 'name', 'by', 'at'])
        .where('school', '=', school)
        .orderBy('rowid')
        .execute(),
    putKnownKey: async (key) => {
      const { name, by, at } = key;
      await db
        .insertInto('known_keys')
        .values(key)
        .onConflict((on) => on.columns(['school', 'fingerprint']).doUpdateSet({ name, by, at }))
        .execute();
    },
    signingKey: async () => {
      const row = await db.selectFrom('signing_keys').selectAll().where('id', '=', OWN_KEY).executeTakeFirst();
      return row === undefined ? null : { publicKey: row.public_key, privateKey: row.private_key };
    },
    addSigningKey: async ({ publicKey, privateKey }, at) => {
      await db
        .insertInto('signing_keys')
        .values({ id: OWN_KEY, public_key: publicKey, private_key: privateKey, at })
        .onConflict((on) => on.doNothing())
        .execute();
    },
  };
}

const contestIn = ({ body, opened_at, unveiled, ...rest }: ContestsTable): StoredContest => ({
  ...{ id: rest.id, school: rest.school, name: rest.name, by: rest.by, at: rest.at, unveiled },
  openedAt: opened_at,
  rules: rulesIn(body),
});

function rulesIn(body: string): ContestRules {
  return JSON.parse(body);
}

const entryIn = ({ left_at, ...rest }: ContestEntriesTable): ContestEntry => ({
  ...{ run: rest.run, contest: rest.contest, school: rest.school, team: rest.team, by: rest.by, at: rest.at },
  leftAt: left_at,
});

const codeIn = ({ for_whom, used_by, used_at, code, contest, at }: ContestCodesTable): ContestCode => ({
  ...{ code, contest, forWhom: for_whom, at, usedBy: used_by, usedAt: used_at },
});
