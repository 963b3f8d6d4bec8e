import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startFlags } from '#scripts/built-server/start-flags.mjs';
import { top } from './child-server.ts';

/** Bytes that the heap of a thread may have, in a process with these flags; `own`: after `giveThreadsOwnHeaps`. */
const threadLimit = (flags: readonly string[], own: boolean): number => {
  const program = `
    ${own ? "(await import('#common/thread-heaps.ts')).giveThreadsOwnHeaps();" : ''}
    const { Worker } = await import('node:worker_threads');
    const says = "require('worker_threads').parentPort.postMessage(require('v8').getHeapStatistics().heap_size_limit)";
    new Worker(says, { eval: true, execArgv: [] }).once('message', (limit) => console.log(limit));`;
  const args = [...flags, '--import', 'tsx', '--input-type=module', '--eval', program];
  return Number(execFileSync(process.execPath, args, { cwd: top, encoding: 'utf8' }));
};

test('the loop’s heap is larger than V8 makes it, that of a thread is as V8 makes it', () => {
  const flags = startFlags(top);
  expect(flags.map((flag) => flag.split('=')[0])).toEqual(['--max-semi-space-size', '--initial-old-space-size']);
  const usual = threadLimit([], false);
  expect(threadLimit(flags, false)).toBeGreaterThan(usual);
  expect(threadLimit(flags, true)).toBe(usual);
});

test('the image starts the server with the flags of npm start', () => {
  const image = readFileSync(join(top, 'deploy', 'compose', 'Dockerfile'), 'utf8');
  const [, command = ''] = /^CMD (\[.*\])$/m.exec(image) ?? [];
  expect(JSON.parse(command)).toEqual(['node', ...startFlags(top), 'scripts/start.mjs']);
});
