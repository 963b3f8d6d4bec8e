/**
 * The product's threads from the built server where `npm test` has built it (BUILT_THREADS: its folder): six files that
 * start threads took 71 s of processor time from the sources and 62 s from the bundle.
 */
import { join } from 'node:path';
import type { Plugin } from 'vitest/config';
import { startingFrom } from '../../scripts/built-server/threads.mjs';

const SERVER = join(import.meta.dirname, '../../server');

export const builtThreads: Plugin = {
  name: 'built-threads',
  enforce: 'pre',
  transform(code, id) {
    const bundle = process.env.BUILT_THREADS;
    return bundle !== undefined && id.startsWith(SERVER) ? startingFrom(bundle, SERVER, code, id) : null;
  },
};
