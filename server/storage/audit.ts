/** The audit trail: rows that are only ever added, each with the hash of the one before. Times are epoch milliseconds. */
import { createHash } from 'node:crypto';
import type { AuditDetails, AuditKind, ChainChecked } from '#contract/personal-data/audit.ts';

/** `actor`: a person's id; null: the server itself. `school` null: of the machine. `subject`: the id of what it was done to. */
export type AuditNote = {
  at: number;
  school: string | null;
  actor: string | null;
  kind: AuditKind;
  subject: string | null;
  details: AuditDetails;
};
/** `n` counts from 1 without a gap; `previous` is the hash of row n - 1, `FIRST_PREVIOUS` for the first. */
export type AuditEntry = AuditNote & { n: number; previous: string; hash: string };

export type AuditStorage = {
  /** Adds all in order or none. Two nodes never give the same number or chain to the same row. */
  append(notes: readonly AuditNote[]): Promise<void>;
  /** Newest first. `machine`: rows of no school, too. `before`: rows with smaller numbers; null: all. */
  list(asked: { school: string; machine: boolean; before: number | null; most: number }): Promise<AuditEntry[]>;
  /** Rows with greater numbers, in order. */
  after(n: number, most: number): Promise<AuditEntry[]>;
  /** Works out every hash anew (`checkChain`). */
  check(): Promise<ChainChecked>;
};

export const FIRST_PREVIOUS = '0'.repeat(64);

/** SHA-256 of everything a row says and of the hash before it, as hex. */
export const hashOfEntry = ({
  n,
  at,
  school,
  actor,
  kind,
  subject,
  details,
  previous,
}: Omit<AuditEntry, 'hash'>): string =>
  createHash('sha256')
    .update(JSON.stringify([n, at, school, actor, kind, subject, sorted(details), previous]))
    .digest('hex');

/** The same whatever order the fields came in. */
const sorted = (details: AuditDetails): [string, unknown][] =>
  Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));

/** Rows read at a time. */
const AT_ONCE = 500;

/**
 * Reads the whole trail and works every hash out anew. Whoever can write the database can write a new chain from any row
 * on: a hash that was written down elsewhere (`head`) shows that. `seen`: such a row and its hash.
 */
export async function checkChain(
  { after }: Pick<AuditStorage, 'after'>,
  seen: { n: number; hash: string } | null = null,
): Promise<ChainChecked> {
  let rows = 0;
  let head = FIRST_PREVIOUS;
  for (;;) {
    const page = await after(rows, AT_ONCE);
    for (const entry of page) {
      const isWhole = entry.n === rows + 1 && entry.previous === head && entry.hash === hashOfEntry(entry);
      const isAsSeen = seen?.n !== entry.n || seen.hash === entry.hash;
      if (!isWhole || !isAsSeen) return { rows, brokenAt: rows + 1, head };
      rows = entry.n;
      head = entry.hash;
    }
    if (page.length < AT_ONCE) break;
  }
  return seen !== null && seen.n > rows ? { rows, brokenAt: rows + 1, head } : { rows, brokenAt: null, head };
}
