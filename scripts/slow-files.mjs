/** What Vitest's JSON report says: how long each test file took (`npm run check` uses it too), and what failed. */
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
export const keepSeconds = (seconds) => {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(kept, JSON.stringify({ ...knownSeconds(), ...seconds }));
  } catch {
    // It is only estimated again next time.
  }
};

/** The ten slowest files, a line each. */
export const slowest = (seconds) =>
  Object.entries(seconds)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 10)
    .map(([file, took]) => `${took.toFixed(1).padStart(7)} s  ${file}`);

/** The failed tests of one report, a line each with the first line of what went wrong; a file that can't be loaded too. */
export const failedIn = ({ testResults }) =>
  testResults.flatMap(({ name, message, status, assertionResults }) => {
    const file = relative(top, name).replaceAll('\\', '/');
    const tests = assertionResults
      .filter((result) => result.status === 'failed')
      .map(({ fullName, failureMessages }) => `${file}: ${fullName}\n        ${firstLine(failureMessages?.[0] ?? '')}`);
    return tests.length > 0 || status !== 'failed' ? tests : [`${file}\n        ${firstLine(message ?? '')}`];
  });

const firstLine = (text) => text.split('\n', 1)[0].slice(0, 600);
