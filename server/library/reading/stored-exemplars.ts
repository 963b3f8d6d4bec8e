/**
 * Exemplars of the shipped cases as stored in `scenarios/exemplars.json`. Finding them takes 50 ms a case, and every
 * start of the server, of a command and of a checking thread would wait for it. `npm run scenarios:exemplars` writes
 * the file.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** By beat, then by point. */
export type Exemplars = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
/** `of`: the hash of what they were found in (`sourceOf`). A case whose files have changed since finds its own anew. */
export type StoredExemplars = Readonly<Record<string, { of: string; found: Exemplars }>>;

export const EXEMPLARS_FILE = join(import.meta.dirname, '../../../scenarios/exemplars.json');

let stored: StoredExemplars | null = null;

/** The exemplars stored for a case if they were found in just this source; otherwise null. A missing file stores none. */
export const storedExemplars = (id: string, source: string): Exemplars | null => {
  stored ??= readStored();
  const entry = Object.hasOwn(stored, id) ? stored[id] : undefined;
  return entry?.of === source ? entry.found : null;
};

const readStored = (): StoredExemplars => {
  try {
    return JSON.parse(readFileSync(EXEMPLARS_FILE, 'utf8'));
  } catch {
    return {};
  }
};
