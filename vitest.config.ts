import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { DearFirst } from './tests/support/dear-first.ts';

const cores = availableParallelism();
const common = {
  setupFiles: ['tests/setup.ts'],
  // Ends what hangs, no more: plays of the whole library take 20 s and more beside another file on two cores.
  testTimeout: 60_000,
  hookTimeout: 60_000,
  // Vitest keeps one core for itself and hardly uses it: of two that would be half the machine.
  maxWorkers: cores > 2 ? cores - 1 : cores,
};

/** `unit` is everything without a page, `client` renders components, `browser` drives a real Chromium. */
export default defineConfig({
  test: {
    sequence: { sequencer: DearFirst },
    projects: [
      {
        test: {
          ...common,
          name: 'unit',
          environment: 'node',
          // Loading the program anew for every file took a third of the time; what one file leaves behind, others see.
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/client*/**', 'tests/browser/**'],
        },
      },
      {
        test: { ...common, name: 'client', environment: 'happy-dom', include: ['tests/client*/**/*.test.{ts,tsx}'] },
      },
      {
        test: {
          ...common,
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          // Customers take their time: two files side by side wait half as long. More would slow what they time.
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
