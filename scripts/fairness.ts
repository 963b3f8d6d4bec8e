/**
 * `npm run fairness`: replays the stored plays by strangers and the planted lines, says which verdicts still stand, and
 * writes docs/fairness.md.
 * `--json` prints a line for each play and writes nothing.
 */
import { writeFileSync } from 'node:fs';
import { loadLibrary } from '#library/load.ts';
import { compare } from '#scripts/fairness/compare.ts';
import { fairnessPage } from '#scripts/fairness/page.ts';
import { plantedCounts, readPlanted } from '#scripts/fairness/planted.ts';
import { readRounds } from '#scripts/fairness/stored.ts';
import { readArguments } from './read-arguments.ts';

const USAGE = 'usage: npm run -s fairness [-- --json]';
const PAGE = 'docs/fairness.md';

const { values } = readArguments(USAGE, { options: { json: { type: 'boolean' } } });
const { library } = loadLibrary('scenarios');
const rounds = readRounds();
const today = new Map(rounds.map(({ round, plays }) => [round, plays.map((play) => compare(library, play))]));

if (values.json) {
  for (const [round, compared] of today)
    for (const play of compared) process.stdout.write(`${JSON.stringify({ round, ...play })}\n`);
} else {
  const lines = readPlanted();
  writeFileSync(PAGE, fairnessPage(rounds, today, { lines, counts: plantedCounts(library, lines) }));
  for (const { round, plays } of rounds) console.log(`${PAGE}: ${plays.length} plays of ${round}`);
}
