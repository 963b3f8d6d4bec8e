import { afterEach, beforeEach, vi } from 'vitest';

/** A `console.error` nobody expected is a fault: React's and our own warnings all arrive there. */
const said: string[] = [];

beforeEach(() => {
  said.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...parts: unknown[]) => {
    said.push(parts.map(String).join(' '));
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  if (said.length > 0) throw new Error(`console.error was called:\n${said.join('\n')}`);
});
