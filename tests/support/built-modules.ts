/**
 * The product's modules as `npm test` has built them (BUILT_MODULES: their folder), loaded by Node itself: files that all
 * ask for the same plays took 111 s of processor time with each module transformed by Vitest, in whose modules every use
 * of an import calls a function, and 83 s so. Without that variable the sources are used, so that a file tested alone
 * needs no build.
 */
import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Plugin } from 'vitest/config';

const TOP = join(import.meta.dirname, '../..');
const BUILT = process.env.BUILT_MODULES?.replaceAll('\\', '/');
const SOURCE = /\.ts$/;
/** Others are built only as far as these use them, without what a test may ask for besides. */
const BUILT_FOLDERS = ['server/', 'scripts/'];

/** Imports of sources that have a built module lead to it. */
const builtModules: Plugin = {
  name: 'built-modules',
  enforce: 'pre',
  async resolveId(source, importer, options) {
    if (BUILT === undefined || !SOURCE.test(source)) return null;
    const resolved = await this.resolve(source, importer, { ...options, skipSelf: true });
    if (resolved === null) return null;
    const path = relative(TOP, resolved.id).replaceAll('\\', '/');
    if (!BUILT_FOLDERS.some((folder) => path.startsWith(folder))) return null;
    const built = `${BUILT}/${path.replace(SOURCE, '.mjs')}`;
    return existsSync(built) ? built : null;
  },
};

/** For a project whose files put no module of the product in the place of another. */
export const withBuiltModules = BUILT === undefined ? [] : [builtModules];

/** A pattern: Vitest looks for a string below `node_modules` alone, and would transform all that lies elsewhere. */
const LIES_THERE = new RegExp(`^${BUILT?.replace(/[^\w/]/g, '\\$&')}/`);

/** Node loads what lies there. `tests/built-modules.test.ts` fails where Vitest does. */
export const loadedByNode = BUILT === undefined ? {} : { server: { deps: { external: [LIES_THERE] } } };
