import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { loadedByNode, withBuiltModules } from './tests/support/built-modules.ts';
import { DearFirst } from './tests/support/dear-first.ts';
import { SAME_PLAYS } from './tests/support/same-plays.ts';

const cores = availableParallelism();
const HANGS_MS = 900_000;
/**
 * V8 optimises a function after so many bytes of bytecode, 67,584 by itself. A play's time lies flat over some thousand
 * functions, and optimising them, often twice, took 18 of its 57 s of processor time. Node 22 has no such option.
 */
const OPTIMISES_LATE = process.versions.node.startsWith('20.') ? ['--interrupt-budget=2000000'] : [];
const common = {
  setupFiles: ['tests/setup.ts'],
  // Room for a play's short-lived objects, and a compiler that asks for no warm function, since most of a play's functions
  // are called a few times only: with twice this room they spared 19 of 205 s of processor time.
  execArgv: ['--min-semi-space-size=64', '--max-semi-space-size=128', '--always-sparkplug', ...OPTIMISES_LATE],
  // Ends what hangs, no more: plays of the whole library take 20 s, and ten times that on a busy machine.
  testTimeout: HANGS_MS,
  hookTimeout: HANGS_MS,
  // A message that shortens a list to `[ …(2) ]` doesn't say what went wrong on a machine nobody can look at.
  chaiConfig: { truncateThreshold: 400 },
  // Vitest keeps one core for itself and hardly uses it: of two that would be half the machine.
  maxWorkers: cores > 2 ? cores - 1 : cores,
};

const PAGE = [
  ...common.setupFiles,
  'tests/client/setup/inline-styles.ts',
  'tests/client/setup/no-owner-stacks.ts',
  'tests/client/setup/patient.ts',
];

/** For projects that start PostgreSQL servers. */
const DATABASES = ['tests/support/postgres-data.ts'];

/** Files that put another module in the place of one that others have loaded. `tests/rooms.test.ts` holds the list complete. */
const REPLACING = [
  'tests/client-desk/keystroke.test.tsx',
  'tests/client-desk/outdated.test.tsx',
  'tests/client/app/english-drill.test.tsx',
  'tests/client/app/english.test.tsx',
  'tests/client/lib/told-with-answer.test.ts',
];

/** Files that start programs and wait for them: beside the browser's, so that no worker of the others stands idle. */
const PROCESSES = [
  'tests/bench/**/*.test.ts',
  'tests/deploy/**/*.test.ts',
  'tests/start/**/*.test.ts',
  'tests/library/command-line.test.ts',
];

/** It puts a module in the place of another, which isn't possible among built ones. */
const FROM_SOURCES = ['tests/classroom/papers/timing.test.ts'];

/** Run together as `tests/learning/same-plays.test.ts`, and alone as the project `unit-plays`. */
const PLAYS = SAME_PLAYS.map((name) => `tests/${name}.test.ts`);

/** Customers and programs take their time: three files side by side, so that the longest isn't waited for alone at the end. */
const WAITING = { maxWorkers: 3, sequence: { groupOrder: 1 } };

/**
 * `unit` is everything without a page (`unit-plays` alone what asks for the same plays, `unit-processes` what starts
 * programs, `unit-sources` what can't have built modules), `client` renders components (`client-alone` those that need the
 * program to themselves), `browser` drives a real Chromium.
 */
export default defineConfig({
  test: {
    sequence: { sequencer: DearFirst },
    projects: [
      {
        plugins: withBuiltModules,
        test: {
          ...common,
          ...loadedByNode,
          name: 'unit',
          environment: 'node',
          // Loading the program anew for every file took a third of the time; what one file leaves behind, others see.
          isolate: false,
          globalSetup: DATABASES,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/client*/**', 'tests/browser/**', ...PROCESSES, ...FROM_SOURCES, ...PLAYS],
        },
      },
      {
        test: {
          ...common,
          name: 'client',
          environment: 'happy-dom',
          // Loading React and the pages anew for every file took half the time; `fresh-page` puts the stores back.
          isolate: false,
          setupFiles: [...PAGE, 'tests/client/setup/fresh-page.ts'],
          include: ['tests/client*/**/*.test.{ts,tsx}'],
          exclude: REPLACING,
        },
      },
      {
        test: {
          ...common,
          name: 'client-alone',
          environment: 'happy-dom',
          setupFiles: PAGE,
          include: REPLACING,
        },
      },
      {
        plugins: withBuiltModules,
        test: {
          ...common,
          ...loadedByNode,
          name: 'browser',
          environment: 'node',
          // The files of a worker share a browser, and a server where it can't share one; reading the program and the cases
          // anew took 3 s a file.
          isolate: false,
          globalSetup: ['tests/browser/support/shared-product.ts'],
          include: ['tests/browser/**/*.test.ts'],
          ...WAITING,
        },
      },
      {
        plugins: withBuiltModules,
        test: {
          ...common,
          ...loadedByNode,
          name: 'unit-plays',
          environment: 'node',
          isolate: false,
          include: PLAYS,
        },
      },
      {
        plugins: withBuiltModules,
        test: {
          ...common,
          ...loadedByNode,
          name: 'unit-processes',
          environment: 'node',
          isolate: false,
          globalSetup: DATABASES,
          include: PROCESSES,
          ...WAITING,
        },
      },
      {
        test: {
          ...common,
          name: 'unit-sources',
          environment: 'node',
          isolate: false,
          include: FROM_SOURCES,
          ...WAITING,
        },
      },
    ],
  },
});
