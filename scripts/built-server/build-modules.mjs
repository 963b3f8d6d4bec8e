/**
 * Writes each source of the server and of the scripts as a module of plain JavaScript, by its own path, into the folder
 * of the second argument; threads are started from the built server in the third. The tests load these (`builtModules`).
 */
import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { places } from './places.mjs';

const [, , top, made, threads] = process.argv;
const FOLDERS = ['server', 'scripts'];
const SOURCE = /(?<!\.d)\.ts$/;

const entries = {};
for (const folder of FOLDERS) {
  for (const entry of readdirSync(join(top, folder), { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !SOURCE.test(file)) continue;
    entries[relative(top, file).replaceAll('\\', '/').replace(SOURCE, '')] = file;
  }
}

try {
  await build({
    configFile: false,
    root: top,
    logLevel: 'error',
    plugins: [places(threads, join(top, 'server'))],
    build: {
      ssr: true,
      target: 'node20',
      outDir: made,
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        input: entries,
        // A test may ask for what no other source does.
        treeshake: false,
        preserveEntrySignatures: 'strict',
        output: { preserveModules: true, preserveModulesRoot: top, entryFileNames: '[name].mjs' },
      },
    },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
