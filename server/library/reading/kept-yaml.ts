/**
 * What YAML files hold, kept under `dist/` from one process to the next. Parsing the shipped files took half of the time
 * in which the library is read, at every start of the server, of a command and of a checking thread.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

const TOP = join(import.meta.dirname, '../../..');
const SHIPPED = join(TOP, 'scenarios');
const KEPT_FILE = join(TOP, 'dist/kept-yaml.json');
/** What a value depends on beside its text: a change in any of them makes everything anew. */
const READER = ['read-yaml.ts', 'yaml-syntax.ts', 'yaml-text.ts', 'yaml-traps.ts'].map((name) =>
  join(import.meta.dirname, name),
);

/** `values`: the value as JSON by the text's hash. */
type Kept = { by: string; values: Readonly<Record<string, string>> };
type Reading = { known: Kept; used: Map<string, string>; isNew: boolean };

/** Of the texts that are being read now; null: nothing is kept. */
let reading: Reading | null = null;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/**
 * Runs `read` with the values that earlier processes kept in `file`, and keeps there those it used. A file that can't be
 * read or written only costs time.
 */
export const withKeptYaml = <T>(file: string, read: () => T): T => {
  const by = readerHash();
  if (by === null || reading !== null) return read();
  const own: Reading = { known: readKept(file, by), used: new Map(), isNew: false };
  reading = own;
  try {
    return read();
  } finally {
    reading = null;
    if (own.isNew) write(file, { by, values: Object.fromEntries(own.used) });
  }
};

/** The same for a folder of content; of another than the shipped one nothing is kept, as authors' texts differ each time. */
export const withKeptContent = <T>(dir: string, read: () => T): T =>
  resolve(dir) === SHIPPED ? withKeptYaml(KEPT_FILE, read) : read();

/** The value of a text that an earlier process found no fault in, made anew at each call; undefined: there is none. */
export const keptValue = (text: string): unknown => {
  if (reading === null) return undefined;
  const hash = hashOf(text);
  const json = reading.known.values[hash];
  if (json === undefined) return undefined;
  reading.used.set(hash, json);
  return JSON.parse(json);
};

/** Keeps the value of a text without faults, if JSON holds it whole. */
export const keepValue = (text: string, value: unknown): void => {
  if (reading === null) return;
  const json = JSON.stringify(value);
  if (json === undefined || !isDeepStrictEqual(JSON.parse(json), value)) return;
  reading.used.set(hashOf(text), json);
  reading.isNew = true;
};

/** Null where the sources aren't there: nothing would tell that they have changed. */
const readerHash = (): string | null => {
  try {
    const sources = [...READER, join(TOP, 'package-lock.json')].map((file) => readFileSync(file, 'utf8'));
    return hashOf(sources.join('\0'));
  } catch {
    return null;
  }
};

const readKept = (file: string, by: string): Kept => {
  const none: Kept = { by, values: {} };
  try {
    const kept: Kept = JSON.parse(readFileSync(file, 'utf8'));
    return kept.by === by ? kept : none;
  } catch {
    return none;
  }
};

/** In one step, since several processes may read and write at once. */
const write = (file: string, kept: Kept): void => {
  const made = `${file}-${randomUUID()}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(made, JSON.stringify(kept));
    renameSync(made, file);
  } catch {
    rmSync(made, { force: true });
  }
};
