import { describe, expect, it } from 'vitest';
import { contentFor } from '#library/load.ts';
import { playedOnce } from '#scripts/fairness/played-once.ts';

/** Vitest writes each use of an import of what it transforms as one of these. */
const TRANSFORMED = '__vite_ssr_import_';

describe.skipIf(process.env.BUILT_MODULES === undefined)('the built modules', () => {
  it.each([contentFor, playedOnce])('are loaded by Node, not transformed: %o', (built) => {
    expect(String(built)).not.toContain(TRANSFORMED);
  });
});
