/** The program's own files as its rules read them: text without comments and quotes, and what each imports. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const TOP = resolve(import.meta.dirname, '../..');

export type Import = { from: string; typeOnly: boolean };
export type Source = { path: string; raw: string; code: string; lines: number; imports: Import[] };

const SKIPPED = new Set(['node_modules', 'dist', 'fixtures', 'data']);

const walk = (folder: string): string[] =>
  readdirSync(join(TOP, folder), { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) return [];
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return walk(path);
    return /\.(ts|tsx|mjs)$/.test(entry.name) ? [path] : [];
  });

/** Code without comments and without what stands in quotes; line breaks stay. */
const bare = (raw: string): string =>
  raw.replace(/\/\*[\s\S]*?\*\/|(?<![:\\])\/\/[^\n]*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, (found) =>
    found.startsWith('/') ? found.replace(/[^\n]/g, '') : "''",
  );

const importsOf = (raw: string): Import[] => {
  const found: Import[] = [];
  for (const [, clause = '', from = ''] of raw.matchAll(
    /^(?:import|export)\s+([^'"();]*?)\s*from\s+['"]([^'"]+)['"]/gm,
  ))
    found.push({ from, typeOnly: clause.startsWith('type ') || clause === 'type' });
  for (const [, from = ''] of raw.matchAll(/^import\s+['"]([^'"]+)['"]/gm)) found.push({ from, typeOnly: false });
  for (const [, from = ''] of raw.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)) found.push({ from, typeOnly: false });
  return found;
};

const read = (path: string): Source => {
  const raw = readFileSync(join(TOP, path), 'utf8');
  return { path, raw, code: bare(raw), lines: raw.trimEnd().split('\n').length, imports: importsOf(raw) };
};

export const sources: readonly Source[] = ['server', 'client', 'scripts', 'tests'].flatMap(walk).map(read);
export const under = (folder: string): Source[] => sources.filter((s) => s.path.startsWith(`${folder}/`));

/** An import as a path of this repository, or null for a package. */
export const target = (source: Source, { from }: Import): string | null => {
  if (/^#(?:server|client|scripts|tests|messages)\//.test(from)) return from.replace('#', '');
  if (from.startsWith('#')) return `server/${from.slice(1)}`;
  return from.startsWith('.') ? relative(TOP, resolve(TOP, dirname(source.path), from)) : null;
};
