import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FINDING_CODES } from '#scoring/facts/codes.ts';

const SCORING = join(import.meta.dirname, '../../../server/scoring');
/** Where rules stand that make findings; `precedence.ts` ranks what they make. */
const FOLDERS = ['findings', 'merits'];
const RANKS = 'precedence.ts';

const texts = FOLDERS.flatMap((folder) =>
  readdirSync(join(SCORING, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith(RANKS))
    .map((path) => readFileSync(join(SCORING, folder, path), 'utf8')),
);

it('every finding code that the rubric prices stands in a rule that makes it', () => {
  const codes = FINDING_CODES.filter((code) => !code.startsWith('red-line:'));
  expect(codes.filter((code) => !texts.some((text) => text.includes(`'${code}'`)))).toEqual([]);
});
