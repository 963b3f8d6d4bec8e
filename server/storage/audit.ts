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
  /** Newest first. `includesMachine`: rows of no school, too. `before`: rows with smaller numbers; null: all. */
  list(query: {
    school: string;
    includesMachine: boolean;
    before: number | null;
    limit: number;
  }): Promise<AuditEntry[]>;
  /** Rows with greater numbers, in order. */
  after(n: number, limit: number): Promise<AuditEntry[]>;
  /** Recomputes every hash (`checkChain`). */
  verifyChain(): Promise<ChainChecked>;
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
    .update(JSON.stringify([n, at, school, actor, kind, subject, sortedDetails(details), previous]))
    .digest('hex');

/** The same whatever order the fields came in. */
const sortedDetails = (details: AuditDetails): [string, unknown][] =>
  Object.entries(details).sort(([a], [b]) => (a < b ? -1 : 1));

/** Rows read at a time. */
const PAGE_SIZE = 500;

/**
 * Reads the whole trail and recomputes every hash. Whoever can write to the database can write a new chain from any row
 * on; a hash that was written down elsewhere (`head`) shows that. `knownEntry`: such a row and its hash.
 */
export const checkChain = async (
  { after }: Pick<AuditStorage, 'after'>,
  knownEntry: { n: number; hash: string } | null = null,
): Promise<ChainChecked> => {
  let rows = 0;
  let head = FIRST_PREVIOUS;
  for (;;) {
    const page = await after(rows, PAGE_SIZE);
    for (const entry of page) {
      const isIntact = entry.n === rows + 1 && entry.previous === head && entry.hash === hashOfEntry(entry);
      const matchesKnown = knownEntry?.n !== entry.n || knownEntry.hash === entry.hash;
      if (!isIntact || !matchesKnown) return { rows, brokenAt: rows + 1, head };
      rows = entry.n;
      head = entry.hash;
    }
    if (page.length < PAGE_SIZE) break;
  }
  return knownEntry !== null && knownEntry.n > rows
    ? { rows, brokenAt: rows + 1, head }
    : { rows, brokenAt: null, head };
};
