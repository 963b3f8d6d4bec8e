/**
 * `npm test`: type check, lint and all tests; those of pages run while a database is compiled, those in a real browser
 * beside the others. Words after `--` choose: the groups `types`, `lint`, `unit`, `client`, `browser`, or any part of a
 * test file's path; `sweep` plays every property of a case with every trainee instead of some in turn. It names the ten
 * slowest files; the last line is `N passed, N failed`; the exit code is 1 on any failure.
 */
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
} from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { builtModules, builtPrograms, builtServer } from './built-server/built-server.mjs';
import { findBrowser } from './find-browser.mjs';
import { buildClient, checkNode, explain, installPackages, run, top, typesArguments } from './set-up.mjs';
import { failedIn, keepSeconds, secondsIn, slowest } from './slow-files.mjs';

const SWEEP = 'sweep';
const GROUPS = ['types', 'lint', 'unit', 'client', 'browser'];
const words = process.argv.slice(2).filter((word) => word !== SWEEP);
if (process.argv.includes(SWEEP)) process.env.SWEEP = '1';
const files = words.filter((word) => !GROUPS.includes(word));
const groups = words.some((word) => GROUPS.includes(word)) ? words : files.length > 0 ? GROUPS.slice(2) : GROUPS;
const total = { passed: 0, failed: 0 };
/** By path of a test file. */
const seconds = {};
/** Said again at the end: the output of two runs is long, and a log may be cut. */
const failures = [];
const bin = (...path) => join(top, 'node_modules', ...path);

/** One tool's verdict counts as one test. */
const tool = async (name, script, args) => {
  console.log(`\n— ${name}`);
  const code = await run(process.execPath, [script, ...args]);
  total[code === 0 ? 'passed' : 'failed'] += 1;
  if (code !== 0) {
    console.log(`✗ ${name} (${code})`);
    failures.push(name);
  }
};

/** Bytes: the browsers' profiles and some thousand small databases. */
const ROOM = 2 ** 31;

/**
 * Keeps the folders of the tests in memory where Linux has such a folder: each of some thousand databases is
 * written through to the disk otherwise, and the tests wait for it. Nobody's own TMPDIR is changed.
 */
const keepFoldersInMemory = () => {
  const folder = '/dev/shm';
  if (process.platform !== 'linux' || process.env.TMPDIR) return;
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    if (bavail * bsize >= ROOM) process.env.TMPDIR = folder;
  } catch {
    // Without it the tests only take longer.
  }
};

/**
 * Niceness of the other tests, behind those in a browser: these wait most of the time, and must not queue when it is
 * their turn. With 4 in place of 10 both groups ended as far apart, and half a minute later.
 */
const BEHIND = 10;

const giveWay = (pid) => {
  try {
    setPriority(pid, BEHIND);
  } catch {
    // Where a process may not do that, the browser's tests only wait a little longer.
  }
};

/**
 * Runs Vitest and adds up its count; a run that ends without a count is a failure. `beside`: another run prints
 * meanwhile, so this one's output is shown when it is over.
 */
const vitest = async (name, projects, env, { beside = false, behind = false } = {}) => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-test-'));
  const report = join(folder, 'report.json');
  const said = join(folder, 'output.txt');
  const output = beside ? openSync(said, 'w') : null;
  if (!beside) console.log(`\n— ${name}`);
  const code = await run(
    process.execPath,
    [
      bin('vitest', 'vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...files,
    ],
    { env: { ...process.env, ...env }, ...(output === null ? {} : { stdio: ['ignore', output, output] }) },
    behind ? giveWay : undefined,
  );
  if (output !== null) {
    closeSync(output);
    console.log(`\n— ${name}\n${readFileSync(said, 'utf8')}`);
  }
  const counted = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  rmSync(folder, { recursive: true, force: true });
  Object.assign(seconds, secondsIn(counted));
  total.passed += counted.numPassedTests;
  const failed = failedIn(counted);
  failures.push(...failed);
  // A file that can't be loaded fails the run without failing a test, and so does an error outside of all tests.
  total.failed += code === 0 ? counted.numFailedTests : Math.max(1, counted.numFailedTests);
  if (code !== 0 && failed.length === 0) failures.push(`${name}: ended with ${code}, though no test failed`);
};

/** The browser to test with, or null when there is none, said aloud. */
const browserOrComplaint = () => {
  const folder = join(top, 'tests', 'browser');
  if (
    !existsSync(folder) ||
    !readdirSync(folder, { recursive: true }).some((file) => /\.test\.ts$/.test(String(file)))
  ) {
    return null;
  }
  const browser = findBrowser(process.env);
  if (browser !== null) return browser;
  console.log('\n!!! 没有找到 Chrome、Chromium 或 Edge：浏览器测试跳过了。装一个，或用 CHROME_PATH 指明。');
  console.log(
    '!!! No Chrome, Chromium or Edge was found: BROWSER TESTS SKIPPED. Install one, or name it with CHROME_PATH.',
  );
  if (process.env.CI) {
    total.failed += 1;
    failures.push('browser: no browser was found');
  }
  return null;
};

try {
  checkNode();
  const { compiled } = await installPackages();
  keepFoldersInMemory();
  // No page needs a database: its tests fill the core that compiling one leaves idle, and give way to it.
  const pages = groups.includes('client')
    ? vitest('client', ['client', 'client-alone'], {}, { beside: true, behind: true })
    : null;
  await Promise.all([
    groups.includes('types') && tool('types', bin('typescript', 'bin', 'tsc'), typesArguments),
    groups.includes('lint') && tool('lint', bin('@biomejs', 'biome', 'bin', 'biome'), ['ci', '.']),
  ]);
  // Without names these files run together as one (`tests/learning/same-plays.test.ts`).
  const named = files.length > 0 ? ['unit-plays'] : [];
  const projects = groups.includes('unit') ? [...named, 'unit'] : [];
  const waiting = groups.includes('unit') ? ['unit-processes', 'unit-sources'] : [];
  const browser = groups.includes('browser') ? browserOrComplaint() : null;
  const both = projects.length > 0 && browser !== null;
  // Before all that start it: they would each load its sources.
  if (waiting.length > 0 || browser !== null) {
    const [server] = await Promise.all([builtServer(top), builtPrograms(top)]);
    const [modules] = await Promise.all([
      server === null || projects.length === 0 ? null : builtModules(top, dirname(server)),
      browser !== null && buildClient(),
    ]);
    if (modules !== null) process.env.BUILT_MODULES = modules;
  }
  await compiled;
  const inBrowser = async () => {
    await vitest('browser', ['browser', ...waiting], { CHROME_PATH: browser }, { beside: both });
  };
  await Promise.all([
    pages,
    projects.length > 0
      ? vitest('tests', browser === null ? [...projects, ...waiting] : projects, {}, { behind: both })
      : null,
    browser === null ? null : inBrowser(),
  ]);
  if (files.length > 0 && total.passed + total.failed === 0) {
    console.log(`No test file matches: ${files.join(' ')}`);
    total.failed += 1;
  }
} catch (error) {
  explain(error);
  total.failed += 1;
}
process.exitCode = total.failed === 0 ? 0 : 1;
if (Object.keys(seconds).length > 0) {
  keepSeconds(seconds);
  console.log(`\n— slowest\n${slowest(seconds).join('\n')}`);
}
if (failures.length > 0) console.log(`\n— failed\n${failures.map((failure) => `  ✗ ${failure}`).join('\n')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
