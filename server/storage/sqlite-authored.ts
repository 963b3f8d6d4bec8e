import type { Database } from 'better-sqlite3';
import type { Scenario } from '#engine/model/content.ts';
import type {
  AuthoredCase,
  AuthoredChange,
  AuthoredStorage,
  AuthoredVersion,
  AuthoredVersionRow,
  CatalogCase,
  RunCase,
} from './authored.ts';

/** A row as SQLite has it: the scenario is JSON. */
type VersionColumns = Omit<AuthoredVersion, 'scenario'> & { scenario: string };
type RowColumns = Omit<AuthoredVersionRow, 'hasTestplan'> & { hasTestplan: number };
type ShelvedColumns = Omit<CatalogCase, 'published' | 'scenario'> & { published: number; scenario: string };

const CASE = 'id, school, scenario, created_by as createdBy, created_at as createdAt, published';

/** Authored cases on an opened, migrated database. */
export function createAuthoredStorage(database: Database): AuthoredStorage {
  const prepare = <P extends unknown[] | object, R>(sql: string) =>
    database.prepare<P extends unknown[] ? P : [P], R>(sql);
  const insertCase = prepare<Omit<AuthoredCase, 'published'>, never>(
    `insert into authored_cases (id, school, scenario, created_by, created_at)
     values (@id, @school, @scenario, @createdBy, @createdAt) on conflict do nothing`,
  );
  const selectCases = prepare<[string], AuthoredCase>(
    `select ${CASE} from authored_cases where school = ? order by created_at, rowid`,
  );
  const selectCase = prepare<[string], AuthoredCase>(`select ${CASE} from authored_cases where id = ?`);
  const insertVersion = prepare<VersionColumns, never>(
    `insert into authored_versions (case_id, hash, no, yaml, testplan, scenario, errors, warnings, note, by, at)
     values (@case, @hash, @no, @yaml, @testplan, @scenario, @errors, @warnings, @note, @by, @at) on conflict do nothing`,
  );
  const selectLastNo = prepare<[string], { no: number | null }>(
    'select max(no) as no from authored_versions where case_id = ?',
  );
  const selectVersions = prepare<[string], RowColumns>(
    `select case_id as "case", hash, no, errors, warnings, note, by, at, json_extract(scenario, '$.title') as title,
     testplan is not null as hasTestplan from authored_versions where case_id = ? order by no desc`,
  );
  const selectVersion = prepare<[string, string], VersionColumns>(
    `select case_id as "case", hash, no, yaml, testplan, scenario, errors, warnings, note, by, at
     from authored_versions where case_id = ? and hash = ?`,
  );
  const updatePublished = prepare<[string | null, string], never>(
    'update authored_cases set published = ? where id = ?',
  );
  const insertDeed = prepare<AuthoredChange, never>(
    'insert into authored_log (id, case_id, at, by, kind, version) values (@id, @case, @at, @by, @kind, @version)',
  );
  const selectDeeds = prepare<[string], AuthoredChange>(
    'select id, case_id as "case", at, by, kind, version from authored_log where case_id = ? order by at desc, rowid desc',
  );
  const selectShelved = prepare<[string], ShelvedColumns>(
    `select cases.id, versions.hash as version, cases.published is not null as published, versions.scenario
     from authored_cases cases join authored_versions versions on versions.case_id = cases.id
     where cases.school = ? and versions.hash = coalesce(cases.published,
       (select hash from authored_versions newest where newest.case_id = cases.id order by no desc limit 1))
     order by cases.created_at, cases.rowid`,
  );
  const selectPinned = prepare<[string, string, string], { scenario: string }>(
    `select versions.scenario from authored_cases cases join authored_versions versions on versions.case_id = cases.id
     where cases.school = ? and cases.scenario = ? and versions.hash = ?`,
  );
  const insertRunCase = prepare<[string, string, string], never>(
    'insert into run_cases (run, scenario, version) values (?, ?, ?)',
  );
  const selectRunCases = prepare<[string], RunCase>(
    'select scenario, version from run_cases where run = ? order by rowid',
  );

  const addVersion = (version: Omit<AuthoredVersion, 'no'>, deed: AuthoredChange): number | null => {
    const no = (selectLastNo.get(version.case)?.no ?? 0) + 1;
    const { changes } = insertVersion.run({ ...version, no, scenario: JSON.stringify(version.scenario) });
    if (changes === 0) return null;
    insertDeed.run(deed);
    return no;
  };

  return {
    create: database.transaction(
      (row: Omit<AuthoredCase, 'published'>, version: Omit<AuthoredVersion, 'no'>, deed: AuthoredChange) => {
        if (insertCase.run(row).changes === 0) return false;
        addVersion(version, deed);
        return true;
      },
    ),
    addVersion: database.transaction(addVersion),
    casesOf: (school) => selectCases.all(school),
    case: (id) => selectCase.get(id) ?? null,
    versions: (caseId) =>
      selectVersions.all(caseId).map(({ hasTestplan, ...row }) => ({ ...row, hasTestplan: hasTestplan === 1 })),
    version: (caseId, hash) => {
      const row = selectVersion.get(caseId, hash);
      return row === undefined ? null : { ...row, scenario: scenarioIn(row.scenario) };
    },
    publish: database.transaction((caseId: string, version: string | null, deed: AuthoredChange) => {
      updatePublished.run(version, caseId);
      insertDeed.run(deed);
    }),
    deeds: (caseId) => selectDeeds.all(caseId),
    shelved: (school) =>
      selectShelved.all(school).map(({ published, scenario, ...row }) => ({
        ...row,
        published: published === 1,
        scenario: scenarioIn(scenario),
      })),
    pinned: (school, { scenario, version }) => {
      const row = selectPinned.get(school, scenario, version);
      return row === undefined ? null : scenarioIn(row.scenario);
    },
    planRun: database.transaction((run: string, cases: readonly RunCase[]) => {
      for (const { scenario, version } of cases) insertRunCase.run(run, scenario, version);
    }),
    runCases: (run) => selectRunCases.all(run),
  };
}

function scenarioIn(body: string): Scenario {
  return JSON.parse(body);
}
