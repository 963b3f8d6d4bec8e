/**
 * What teachers do with the cases of their own school. The route's access check has already seen that a case id belongs
 * to the principal's school.
 */
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type {
  AuthoredBody,
  AuthoredRow,
  CaseCards,
  CaseChecked,
  CaseDiff,
  CaseFilesBody,
  CaseSaved,
} from '#contract/authored.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { CaseSource, Catalogs } from '#drills/catalog/catalog.ts';
import { say } from '#i18n/say.ts';
import type { AuthoredVersion } from '#storage/authored-cases.ts';
import type { Storage } from '#storage/storage.ts';
import { authoredBody, authoredRow } from './authored-body.ts';
import { createCaseCards } from './case-cards.ts';
import { type CasePart, caseDiff, caseFile } from './case-files.ts';
import { checkedBody, checkUpload } from './check-upload.ts';
import type { Checker } from './checker.ts';
import { changeOf } from './ids.ts';
import { createVersionRules } from './version-rules.ts';

type Needs = {
  storage: Pick<Storage, 'authored' | 'people'>;
  catalogs: Catalogs;
  checker: Checker;
  clock: Pick<Clock, 'now'>;
};
type By = Pick<SignedIn, 'id' | 'school'>;

export type AuthoredCases = {
  list(school: string): Promise<AuthoredRow[]>;
  body(caseId: string): Promise<Reply<AuthoredBody>>;
  /** Stores nothing. `caseId`: the case that the files would be a version of; null: they would be a new case. */
  check(by: By, files: CaseFilesBody, caseId: string | null): Promise<Reply<CaseChecked>>;
  create(by: By, files: CaseFilesBody, note: string): Promise<Reply<CaseSaved>>;
  addVersion(caseId: string, by: By, files: CaseFilesBody, note: string): Promise<Reply<CaseSaved>>;
  diff(caseId: string, from: string, to: string): Promise<Reply<CaseDiff>>;
  file(caseId: string, version: string, part: CasePart): Promise<Reply<{ name: string; text: string }>>;
  /** The next cards of a version that varies, from this number on. */
  cards(caseId: string, version: string, from: number): Promise<Reply<CaseCards>>;
  /** Publishing an older version is also the way back to it. Drills that have begun keep the version they were opened with. */
  publish(caseId: string, by: By, version: string): Promise<Reply<AuthoredBody>>;
  withdraw(caseId: string, by: By): Promise<Reply<AuthoredBody>>;
  /** What a practice drill of this version, published or not, is opened from. */
  trial(caseId: string, version: string): Promise<Reply<{ scenario: string; from: CaseSource }>>;
};

/** Cases a school and versions a case: far more than teachers write. More than these come from a script. */
const MAX_CASES = 300;
const MAX_VERSIONS = 200;

