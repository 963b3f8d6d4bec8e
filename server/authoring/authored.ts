/**
 * What teachers do with the cases of their own school. The route's access check has already seen that a case id belongs
 * to the principal's school.
 */
import { createHash } from 'node:crypto';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { AuthoredBody, AuthoredRow, CaseChecked, CaseDiff, CaseFilesBody, CaseSaved } from '#contract/authored.ts';
import { type ErrorCode, failure, type Reply } from '#contract/errors.ts';
import type { Catalogs, From } from '#drills/catalog/catalog.ts';
import type { Scenario } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import { unifiedDiff } from '#library/examples/unified-diff.ts';
import { hashOf } from '#library/hash.ts';
import type { AuthoredCase, AuthoredVersion } from '#storage/authored.ts';
import type { Storage } from '#storage/storage.ts';
import { authoredBody, authoredRow } from './authored-body.ts';
import { type CheckedUpload, checkedBody, checkUpload, errorsIn } from './check-upload.ts';
import type { Checker } from './checker.ts';
import { changeOf, newCaseId } from './ids.ts';

type Needs = {
  storage: Pick<Storage, 'authored' | 'people'>;
  catalogs: Catalogs;
  checker: Checker;
  clock: Pick<Clock, 'now'>;
};
type By = Pick<SignedIn, 'id' | 'school'>;
type Part = 'case' | 'testplan';

export type Authored = {
  list(school: string): AuthoredRow[];
  body(caseId: string): Reply<AuthoredBody>;
  /** Stores nothing. `caseId`: the case that the files would be a version of; null: they would be a new case. */
  check(by: By, files: CaseFilesBody, caseId: string | null): Promise<Reply<CaseChecked>>;
  create(by: By, files: CaseFilesBody, note: string): Promise<Reply<CaseSaved>>;
  addVersion(caseId: string, by: By, files: CaseFilesBody, note: string): Promise<Reply<CaseSaved>>;
  diff(caseId: string, from: string, to: string): Reply<CaseDiff>;
  file(caseId: string, version: string, part: Part): Reply<{ name: string; text: string }>;
  /** Publishing an older version is also the way back to it. Drills that have begun keep the version they were opened with. */
  publish(caseId: string, by: By, version: string): Reply<AuthoredBody>;
  withdraw(caseId: string, by: By): Reply<AuthoredBody>;
  /** What a practice drill of this version, published or not, is opened from. */
  trial(caseId: string, version: string): Reply<{ scenario: string; from: From }>;
};

/** Cases a school and versions a case: far more than teachers write. More than these come from a script. */
const MOST_CASES = 300;
const MOST_VERSIONS = 200;
const refused = (code: ErrorCode, detail?: string): { ok: false; error: ReturnType<typeof failure> } => ({
  ok: false,
  error: failure(code, detail),
});

