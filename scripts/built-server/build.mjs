/**
 * Bundles programs of the project in the first argument, the files from the fourth on, into the folder in the second,
 * for use in the third: the server alone, which is `main`, or programs by their own paths.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const [, , top, made, used, ...programs] = process.argv;
const server = join(top, 'server');
const SERVER = 'server/main.ts';
/** Where a file starts a thread: with a file of plain JavaScript, by its path from there. */
const STARTS = /new URL\('([^']+\.mjs)', import\.meta\.url\)/g;
/** What such a file loads once TypeScript can be read. A bundled thread loads it alone. */
const LOADS = /await import\('([^']+\.ts)'\)/;

const threadNamed = (file, name) => resolve(dirname(file), name);
const placeOf = (thread) => relative(server, thread).replaceAll('\\', '/');

/** Each thread is in a file of its own, too, at its usual place. */
const entries = Object.fromEntries(
  programs.map((program) => [program === SERVER ? 'main' : program.replace(/\.ts$/, ''), join(top, program)]),
);
for (const entry of readdirSync(server, { recursive: true, withFileTypes: true })) {
  const file = join(entry.parentPath, entry.name);
  if (!entry.isFile() || !file.endsWith('.ts')) continue;
  for (const [, name] of readFileSync(file, 'utf8').matchAll(STARTS)) {
    const thread = threadNamed(file, name);
    const [, loaded] = LOADS.exec(readFileSync(thread, 'utf8')) ?? [];
    entries[placeOf(thread).replace(/\.mjs$/, '')] = loaded === undefined ? thread : resolve(dirname(thread), loaded);
  }
}

/** A bundle stands elsewhere than its sources: threads are started beside it, files of data are read beside these. */
const places = {
  name: 'places',
  transform: {
    order: 'pre',
    handler: (code, id) =>
      code.includes('import.meta.')
        ? code
            .replace(
              STARTS,
              (_, name) => `new URL(${JSON.stringify(pathToFileURL(join(used, placeOf(threadNamed(id, name)))).href)})`,
            )
            .replaceAll('import.meta.dirname', () => JSON.stringify(dirname(id)))
            .replaceAll('import.meta.url', () => JSON.stringify(pathToFileURL(id).href))
        : null,
  },
};

try {
  await build({
    configFile: false,
    root: top,
    logLevel: 'error',
    plugins: [places],
    ssr: { external: true },
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
