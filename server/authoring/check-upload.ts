/** What the author of an uploaded case is told: its id, title, level and shop, and the checker's diagnostics. */

import type { CaseChecked, CaseDiagnostic, CaseFilesBody } from '#contract/authored.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Scenario } from '#engine/model/content.ts';
import type { CheckedText } from './check-text.ts';
import type { Checker } from './checker.ts';
import { readUpload, type Uploaded } from './upload.ts';

export type CheckedUpload = CheckedText & { uploaded: Uploaded };

/** Nobody mends more at a time, and a list without end helps nobody. */
const MAX_SHOWN = 300;
const LONGEST_LINE = 200;

/** Reads and checks the files; stores nothing. `taken`: ids of other cases, each with the sentence that says whose id it is. */
export const checkUpload = async (
  checker: Checker,
  files: CaseFilesBody,
  idsTaken: Readonly<Record<string, string>>,
): Promise<Reply<CheckedUpload>> => {
  const uploaded = readUpload(files);
  if (!uploaded.ok) return uploaded;
  const checked = await checker.check({ ...uploaded.value, taken: idsTaken });
  if (checked === null) return { ok: false, error: failure('case-check-failed') };
  return { ok: true, value: { ...checked, uploaded: uploaded.value } };
};

export const errorsIn = ({ diagnostics }: Pick<CheckedText, 'diagnostics'>): number =>
  diagnostics.filter(({ severity }) => severity === 'error').length;

/** `shopName`: the name of the shop with that id. */
export const checkedBody = (
  { scenario, diagnostics, cards, uploaded: { file, testplan } }: CheckedUpload,
  shopName: (id: string) => string,
): Omit<CaseChecked, 'refused' | 'taken'> => {
  const errors = errorsIn({ diagnostics });
  const lines = new Map(
    [file, ...(testplan === null ? [] : [testplan])].map(({ name, text }) => [name, linesOf(text)]),
  );
  const shownDiagnostics = diagnostics.map(
    (diagnostic): CaseDiagnostic => ({
      ...{
        file: diagnostic.file,
        line: diagnostic.line,
        column: diagnostic.column,
        code: diagnostic.code,
        severity: diagnostic.severity,
      },
      message: diagnostic.message,
      text: (lines.get(diagnostic.file)?.[diagnostic.line - 1] ?? '').trimEnd().slice(0, LONGEST_LINE),
    }),
  );
  return {
    head: scenario === null ? null : headOf(scenario, shopName),
    errors,
    warnings: diagnostics.length - errors,
    cards,
    diagnostics: [
      ...shownDiagnostics.filter(isError),
      ...shownDiagnostics.filter((diagnostic) => !isError(diagnostic)),
    ].slice(0, MAX_SHOWN),
  };
};

const headOf = ({ id, title, level, shop }: Scenario, shopName: (id: string) => string): CaseChecked['head'] => ({
  ...{ id, title, level },
  shopName: shopName(shop),
});
const isError = ({ severity }: CaseDiagnostic): boolean => severity === 'error';
const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/);
