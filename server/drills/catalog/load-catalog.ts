import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOfFiles } from '#library/reading/hash-of-files.ts';
import type { Catalog } from './catalog.ts';
import { type CatalogData, catalogOf } from './library-catalog.ts';

export type LoadedCatalog = {
  /** Null when the library has no rubric, and so nothing can be drilled. */
  catalog: Catalog | null;
  /** Errors alone, as `file:line:col CODE message`; the content they name was left out. */
  errors: readonly string[];
};

type CachedLibrary = { key: string; data: CatalogData | null; errors: readonly string[] };

/**
 * Reads `scenarios/` under `top`. Checking 150 YAML files takes seconds and nothing changes between most starts, so the
 * result is kept in `dist/`, under the hash of those files and of the code that reads them.
 */
export const loadCatalog = async (top: string): Promise<LoadedCatalog> => {
  const cacheFile = join(top, 'dist', 'library.json');
  const key = hashOfFiles(top, [
    'scenarios',
    'messages/zh/selftest.json',
    'server/library',
    'server/language',
    'server/engine/model/content.ts',
    'server/drills/catalog/library-catalog.ts',
    'server/drills/catalog/to-catalog.ts',
  ]);
  const cached = readCache(cacheFile);
  const { data, errors } =
    cached?.key === key ? cached : writeCache(cacheFile, { key, ...(await read(join(top, 'scenarios'))) });
  return { catalog: data === null ? null : catalogOf(data), errors };
};

const read = async (dir: string): Promise<Omit<CachedLibrary, 'key'>> => {
  const [{ loadLibrary }, { toCatalogData }] = await Promise.all([
    import('#library/load.ts'),
    import('./to-catalog.ts'),
  ]);
  const { library, diagnostics } = loadLibrary(dir);
  const errors = diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ file, line, column, code, message }) => `${file}:${line}:${column} ${code} ${message}`);
  return { data: library.rubrics.length === 0 ? null : toCatalogData(library), errors };
};

const readCache = (file: string): CachedLibrary | null => {
  if (!existsSync(file)) return null;
  try {
    const cached: CachedLibrary = JSON.parse(readFileSync(file, 'utf8'));
    return cached;
  } catch {
    // The machine went down while the file was written: the library is read again.
    return null;
  }
};

const writeCache = (file: string, cached: CachedLibrary): CachedLibrary => {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(cached));
  } catch {
    // A read-only installation reads it anew each time.
  }
  return cached;
};
