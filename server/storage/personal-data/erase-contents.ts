import { type Kysely, type SqlBool, sql } from 'kysely';
import type { Dialect } from '#storage/migrations/names.ts';
import { isOneOf } from '#storage/queries/dialect.ts';
import type { Database } from '#storage/queries/tables.ts';

/**
 * Hashes of the contents that only these schools can have: their own cases and quick replies stand in them. To ask while
 * the schools' drills and cases are there.
 */
export const contentsOfSchools = async (
  trx: Kysely<Database>,
  dialect: Dialect,
  schools: readonly string[],
): Promise<string[]> => {
  if (schools.length === 0) return [];
  const ofSchool = (column: string) => isOneOf(dialect, column, schools);
  const { rows } = await sql<{ hash: string }>`select hash from contents
    where hash in (select content_hash from drills where ${ofSchool('school')})
    and (body like '%"own":true%' or exists (select 1 from authored_cases
      where ${ofSchool('authored_cases.school')} and contents.body like '%"' || authored_cases.scenario || '"%'))`.execute(
    trx,
  );
  return rows.map(({ hash }) => hash);
};

/**
 * Deletes those of these contents that no drill has any more. The last statement of its transaction, after the drills'
 * deletion: on PostgreSQL it keeps every other transaction from storing a content until this one is over. A drill that is
 * opened meanwhile has its row before it stores its content (`open-drill.ts`), so either the drill is seen here and its
 * content stays, or the content is stored after this. Without the lock a drill could find its content there that this
 * statement, which began before the drill's row was stored, deletes a moment later.
 */
export const deleteContents = async (
  trx: Kysely<Database>,
  dialect: Dialect,
  hashes: readonly string[],
): Promise<void> => {
  if (hashes.length === 0) return;
  if (dialect === 'postgres') await sql`lock table contents in share row exclusive mode`.execute(trx);
  await trx
    .deleteFrom('contents')
    .where(isOneOf(dialect, 'hash', hashes))
    .where(
      sql<SqlBool>`hash not in (select content_hash from drills where ${isOneOf(dialect, 'content_hash', hashes)})`,
    )
    .execute();
};
