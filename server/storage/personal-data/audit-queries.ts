import { type Kysely, sql } from 'kysely';
import type { AuditDetails } from '#contract/personal-data/audit.ts';
import {
  type AuditEntry,
  type AuditNote,
  type AuditStorage,
  checkChain,
  FIRST_PREVIOUS,
  hashOfEntry,
} from '#storage/audit.ts';
import type { Dialect } from '#storage/migrations/names.ts';
import type { Tables } from '#storage/queries/dialect.ts';
import type { Database } from '#storage/queries/tables.ts';

const ROW = ['n', 'at', 'school', 'actor', 'kind', 'subject', 'details', 'previous', 'hash'] as const;

export const auditStorage = ({ db, dialect }: Tables): AuditStorage => {
  const rows = db.selectFrom('audit_trail').select(ROW);
  const after: AuditStorage['after'] = async (n, most) =>
    (await rows.where('n', '>', n).orderBy('n').limit(most).execute()).map(entryIn);
  return {
    append: (notes) => db.transaction().execute((trx) => appendAudit(trx, dialect, notes)),
    list: async ({ school, includesMachine, before, limit }) => {
      const rowsOfSchool = rows.where((eb) => {
        const ofSchool = eb('school', '=', school);
        return includesMachine ? eb.or([ofSchool, eb('school', 'is', null)]) : ofSchool;
      });
      const earlierRows = before === null ? rowsOfSchool : rowsOfSchool.where('n', '<', before);
      return (await earlierRows.orderBy('n', 'desc').limit(limit).execute()).map(entryIn);
    },
    after,
    verifyChain: () => checkChain({ after }),
  };
};

/**
 * Adds to the chain, to call in a transaction. What another node adds at the same time waits for its end: SQLite's
 * transactions come one after another, PostgreSQL gets a lock that ends with the transaction.
 */
export const appendAudit = async (
  trx: Kysely<Database>,
  dialect: Dialect,
  notes: readonly AuditNote[],
): Promise<void> => {
  if (dialect === 'postgres') await sql`select pg_advisory_xact_lock(hashtextextended('audit trail', 0))`.execute(trx);
  const lastRow = trx.selectFrom('audit_trail').select(['n', 'hash']).orderBy('n', 'desc').limit(1);
  let { n, hash: previous } = (await lastRow.executeTakeFirst()) ?? { n: 0, hash: FIRST_PREVIOUS };
  for (const note of notes) {
    n += 1;
    const hash = hashOfEntry({ ...note, n, previous });
    const { at, school, actor, kind, subject, details } = note;
    const row = { n, at, school, actor, kind, subject, details: JSON.stringify(details), previous, hash };
    await trx.insertInto('audit_trail').values(row).execute();
    previous = hash;
  }
};

type Columns = Omit<AuditEntry, 'details'> & { details: string };

const entryIn = ({ details, ...row }: Columns): AuditEntry => {
  return { ...row, details: detailsIn(details) };
};

/** A row as a program that reads the table by itself has it. */
export const auditEntryIn = (row: Readonly<Record<string, unknown>>): AuditEntry => {
  const { n, at, school, actor, kind, subject, details, previous, hash } = row as Columns;
  return entryIn({ n, at, school, actor, kind, subject, details, previous, hash });
};

/** What can't be read was changed by somebody: the row's hash is wrong then, too. */
const detailsIn = (json: string): AuditDetails => {
  try {
    const details: AuditDetails = JSON.parse(json);
    return details;
  } catch {
    return {};
  }
};
