import { relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkFiles } from '#scripts/check/check-files.ts';
import { shipped } from '#tests/support/library.ts';
import { sweepsAll } from '#tests/support/sweep.ts';

const ROOT = resolve(import.meta.dirname, '../../../scenarios');
const { cases, short } = shipped.library.files;
const all = [...cases, ...short].map(({ scenario }) => scenario.file);

// Plays every testplan in every variant that is checked: 10 s a case, 18 minutes for all. `npm test` plays the first card
// of each (`tests/scenarios/shipped`), so a fault that only rarer variants have is found here alone.
describe.runIf(sweepsAll)('every variant', () => {
  it.each(all.map((file) => [relative(ROOT, file), file]))('%s: gives scenarios:check nothing to report', (_, file) => {
    const said = checkFiles(ROOT, [file], shipped).diagnostics.map(
      ({ file: place, line, code, message }) => `${place}:${line} ${code} ${message}`,
    );
    expect(said).toEqual([]);
  });
});
