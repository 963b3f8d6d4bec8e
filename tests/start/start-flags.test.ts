import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { startFlags } from '#scripts/built-server/start-flags.mjs';
import { top } from './child-server.ts';

type Limits = { thread: number; loop: number };

/** Bytes that heaps may have in a process with these flags, the loop's and a thread's; `own`: after `giveThreadsOwnHeaps`. */
const limits = (flags: readonly string[], own: boolean): Limits => {
  const program = `
    ${own ? "(await import('#common/thread-heaps.ts')).giveThreadsOwnHeaps();" : ''}
    const { Worker } = await import('node:worker_threads');
    const { getHeapStatistics } = await import('node:v8');
    const loop = getHeapStatistics().heap_size_limit;
    const says = "require('worker_threads').parentPort.postMessage(require('v8').getHeapStatistics().heap_size_limit)";
    new Worker(says, { eval: true, execArgv: [] }).once('message', (thread) => console.log(JSON.stringify({ thread, loop })));`;
  const args = [...flags, '--import', 'tsx', '--input-type=module', '--eval', program];
  return z
    .strictObject({ thread: z.number(), loop: z.number() })
    .parse(JSON.parse(execFileSync(process.execPath, args, { cwd: top, encoding: 'utf8' })));
};

test('the loop’s heap is larger than V8 makes it, that of a thread is as V8 makes it', () => {
  const flags = startFlags(top);
  expect(flags.map((flag) => flag.split('=')[0])).toEqual(['--max-semi-space-size', '--initial-old-space-size']);
  const usual = limits([], false);
  const all = limits(flags, false);
  expect(all.thread).toBeGreaterThan(usual.thread);
  expect(all.loop).toBeGreaterThan(usual.loop);
  expect(limits(flags, true)).toEqual({ thread: usual.thread, loop: all.loop });
});

test('the image starts the server with the flags of npm start', () => {
  const image = readFileSync(join(top, 'deploy', 'compose', 'Dockerfile'), 'utf8');
  const [, command = ''] = /^CMD (\[.*\])$/m.exec(image) ?? [];
  expect(JSON.parse(command)).toEqual(['node', ...startFlags(top), 'scripts/start.mjs']);
});
