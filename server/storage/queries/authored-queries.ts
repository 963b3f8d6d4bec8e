import type { Kysely } from 'kysely';
import type { AuthoredChange, AuthoredStorage, AuthoredVersion, VersionContent } from '#storage/authored-cases.ts';
import { forUpdate, type Tables, textIn } from './dialect.ts';
import type { Database } from './tables.ts';

type NewVersion = Omit<AuthoredVersion, 'no'>;

/** Authored cases. */
export const authoredStorage = ({ db, dialect }: Tables): AuthoredStorage => {
  const cases = db
    .selectFrom('authored_cases')
    .select([
      'id',
      'school',
      'scenario as scenarioId',
      'created_by as createdBy',
      'created_at as createdAt',
      'published',
    ]);

  const addVersion = async (trx: Kysely<Database>, version: NewVersion, change: AuthoredChange) => {
    // Two who save at once would otherwise give the same number.
    await forUpdate(dialect, trx.selectFrom('authored_cases').select('id').where('id', '=', version.case)).execute();
    const lastVersion = await trx
      .selectFrom('authored_versions')
      .select((eb) => eb.fn.max('no').as('no'))
      .where('case_id', '=', version.case)
      .executeTakeFirst();
    const no = (lastVersion?.no ?? 0) + 1;
    const { case: id, hash, yaml, testplan, errorCount, warningCount, note, by, at } = version;
    const row = { case_id: id, hash, no, yaml, testplan, errors: errorCount, warnings: warningCount, note, by, at };
    const added = await trx
      .insertInto('authored_versions')
      .values({ ...row, scenario: storedContent(version) })
      .onConflict((on) => on.doNothing())
      .executeTakeFirst();
    if (added.numInsertedOrUpdatedRows === 0n) return null;
    await addChange(trx, change);
    return no;
  };

  return {
    create: ({ id, school, scenarioId, createdBy, createdAt }, version, change) =>
      db.transaction().execute(async (trx) => {
        const added = await trx
          .insertInto('authored_cases')
          .values({ id, school, scenario: scenarioId, created_by: createdBy, created_at: createdAt })
          .onConflict((on) => on.doNothing())
          .executeTakeFirst();
        if (added.numInsertedOrUpdatedRows === 0n) return false;
        await addVersion(trx, version, change);
        return true;
      }),
    addVersion: (version, change) => db.transaction().execute((trx) => addVersion(trx, version, change)),
    casesOf: (school) => cases.where('school', '=', school).orderBy('created_at').orderBy('rowid').execute(),
    caseById: async (id) => (await cases.where('id', '=', id).executeTakeFirst()) ?? null,
    versionRows: async (caseId) => {
      const rows = db
        .selectFrom('authored_versions')
        .select([
          'case_id as case',
          'hash',
          'no',
          'errors as errorCount',
          'warnings as warningCount',
          'note',
          'by',
          'at',
        ])
        .select((eb) => [
          textIn(dialect, 'scenario', 'title').as('title'),
          eb.case().when('testplan', 'is', null).then(eb.lit(0)).else(eb.lit(1)).end().as('hasTestplan'),
        ])
        .where('case_id', '=', caseId)
        .orderBy('no', 'desc');
      return (await rows.execute()).map((row) => ({ ...row, hasTestplan: row.hasTestplan === 1 }));
    },
    version: async (caseId, hash) => {
      const rows = db
        .selectFrom('authored_versions')
        .select([
          'case_id as case',
          'hash',
          'no',
          'yaml',
          'testplan',
          'scenario',
          'errors as errorCount',
          'warnings as warningCount',
          'note',
        ])
        .select(['by', 'at']);
      const row = await rows.where('case_id', '=', caseId).where('hash', '=', hash).executeTakeFirst();
      return row === undefined ? null : { ...row, ...contentIn(row.scenario) };
    },
    publish: (caseId, version, change) =>
      db.transaction().execute(async (trx) => {
        await trx.updateTable('authored_cases').set({ published: version }).where('id', '=', caseId).execute();
        await addChange(trx, change);
      }),
    changes: (caseId) =>
      db
        .selectFrom('authored_log')
        .select(['id', 'case_id as case', 'at', 'by', 'kind', 'version'])
        .where('case_id', '=', caseId)
        .orderBy('at', 'desc')
        .orderBy('rowid', 'desc')
        .execute(),
    catalogCases: async (school) => {
      const rows = await db
        .selectFrom('authored_cases')
        .innerJoin('authored_versions', 'authored_versions.case_id', 'authored_cases.id')
        .select(['authored_cases.id', 'authored_versions.hash as version'])
        .select(['authored_cases.published', 'authored_versions.scenario'])
        .where('authored_cases.school', '=', school)
        .where((eb) => {
          const versions = eb.selectFrom('authored_versions as newest').select('newest.hash');
          const versionsOfCase = versions.whereRef('newest.case_id', '=', 'authored_cases.id');
          const newest = versionsOfCase.orderBy('newest.no', 'desc').limit(1);
          return eb('authored_versions.hash', '=', eb.fn.coalesce('authored_cases.published', newest));
        })
        .orderBy('authored_cases.created_at')
        .orderBy('authored_cases.rowid')
        .execute();
      return rows.map(({ id, version, published, scenario }) => ({
        ...{ id, version, isPublished: published !== null, ...contentIn(scenario) },
      }));
    },
    contentOfVersion: async (school, { scenario, version }) => {
      const rows = db
        .selectFrom('authored_cases')
        .innerJoin('authored_versions', 'authored_versions.case_id', 'authored_cases.id')
        .select('authored_versions.scenario')
        .where('authored_cases.school', '=', school)
        .where('authored_cases.scenario', '=', scenario)
        .where('authored_versions.hash', '=', version);
      const row = await rows.executeTakeFirst();
      return row === undefined ? null : contentIn(row.scenario);
    },
    setRunCases: (run, pins) =>
      db.transaction().execute(async (trx) => {
        for (const { scenario, version } of pins) {
          await trx.insertInto('run_cases').values({ run, scenario, version }).execute();
        }
      }),
    runCases: (run) =>
      db.selectFrom('run_cases').select(['scenario', 'version']).where('run', '=', run).orderBy('rowid').execute(),
  };
};

const addChange = async (
  trx: Kysely<Database>,
  { id, at, by, kind, version, ...change }: AuthoredChange,
): Promise<void> => {
  await trx.insertInto('authored_log').values({ id, case_id: change.case, at, by, kind, version }).execute();
};

/** The template stands beside the scenario's own keys, where a plain case has none: its rows are as they always were. */
const storedContent = ({ scenario, template }: VersionContent): string =>
  JSON.stringify(template === null ? scenario : { ...scenario, template });

const contentIn = (body: string): VersionContent => {
  const { template = null, ...scenario } = JSON.parse(body);
  return { scenario, template };
};
