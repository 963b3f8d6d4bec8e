/**
 * The shipped library as an earlier process read it, kept under `dist/`: reading and shaping its files took 4.4 s of
 * processor time at every start of a command, a bench and a test worker, and taking it from there takes .3 s.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { hashOfFiles } from './hash-of-files.ts';
import { withKeptContent } from './kept-yaml.ts';

const TOP = join(import.meta.dirname, '../../..');
const SHIPPED = join(TOP, 'scenarios');
const KEPT_FILE = join(TOP, 'dist/kept-library.bin');
/** What a library depends on: its files, and the sources that read and shape them. */
const DEPENDS_ON = [
  ...['scenarios', 'server/library', 'server/language', 'server/engine'],
  ...['server/scoring', 'server/contract', 'server/i18n', 'package-lock.json'],
];

/** A library as it is loaded: plain values, and `files`, which have functions. */
type Loaded = { library: { files: unknown }; diagnostics: readonly unknown[] };

/**
 * The shipped library without faults, kept from one process to the next; any other folder is read, as authors' texts
 * differ each time. The authored files with their places are read when somebody asks for them.
 */
export const withKept = <L extends Loaded>(dir: string, read: () => L): L =>
  resolve(dir) === SHIPPED ? keptIn(KEPT_FILE, keyOfSources(), () => withKeptContent(dir, read)) : read();

/**
 * The library kept in `file` under `key`, or else the one that `read` gives, which is kept there if it has no faults. A
 * null key keeps nothing. A file that can't be read or written only costs time.
 */
export const keptIn = <L extends Loaded>(file: string, key: string | null, read: () => L): L => {
  if (key === null) return read();
  const kept = readKept(file, key);
  if (kept !== null) {
    const loaded: Loaded = { library: withFilesRead(kept, () => read().library.files), diagnostics: [] };
    return loaded as L;
  }
  const loaded = read();
  if (loaded.diagnostics.length === 0) write(file, key, loaded.library);
  return loaded;
};

const withFilesRead = (library: object, readFiles: () => unknown): Loaded['library'] => {
  let files: unknown = null;
  return Object.defineProperty({ ...library, files: null }, 'files', {
    configurable: true,
    enumerable: true,
    get: () => {
      files ??= readFiles();
      return files;
    },
  });
};

/** Null where the sources aren't there: nothing would tell that they have changed. */
const keyOfSources = (): string | null => {
  try {
    // Another Node may write values otherwise.
    return `${process.version} ${hashOfFiles(TOP, DEPENDS_ON)}`;
  } catch {
    return null;
  }
};

const readKept = (file: string, key: string): object | null => {
  try {
    const [keptKey, library]: [unknown, object] = deserialize(readFileSync(file));
    return keptKey === key ? library : null;
  } catch {
    return null;
  }
};

/** In one step, since several processes may read and write at once. */
const write = (file: string, key: string, { files: _, ...library }: Loaded['library']): void => {
  const made = `${file}-${randomUUID()}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(made, serialize([key, library]));
    renameSync(made, file);
  } catch {
    rmSync(made, { force: true });
  }
};
