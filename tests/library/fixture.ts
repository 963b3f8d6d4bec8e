/** An invalid fixture: the valid fixture library with one file replaced, taken out, or both. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { checkLibrary } from '#library/checks/check-library.ts';
import type { Diagnostic } from '#library/diagnostics/diagnostics.ts';
import { loadLibrary } from '#library/load.ts';
import { withKeptYaml } from '#library/reading/kept-yaml.ts';

export const VALID = resolve(import.meta.dirname, '../fixtures/library');
export const FIXTURES = resolve(import.meta.dirname, '../fixtures/scenarios');
const CASE = 'cases/product-advice/mini.yaml';

/** The fixtures differ in a file each, so what the other files hold is kept from one to the next. */
const KEPT = resolve(import.meta.dirname, '../../dist/kept-fixtures.json');

/** Everything the checker says about a library. */
export const diagnose = (dir: string): Diagnostic[] => {
  const { library, diagnostics } = withKeptYaml(KEPT, () => loadLibrary(dir));
  return [...diagnostics, ...checkLibrary(library)];
};

export type Fixture = {
  /** Where the marked line is, as the diagnostics name it. */
  file: string;
  /** 1-based. */
  line: number;
  /** Other codes that the same fault always gives. */
  brings: string[];
  diagnostics: Diagnostic[];
};

/**
 * Reads `<code>.yaml`. Its head may say `# as: PATH` (where it stands, else the case), `# without: PATH` (a file taken
 * out), `# at: PATH` (the file the diagnostic is about); the line the code is expected at ends in `# <- code`.
 */
export const runFixture = (code: string): Fixture => {
  const text = readFileSync(join(FIXTURES, `${code}.yaml`), 'utf8');
  const head = (key: string) => new RegExp(`^# ${key}: (.+)$`, 'm').exec(text)?.[1];
  const dir = mkdtempSync(join(tmpdir(), 'kefu-library-'));
  try {
    cpSync(VALID, dir, { recursive: true });
    const without = head('without');
    if (without) rmSync(join(dir, without));
    else writeFileSync(join(dir, head('as') ?? CASE), text);
    const marked = text.split('\n').findIndex((line) => line.includes(`# <- ${code}`)) + 1;
    return {
      file: join(dir, head('at') ?? head('as') ?? CASE),
      line: head('at') ? 1 : marked,
      brings: head('brings')?.split(', ') ?? [],
      diagnostics: diagnose(dir),
    };
  } finally {
    rmSync(dir, { recursive: true });
  }
};
