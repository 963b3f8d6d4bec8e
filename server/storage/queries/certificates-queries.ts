import type { CertificateFacts } from '#contract/exams/certificates.ts';
import type { CertificatesStorage, StoredCertificate, StoredStandards } from '#storage/certificates.ts';
import { isOneOf, type Tables } from './dialect.ts';
import type { CertificatesTable } from './run-tables.ts';

export const certificatesStorage = ({ db, dialect }: Tables): CertificatesStorage => {
  const rows = () => db.selectFrom('certificates').selectAll();
  return {
    add: (certificates) =>
      db
        .transaction()
        .execute(async (trx) => {
          const { numInsertedOrUpdatedRows } = await trx
            .insertInto('certificates')
            .values(certificates.map(rowOf))
            .onConflict((on) => on.doNothing())
            .executeTakeFirst();
          // A seat has one that counts, or a code is taken: the tables' own keys say so, and none of these is kept.
          if (numInsertedOrUpdatedRows !== BigInt(certificates.length)) throw new TakenMeanwhile();
          return true;
        })
        .catch((error: unknown) => {
          if (error instanceof TakenMeanwhile) return false;
          throw error;
        }),
    find: async (code) => {
      const row = await rows().where('code', '=', code).executeTakeFirst();
      return row === undefined ? null : certificateIn(row);
    },
    ofRun: async (run) => (await rows().where('run', '=', run).orderBy('rowid').execute()).map(certificateIn),
    ofSeats: async (seats) =>
      (
        await rows()
          .where(isOneOf(dialect, 'seat', seats))
          .where('withdrawn_at', 'is', null)
          .orderBy('at', 'desc')
          .orderBy('rowid', 'desc')
          .execute()
      ).map(certificateIn),
    held: async (guest, person) => {
      const seats = db
        .selectFrom('seats')
        .select('id')
        .where((one) => one.or([one('guest', '=', guest ?? ''), one('person', '=', person ?? '')]));
      return (
        await rows()
          .where('seat', 'in', seats)
          .where('withdrawn_at', 'is', null)
          .orderBy('at', 'desc')
          .orderBy('rowid', 'desc')
          .execute()
      ).map(certificateIn);
    },
    newestOf: async (school) => {
      const row = await rows().where('school', '=', school).orderBy('rowid', 'desc').limit(1).executeTakeFirst();
      return row === undefined ? null : certificateIn(row);
    },
    withdraw: async (code, { at, by, why }) => {
      const { numUpdatedRows } = await db
        .updateTable('certificates')
        .set({ withdrawn_at: at, withdrawn_by: by, withdrawn_why: why })
        .where('code', '=', code)
        .where('withdrawn_at', 'is', null)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    putStandards: async ({ body, ...saving }) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('school_standards')
        .values({ ...saving, body: JSON.stringify(body) })
        .onConflict((on) => on.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    standards: async (school) => {
      const row = await db
        .selectFrom('school_standards')
        .select(['school', 'version', 'body', 'by', 'at'])
        .where('school', '=', school)
        .orderBy('version', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? null : { ...row, body: standardsIn(row.body) };
    },
  };
};

class TakenMeanwhile extends Error {}

const rowOf = ({ facts, withdrawn, ...rest }: StoredCertificate): CertificatesTable => ({
  ...rest,
  facts: JSON.stringify(facts),
  withdrawn_at: withdrawn?.at ?? null,
  withdrawn_by: withdrawn?.by ?? null,
  withdrawn_why: withdrawn?.why ?? null,
});

const certificateIn = (row: CertificatesTable): StoredCertificate => ({
  ...{ code: row.code, school: row.school, run: row.run, seat: row.seat, by: row.by, at: row.at },
  facts: factsIn(row.facts),
  withdrawn:
    row.withdrawn_at === null
      ? null
      : { at: row.withdrawn_at, by: row.withdrawn_by ?? '', why: row.withdrawn_why ?? '' },
});

const factsIn = (body: string): CertificateFacts => {
  return JSON.parse(body);
};

const standardsIn = (body: string): StoredStandards['body'] => {
  return JSON.parse(body);
};
