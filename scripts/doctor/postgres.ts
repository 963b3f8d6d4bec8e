import { say } from '#i18n/say.ts';
import type { AuditStorage } from '#storage/audit.ts';
import { nameOf } from '#storage/files/place-name.ts';
import { auditEntryIn } from '#storage/personal-data/audit-queries.ts';
import { clientFor } from '#storage/postgres/postgres-connections.ts';
import { checkAudit } from './audit.ts';
import { bad, type Check, ok } from './check.ts';
import { compareSchema } from './schema.ts';

/** Looks whether the PostgreSQL database can be used and whether the program fits it. Nothing is written or locked. */
export const lookAtPostgres = async (url: string): Promise<Check[]> => {
  const database = nameOf(url);
  try {
    const client = await clientFor(url);
    try {
      const shown = await client.query<{ server_version: string }>('show server_version');
      const version = shown.rows[0]?.server_version ?? '';
      const found = ok('database', say('doctor:postgres.sound', { database, version }));
      const made = await client.query<{ made: boolean }>("select to_regclass('kysely_migration') is not null as made");
      if (made.rows[0]?.made !== true) return [ok('database', say('doctor:postgres.empty', { database, version }))];
      const done = await client.query<{ name: string }>('select name from kysely_migration order by name');
      const schema = compareSchema(done.rows.map(({ name }) => name));
      if (schema.state !== 'sound') return [found, schema];
      const after: AuditStorage['after'] = async (n, most) => {
        const { rows } = await client.query('select * from audit_trail where n > $1 order by n limit $2', [n, most]);
        return rows.map((row) => auditEntryIn(row));
      };
      return [found, schema, await checkAudit({ after })];
    } finally {
      await client.end();
    }
  } catch (error) {
    const cause = error instanceof Error ? (error.cause instanceof Error ? error.cause : error) : null;
    const fault = cause?.message ?? String(error);
    return [bad('database', say('doctor:postgres.unreachable', { database, fault }), say('doctor:postgres.advice'))];
  }
};
