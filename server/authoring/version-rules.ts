import { createHash } from 'node:crypto';
import type { SignedIn } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import { type ErrorCode, type Reply, refused } from '#contract/errors.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import type { Scenario } from '#engine/model/content.ts';
import { say } from '#i18n/say.ts';
import { hashOf } from '#library/hash.ts';
import type { AuthoredCase, AuthoredVersion } from '#storage/authored-cases.ts';
import type { Storage } from '#storage/storage.ts';
import { type CheckedUpload, errorsIn } from './check-upload.ts';
import { newCaseId } from './ids.ts';

type Needs = { storage: Pick<Storage, 'authored'>; catalogs: Pick<Catalogs, 'data'>; clock: Pick<Clock, 'now'> };

/** Which cases a school may keep, beside what ships and what it has. */
export const createVersionRules = ({ storage: { authored }, catalogs, clock }: Needs) => {
  const isShipped = (id: string): boolean => catalogs.data.scenarios.some((scenario) => scenario.id === id);
  /** The school's case with that scenario id, other than case `except`. */
  const sameId = async (school: string, id: string, except: string | null): Promise<AuthoredCase | null> =>
    (await authored.casesOf(school)).find(
      (authoredCase) => authoredCase.scenarioId === id && authoredCase.id !== except,
    ) ?? null;

  /** Scenario ids already in use, each with the sentence that the checker says at the file's id. */
  const takenBy = async (school: string, except: string | null): Promise<Record<string, string>> =>
    Object.fromEntries([
      ...(await authored.casesOf(school))
        .filter(({ id }) => id !== except)
        .map(({ scenarioId }) => [scenarioId, say('school:cases.id-taken', { id: scenarioId })]),
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

  /** A version made of checked files, or why it can't be stored. `existing`: the case it belongs to; null: a new case. */
  const versionOf = async (
    checked: CheckedUpload,
    by: Pick<SignedIn, 'id' | 'school'>,
    note: string,
    existing: AuthoredCase | null,
  ): Promise<Reply<Omit<AuthoredVersion, 'no'>>> => {
    const { scenario, template, diagnostics, uploaded } = checked;
    if (scenario === null) {
      const first = diagnostics.find(({ severity }) => severity === 'error');
      return refused(
        'case-unreadable',
        first === undefined ? '' : say('school:cases.at-line', { line: first.line, fault: first.message }),
      );
    }
    if (existing !== null && existing.scenarioId !== scenario.id)
      return refused('case-id-changed', existing.scenarioId);
    if (isShipped(scenario.id)) return refused('case-id-shipped', scenario.id);
    if ((await sameId(by.school, scenario.id, existing?.id ?? null)) !== null)
      return refused('case-id-taken', scenario.id);
    const missingVersion = unfit(scenario);
    if (missingVersion !== null)
      return refused(missingVersion, missingVersion === 'unknown-shop' ? scenario.shop : scenario.customer.persona);
    const [yaml, testplan] = [uploaded.file.text, uploaded.testplan?.text ?? null];
    const errorCount = errorsIn({ diagnostics });
    return {
      ok: true,
      value: {
        ...{ case: existing?.id ?? newCaseId(), yaml, testplan, scenario, template, note, by: by.id, at: clock.now() },
        // The case as it was read counts too: a later release may read the same files as another case.
        hash: createHash('sha256')
          .update(JSON.stringify([yaml, testplan, hashOf(scenario)]))
          .digest('hex')
          .slice(0, 24),
        ...{ errorCount, warningCount: diagnostics.length - errorCount },
      },
    };
  };

  return { isShipped, sameId, takenBy, unfit, versionOf };
};
