/** How long each test file took, from Vitest's JSON report: `npm test` prints it and `npm run check` uses it. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { top } from './set-up.mjs';

/** Beside the built pages: nothing here is stored, and all of it can be made again. */
export const cache = join(top, 'dist', 'cache');
const kept = join(cache, 'test-seconds.json');

/** Seconds by path of a test file, of one report. */
export const secondsIn = ({ testResults }) =>
  Object.fromEntries(
    testResults.map(({ name, startTime, endTime }) => [
      relative(top, name).replaceAll('\\', '/'),
      Math.max(0, (endTime - startTime) / 1000),
    ]),
  );

/** The seconds of earlier runs; empty on a fresh checkout. */
export const knownSeconds = () => (existsSync(kept) ? JSON.parse(readFileSync(kept, 'utf8')) : {});

/** Keeps what this run took beside what is known of other files. A folder that can't be written to is no fault. */
export function keepSeconds(seconds) {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(kept, JSON.stringify({ ...knownSeconds(), ...seconds }));
  } catch {
    // It is only estimated again next time.
  }
}

/** The ten slowest files, a line each. */
export const slowest = (seconds) =>
  Object.entries(seconds)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 10)
    .map(([file, took]) => `${took.toFixed(1).padStart(7)} s  ${file}`);