export const createAuthored = ({ storage, catalogs, checker, clock }: Needs): AuthoredCases => {
  const { authored } = storage;
  const needs = { storage, data: catalogs.data };
  const shopName = (id: string): string => catalogs.data.shops.find((shop) => shop.id === id)?.name ?? id;
  const rules = createVersionRules({ storage, catalogs, clock });

  const body = async (caseId: string): Promise<Reply<AuthoredBody>> => {
    const found = await authored.caseById(caseId);
    return found === null ? refused('unknown-case') : { ok: true, value: await authoredBody(needs, found) };
  };

  const afterSaving = async (
    school: string,
    { case: id, hash }: Pick<AuthoredVersion, 'case' | 'hash'>,
  ): Promise<Reply<CaseSaved>> => {
    catalogs.forgetSchool(school);
    const now = await body(id);
    return now.ok ? { ok: true, value: { ...now.value, saved: hash } } : now;
  };

  const republish = async (caseId: string, by: By, version: string | null): Promise<Reply<AuthoredBody>> => {
    const kind = version === null ? 'withdrawn' : 'published';
    await authored.publish(caseId, version, changeOf(caseId, by.id, clock.now(), kind, version));
    catalogs.forgetSchool(by.school);
    return await body(caseId);
  };

  return {
    list: async (school) => await Promise.all((await authored.casesOf(school)).map((row) => authoredRow(needs, row))),
    body,
    check: async (by, files, caseId) => {
      // The case id stands in the body, where the route's access check doesn't look.
      const found = caseId === null ? null : await authored.caseById(caseId);
      if (caseId !== null && found?.school !== by.school) return refused('unknown-case');
      const checked = await checkUpload(checker, files, await rules.takenBy(by.school, caseId));
      if (!checked.ok) return checked;
      const { scenario } = checked.value;
      const sameText = scenario === null ? null : await rules.sameId(by.school, scenario.id, caseId);
      const row = sameText === null ? null : await authoredRow(needs, sameText);
      const idOwner = row === null ? null : { case: row.case, title: row.title, by: row.savedBy };
      const version = await rules.versionOf(checked.value, by, '', found);
      const value = {
        ...checkedBody(checked.value, shopName),
        refused: version.ok ? null : version.error,
        taken: idOwner,
      };
      return { ok: true, value };
    },
    create: async (by, files, note) => {
      if ((await authored.casesOf(by.school)).length >= MAX_CASES)
        return refused('authored-full', say('school:cases.most-cases', { n: MAX_CASES }));
      const checked = await checkUpload(checker, files, {});
      const version = checked.ok ? await rules.versionOf(checked.value, by, note, null) : checked;
      if (!version.ok) return version;
      const { case: id, at, hash, scenario } = version.value;
      const row = { id, school: by.school, scenarioId: scenario.id, createdBy: by.id, createdAt: at };
      const wasCreated = await authored.create(row, version.value, changeOf(id, by.id, at, 'saved', hash));
      return wasCreated ? await afterSaving(by.school, version.value) : refused('case-id-taken', scenario.id);
    },
    addVersion: async (caseId, by, files, note) => {
      const found = await authored.caseById(caseId);
      if (found === null) return refused('unknown-case');
      const previousVersion = await authored.versionRows(caseId);
      if (previousVersion.length >= MAX_VERSIONS)
        return refused('authored-full', say('school:cases.most-versions', { n: MAX_VERSIONS }));
      const checked = await checkUpload(checker, files, {});
      const version = checked.ok ? await rules.versionOf(checked.value, by, note, found) : checked;
      if (!version.ok) return version;
      const { at, hash } = version.value;
      const versionNo = await authored.addVersion(version.value, changeOf(caseId, by.id, at, 'saved', hash));
      if (versionNo !== null) return await afterSaving(by.school, version.value);
      const sameText = (await authored.versionRows(caseId)).find((version) => version.hash === hash);
      return refused('version-exists', String(sameText?.no ?? ''));
    },
    diff: (caseId, from, to) => caseDiff(storage, caseId, from, to),
    file: (caseId, version, part) => caseFile(storage, caseId, version, part),
    cards: createCaseCards({ storage, catalogs }),
    publish: async (caseId, by, version) => {
      const [row, found] = [await authored.caseById(caseId), await authored.version(caseId, version)];
      if (row === null || found === null) return refused('unknown-version');
      if (found.errorCount > 0) return refused('case-has-errors', String(found.errorCount));
      if (rules.isShipped(found.scenario.id)) return refused('case-id-shipped', found.scenario.id);
      const missingCase = rules.unfit(found.scenario);
      if (missingCase !== null) return refused(missingCase, found.scenario.shop);
      return row.published === version ? await body(caseId) : await republish(caseId, by, version);
    },
    withdraw: async (caseId, by) =>
      (await authored.caseById(caseId))?.published == null ? await body(caseId) : await republish(caseId, by, null),
    trial: async (caseId, version) => {
      const [row, found] = [await authored.caseById(caseId), await authored.version(caseId, version)];
      if (row === null || found === null) return refused('unknown-version');
      if (found.errorCount > 0) return refused('case-has-errors', String(found.errorCount));
      const missingCase = rules.unfit(found.scenario);
      if (missingCase !== null) return refused(missingCase, found.scenario.shop);
      const from = { school: row.school, versions: [{ scenario: row.scenarioId, version }] };
      return { ok: true, value: { scenario: row.scenarioId, from } };
    },
  };
};
