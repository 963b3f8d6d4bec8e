/**
 * Files that ask for the same plays, every trainee of every testplan, as one file: one worker plays them once, in half a
 * minute of processor time, where two workers that share the files play them twice. Each also runs alone
 * (`npx vitest run tests/learning/one-story.test.ts`).
 */
import { describe } from 'vitest';
import { SAME_PLAYS } from '#tests/support/same-plays.ts';

const files = import.meta.glob<object>('../**/*.test.ts');

for (const name of SAME_PLAYS)
  describe(name, async () => {
    const load = files[`../${name}.test.ts`] ?? files[`./${name.replace(/^learning\//, '')}.test.ts`];
    if (load === undefined) throw new Error(`no such test file: ${name}`);
    await load();
  });
