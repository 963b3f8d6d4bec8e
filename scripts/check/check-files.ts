/**
 * What `scenarios:check` finds: the whole library, or some files of it, or files from elsewhere read as cases of it.
 */
import { relative } from 'node:path';
import { runTestplans } from '#authoring/testplan.ts';
import { checkLibrary } from '#library/checks/check-library.ts';
import { type Diagnostic, inReadingOrder } from '#library/diagnostics/diagnostics.ts';
import { type CaseFiles, type Library, type LoadedLibrary, loadLibrary, withCases } from '#library/load.ts';
import { withParts } from '#library/load-projects.ts';
import { checkVariants } from './check-variants.ts';

export type Checked = { diagnostics: Diagnostic[]; cases: readonly CaseFiles[]; library: Library };

/**
 * Everything wrong with the library at `root`, or with the given files only (absolute paths), testplans played. `shipped`:
 * the library, where it is read already.
 */
export const checkFiles = (
  root: string,
  files: readonly string[],
  shipped: LoadedLibrary = loadLibrary(root),
): Checked => {
  const elsewhere = files.filter((file) => relative(root, file).startsWith('..') && !file.endsWith('.testplan.yaml'));
  const { library, diagnostics } = withCases(shipped, elsewhere);
  const wanted = (file: string) => files.length === 0 || files.includes(file) || files.includes(caseOf(file));
  const isWanted = ({ scenario, testplan }: CaseFiles): boolean =>
    wanted(scenario.file) || (testplan !== null && wanted(testplan.file));
  const found = [...diagnostics, ...checkLibrary(library, isWanted)].filter(({ file }) => wanted(file));
  const { cases: long, short, parts } = library.files;
  const cases = [...long, ...short, ...parts].filter(isWanted);
  const whole = withParts(library);
  // A case that doesn't hold together can't be played; its own errors come first.
  const broken = new Set(
    found.filter(({ severity, code }) => severity === 'error' && code !== 'placeholder').map(({ file }) => file),
  );
  const played = cases.flatMap((files) => {
    const { scenario, testplan, varying } = files;
    if (!scenario.value || !testplan?.value || broken.has(scenario.file) || broken.has(testplan.file)) return [];
    if (varying === null) return runTestplans(whole, scenario.value.id);
    return checkVariants(varying, library);
  });
  return { diagnostics: inReadingOrder([...found, ...played]), cases, library };
};

/** The file of the case: asking for a testplan asks for its case too. */
const caseOf = (file: string): string => {
  return file.replace(/\.testplan\.yaml$/, '.yaml');
};
