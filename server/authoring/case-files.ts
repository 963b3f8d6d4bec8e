/** A stored version of a case as the files it was uploaded as. */
import type { CaseDiff } from '#contract/authored.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Scenario } from '#engine/model/content.ts';
import { unifiedDiff } from '#library/examples/unified-diff.ts';
import type { Storage } from '#storage/storage.ts';

export type CasePart = 'case' | 'testplan';
type Needs = Pick<Storage, 'authored'>;

export const caseFile = async (
  { authored }: Needs,
  caseId: string,
  version: string,
  part: CasePart,
): Promise<Reply<{ name: string; text: string }>> => {
  const caseFiles = await authored.version(caseId, version);
  const text = part === 'case' ? caseFiles?.yaml : caseFiles?.testplan;
  if (caseFiles === null || text === null || text === undefined) return refused('unknown-version');
  return { ok: true, value: { name: fileName(caseFiles.scenario, part), text } };
};

/** From one version to another, both files as one text. */
export const caseDiff = async (
  { authored }: Needs,
  caseId: string,
  from: string,
  to: string,
): Promise<Reply<CaseDiff>> => {
  const [textBefore, textAfter] = [await authored.version(caseId, from), await authored.version(caseId, to)];
  if (textBefore === null || textAfter === null) return refused('unknown-version');
  const [path, plan] = [fileName(textAfter.scenario, 'case'), fileName(textAfter.scenario, 'testplan')];
  const diff =
    unifiedDiff(path, textBefore.yaml, textAfter.yaml) +
    unifiedDiff(plan, textBefore.testplan ?? '', textAfter.testplan ?? '');
  return { ok: true, value: { diff } };
};

/** product-advice/shirt-size → shirt-size.yaml, as it stands in a project's folder. */
const fileName = ({ id }: Scenario, part: CasePart): string =>
  `${id.split('/').at(-1) ?? id}${part === 'case' ? '' : '.testplan'}.yaml`;
