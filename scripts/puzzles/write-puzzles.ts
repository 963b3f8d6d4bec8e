/**
 * `npm run -s scenarios:puzzles`: writes `scenarios/puzzles.json` anew; after a change to a case, a testplan, a rubric
 * or the language core.
 */
import { writeFileSync } from 'node:fs';
import { PUZZLES_FILE } from '#drills/puzzles/puzzle.ts';
import { puzzlesText } from './puzzles-text.ts';

writeFileSync(PUZZLES_FILE, await puzzlesText());
console.log(PUZZLES_FILE);