export function createAuthored({ storage, catalogs, checker, clock }: Needs): Authored {
  const { authored } = storage;
  const needs = { storage, data: catalogs.data };
  const shopName = (id: string): string => catalogs.data.shops.find((shop) => shop.id === id)?.name ?? id;
  const isShipped = (id: string): boolean => catalogs.data.scenarios.some((one) => one.id === id);
  /** The school's case with that scenario id, other than case `but`. */
  const other = (school: string, id: string, but: string | null): AuthoredCase | null =>
    authored.casesOf(school).find((one) => one.scenario === id && one.id !== but) ?? null;

  const body = (caseId: string): Reply<AuthoredBody> => {
    const found = authored.case(caseId);
    return found === null ? refused('unknown-case') : { ok: true, value: authoredBody(needs, found) };
  };

  /** Scenario ids already in use, each with the sentence that the checker says at the file's id. */
  const takenBy = (school: string, but: string | null): Record<string, string> =>
    Object.fromEntries([
      ...authored
        .casesOf(school)
        .filter(({ id }) => id !== but)
        .map(({ scenario }) => [scenario, say('school:cases.id-taken', { id: scenario })]),
      ...catalogs.data.scenarios.map(({ id }) => [id, say('school:cases.id-shipped', { id })]),
    ]);

  /**
   * Why the case can't be stored: its shop or persona isn't in the shipped content. Other errors of the checker don't
   * keep it out.
   */
  const unfit = ({ shop, customer }: Scenario): ErrorCode | null => {
    if (!catalogs.data.shops.some(({ id }) => id === shop)) return 'unknown-shop';
    return catalogs.data.personas.some(({ id }) => id === customer.persona) ? null : 'unknown-persona';
  };

  /** A version made of checked files, or why it can't be stored. `found`: the case it belongs to; null: a new case. */
  const versionOf = (
    checked: CheckedUpload,
    by: By,
    note: string,
    found: AuthoredCase | null,
  ): Reply<Omit<AuthoredVersion, 'no'>> => {
    const { scenario, diagnostics, uploaded } = checked;
    if (scenario === null) {
      const first = diagnostics.find(({ severity }) => severity === 'error');
      return refused(
        'case-unreadable',
        first === undefined ? '' : say('school:cases.at-line', { line: first.line, fault: first.message }),
      );
    }
    if (found !== null && found.scenario !== scenario.id) return refused('case-id-changed', found.scenario);
    if (isShipped(scenario.id)) return refused('case-id-shipped', scenario.id);
    if (other(by.school, scenario.id, found?.id ?? null) !== null) return refused('case-id-taken', scenario.id);
    const missing = unfit(scenario);
    if (missing !== null)
      return refused(missing, missing === 'unknown-shop' ? scenario.shop : scenario.customer.persona);
    const [yaml, testplan] = [uploaded.file.text, uploaded.testplan?.text ?? null];
    const errors = errorsIn({ diagnostics });
    return {
      ok: true,
      value: {
        ...{ case: found?.id ?? newCaseId(), yaml, testplan, scenario, note, by: by.id, at: clock.now() },
        // The case as it was read counts too: a later release may read the same files as another case.
        hash: createHash('sha256')
          .update(JSON.stringify([yaml, testplan, hashOf(scenario)]))
          .digest('hex')
          .slice(0, 24),
        ...{ errors, warnings: diagnostics.length - errors },
      },
    };
  };

  const saved = (school: string, { case: id, hash }: Pick<AuthoredVersion, 'case' | 'hash'>): Reply<CaseSaved> => {
    catalogs.changed(school);
    const now = body(id);
    return now.ok ? { ok: true, value: { ...now.value, saved: hash } } : now;
  };

  const change = (caseId: string, by: By, version: string | null): Reply<AuthoredBody> => {
    const kind = version === null ? 'withdrawn' : 'published';
    authored.publish(caseId, version, changeOf(caseId, by.id, clock.now(), kind, version));
    catalogs.changed(by.school);
    return body(caseId);
  };

  return {
    list: (school) => authored.casesOf(school).map((row) => authoredRow(needs, row)),
    body,
    check: async (by, files, caseId) => {
      // The case id stands in the body, where the route's access check doesn't look.
      const found = caseId === null ? null : authored.case(caseId);
      if (caseId !== null && found?.school !== by.school) return refused('unknown-case');
      const checked = await checkUpload(checker, files, takenBy(by.school, caseId));
      if (!checked.ok) return checked;
      const { scenario } = checked.value;
      const same = scenario === null ? null : other(by.school, scenario.id, caseId);
      const row = same === null ? null : authoredRow(needs, same);
      const taken = row === null ? null : { case: row.case, title: row.title, by: row.savedBy };
      const version = versionOf(checked.value, by, '', found);
      const value = { ...checkedBody(checked.value, shopName), refused: version.ok ? null : version.error, taken };
      return { ok: true, value };
    },
    create: async (by, files, note) => {
      if (authored.casesOf(by.school).length >= MOST_CASES)
        return refused('authored-full', say('school:cases.most-cases', { n: MOST_CASES }));
      const checked = await checkUpload(checker, files, {});
      const version = checked.ok ? versionOf(checked.value, by, note, null) : checked;
      if (!version.ok) return version;
      const { case: id, at, hash, scenario } = version.value;
      const row = { id, school: by.school, scenario: scenario.id, createdBy: by.id, createdAt: at };
      const made = authored.create(row, version.value, changeOf(id, by.id, at, 'saved', hash));
      return made ? saved(by.school, version.value) : refused('case-id-taken', scenario.id);
    },
    addVersion: async (caseId, by, files, note) => {
      const found = authored.case(caseId);
      if (found === null) return refused('unknown-case');
      const before = authored.versions(caseId);
      if (before.length >= MOST_VERSIONS)
        return refused('authored-full', say('school:cases.most-versions', { n: MOST_VERSIONS }));
      const checked = await checkUpload(checker, files, {});
      const version = checked.ok ? versionOf(checked.value, by, note, found) : checked;
      if (!version.ok) return version;
      const { at, hash } = version.value;
      const no = authored.addVersion(version.value, changeOf(caseId, by.id, at, 'saved', hash));
      if (no !== null) return saved(by.school, version.value);
      const same = authored.versions(caseId).find((one) => one.hash === hash);
      return refused('version-exists', String(same?.no ?? ''));
    },
    diff: (caseId, from, to) => {
      const [before, after] = [authored.version(caseId, from), authored.version(caseId, to)];
      if (before === null || after === null) return refused('unknown-version');
      const [path, plan] = [fileName(after.scenario, 'case'), fileName(after.scenario, 'testplan')];
      const diff =
        unifiedDiff(path, before.yaml, after.yaml) + unifiedDiff(plan, before.testplan ?? '', after.testplan ?? '');
      return { ok: true, value: { diff } };
    },
    file: (caseId, version, part) => {
      const found = authored.version(caseId, version);
      const text = part === 'case' ? found?.yaml : found?.testplan;
      if (found === null || text === null || text === undefined) return refused('unknown-version');
      return { ok: true, value: { name: fileName(found.scenario, part), text } };
    },
    publish: (caseId, by, version) => {
      const [row, found] = [authored.case(caseId), authored.version(caseId, version)];
      if (row === null || found === null) return refused('unknown-version');
      if (found.errors > 0) return refused('case-has-errors', String(found.errors));
      if (isShipped(found.scenario.id)) return refused('case-id-shipped', found.scenario.id);
      const missing = unfit(found.scenario);
      if (missing !== null) return refused(missing, found.scenario.shop);
      return row.published === version ? body(caseId) : change(caseId, by, version);
    },
    withdraw: (caseId, by) => (authored.case(caseId)?.published == null ? body(caseId) : change(caseId, by, null)),
    trial: (caseId, version) => {
      const [row, found] = [authored.case(caseId), authored.version(caseId, version)];
      if (row === null || found === null) return refused('unknown-version');
      if (found.errors > 0) return refused('case-has-errors', String(found.errors));
      const missing = unfit(found.scenario);
      if (missing !== null) return refused(missing, found.scenario.shop);
      const from = { school: row.school, versions: [{ scenario: row.scenario, version }] };
      return { ok: true, value: { scenario: row.scenario, from } };
    },
  };
}

/** product-advice/shirt-size → shirt-size.yaml, as it stands in a project's folder. */
const fileName = ({ id }: Scenario, part: Part): string =>
  `${id.split('/').at(-1) ?? id}${part === 'case' ? '' : '.testplan'}.yaml`;
