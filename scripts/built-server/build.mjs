/**
 * Bundles programs of the project in the first argument, the files from the fourth on, into the folder in the second,
 * for use in the third: the server alone, which is `main`, or programs by their own paths.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'vite';
import { places } from './places.mjs';
import { placeOf, threadsOf } from './threads.mjs';

const [, , top, made, used, ...programs] = process.argv;
const server = join(top, 'server');
const SERVER = 'server/main.ts';
/**
 * Packages that aren't bundled: a native module, drivers that are only loaded where they are asked for, and packages
 * that start threads or programs from files of their own. All others are: finding and reading their 600 files took a
 * quarter of a start.
 */
const OUTSIDE = ['better-sqlite3', 'pg', 'pino', 'playwright-core', 'redis'];
/** What the file of a thread loads once TypeScript can be read. A bundled thread loads it alone. */
const LOADS = /await import\('([^']+\.ts)'\)/;

/** Each thread is in a file of its own, too, at its usual place. */
const entries = Object.fromEntries(
  programs.map((program) => [program === SERVER ? 'main' : program.replace(/\.ts$/, ''), join(top, program)]),
);
for (const entry of readdirSync(server, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (!entry.isFile() || !file.endsWith('.ts')) continue;
  for (const thread of threadsOf(readFileSync(file, 'utf8'), file)) {
    const [, loaded] = LOADS.exec(readFileSync(thread, 'utf8')) ?? [];
    entries[placeOf(server, thread).replace(/\.mjs$/, '')] =
      loaded === undefined ? thread : resolve(dirname(thread), loaded);
  }
}

try {
  await build({
    configFile: false,
    root: top,
    logLevel: 'error',
    plugins: [places(used, server)],
    ssr: { noExternal: true, external: OUTSIDE },
    build: {
      ssr: true,
      target: 'node20',
      outDir: made,
      minify: false,
      sourcemap: programs.includes(SERVER),
      rolldownOptions: {
        input: entries,
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
