/** Case files as they lie in folders: a case and the testplan beside it. */
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Diagnostic } from '#library/diagnostics/diagnostics.ts';
import { type FileText, type ReadCase, readCase, type ShopFactsById } from './read-case.ts';
import { listNames, missingFile, yamlFiles } from './read-file.ts';

export type CaseFiles = ReadCase & {
  /** `type/name` by the path; null for a case outside the library. */
  pathId: string | null;
};

const TESTPLAN_SUFFIX = '.testplan.yaml';

/** The cases in a folder with one folder for each type. */
export const casesUnder = (dir: string, shopFacts: ShopFactsById): CaseFiles[] =>
  listNames(dir, 'folder').flatMap((type) =>
    yamlFiles(join(dir, type))
      .filter((file) => !file.endsWith(TESTPLAN_SUFFIX))
      .map((file) => loadCase(file, `${type}/${basename(file, '.yaml')}`, shopFacts)),
  );

/** What reading the two files has found. */
export const diagnosticsOf = ({ scenario, testplan }: CaseFiles): Diagnostic[] => [
  ...scenario.diagnostics,
  ...(testplan?.diagnostics ?? []),
];

/** `pathId`: null for a case outside the library. */
export const loadCase = (file: string, pathId: string | null, facts: ShopFactsById): CaseFiles => {
  const testplanFile = `${file.slice(0, -'.yaml'.length)}${TESTPLAN_SUFFIX}`;
  if (!existsSync(file)) return { pathId, scenario: missingFile(file), testplan: null, varying: null };
  return { pathId, ...readCase(textOf(file), existsSync(testplanFile) ? textOf(testplanFile) : null, facts) };
};

const textOf = (file: string): FileText => ({ file, text: readFileSync(file, 'utf8') });
