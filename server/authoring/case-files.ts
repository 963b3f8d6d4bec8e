/** A stored version of a case as the files it was uploaded as. */
import type { CaseDiff } from '#contract/authored.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Scenario } from '#engine/model/content.ts';
import { unifiedDiff } from '#library/examples/unified-diff.ts';
import type { Storage } from '#storage/storage.ts';

export type CasePart = 'case' | 'testplan';
type Needs = Pick<Storage, 'authored'>;

export async function caseFile(
  { authored }: Needs,
  caseId: string,
  version: string,
  part: CasePart,
): Promise<Reply<{ name: string; text: string }>> {
  const found = await authored.version(caseId, version);
  const text = part === 'case' ? found?.yaml : found?.testplan;
  if (found === null || text === null || text === undefined) return refused('unknown-version');
  return { ok: true, value: { name: fileName(found.scenario, part), text } };
}

/** From one version to another, both files as one text. */
export async function caseDiff(
  { authored }: Needs,
  caseId: string,
  from: string,
  to: string,
): Promise<Reply<CaseDiff>> {
  const [before, after] = [await authored.version(caseId, from), await authored.version(caseId, to)];
  if (before === null || after === null) return refused('unknown-version');
  const [path, plan] = [fileName(after.scenario, 'case'), fileName(after.scenario, 'testplan')];
  const diff =
    unifiedDiff(path, before.yaml, after.yaml) + unifiedDiff(plan, before.testplan ?? '', after.testplan ?? '');
  return { ok: true, value: { diff } };
}

/** product-advice/shirt-size → shirt-size.yaml, as it stands in a project's folder. */
const fileName = ({ id }: Scenario, part: CasePart): string =>
  `${id.split('/').at(-1) ?? id}${part === 'case' ? '' : '.testplan'}.yaml`;
