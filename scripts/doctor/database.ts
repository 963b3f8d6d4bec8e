import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { say } from '#i18n/say.ts';
import type { AuditStorage } from '#storage/audit.ts';
import { databaseIn } from '#storage/files/data-files.ts';
import { auditEntryIn } from '#storage/personal-data/audit-queries.ts';
import { checkAudit } from './audit.ts';
import { bad, type Check, ok, warn } from './check.ts';
import { openUnchanged, type ReadDatabase } from './open-unchanged.ts';
import type { Answering } from './port.ts';
import { compareSchema } from './schema.ts';

/** Bytes of the largest file that is read: it may be held in memory as a whole. The start checks up to as many. */
const MAX_BYTES = 512_000_000;

/** `newest`: the newest time in it, epoch milliseconds; null: not known. */
export type DatabaseFound = { database: Check; schema: Check | null; audit?: Check; newest: number | null };

/** Looks at the database of a folder that no server uses, and changes nothing there. */
export const lookAtDatabase = async (dataDir: string): Promise<DatabaseFound> => {
  const file = databaseIn(dataDir);
  const only = (database: Check): DatabaseFound => ({ database, schema: null, newest: null });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return only(existsSync(dataDir) && holdsOurs(dataDir, file) ? missing(dataDir) : none());
  const mb = Math.max(1, Math.round(size / 1_000_000));
  if (size > MAX_BYTES)
    return only(warn('database', say('doctor:database.large', { mb }), say('doctor:database.start')));
  try {
    return await look(file, mb);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    if (code.startsWith('SQLITE_')) return only(broken(file));
    return only(bad('database', say('doctor:database.unreadable', { file, code }), say('doctor:folder.own')));
  }
};

const look = async (file: string, mb: number): Promise<DatabaseFound> => {
  const database = openUnchanged(file);
  try {
    const isCutOff = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
    const cutOff = warn('database', say('doctor:database.cut-off', { mb }), say('doctor:database.start'));
    const isOurs = database.rows("select 1 from sqlite_master where name = 'kysely_migration'").length > 0;
    const isWhole = database.rows('pragma quick_check(1)')[0]?.quick_check === 'ok';
    // What the log beside the file holds may be what the file lacks: only the next start can tell.
    if (!isOurs || !isWhole) return { database: isCutOff ? cutOff : broken(file), schema: null, newest: null };
    const schema = schemaOf(database);
    return {
      database: isCutOff ? cutOff : ok('database', say('doctor:database.sound', { mb })),
      schema,
      ...(schema.state === 'sound' ? { audit: await checkAudit(trailIn(database)) } : {}),
      newest: newestIn(database),
    };
  } finally {
    database.close();
  }
};

/** Whether anything there says that the folder held a database before; the mark of a first start says that it didn't. */
const holdsOurs = (dataDir: string, file: string): boolean => {
  const names = readdirSync(dataDir).filter((name) => name.startsWith('kefu.'));
  return names.length > 0 && !names.includes(`${basename(file)}.new`);
};

/** The audit trail of a database of this version. */
const trailIn = (database: ReadDatabase): Pick<AuditStorage, 'after'> => ({
  after: async (n, most) =>
    database.rows(`select * from audit_trail where n > ${n} order by n limit ${most}`).map((row) => auditEntryIn(row)),
});

/** Whether the program fits the database. */
const schemaOf = (database: ReadDatabase): Check =>
  compareSchema(database.rows('select name from kysely_migration order by name').map(({ name }) => String(name)));

/** The newest of what devices and drills left. */
const newestIn = (database: ReadDatabase): number | null => {
  const [row] = database.rows(
    'select max(at) as at from (select max(heartbeat_at) as at from drills union all select max(at) from guests)',
  );
  return typeof row?.at === 'number' ? row.at : null;
};

const none = (): Check => ok('database', say('doctor:database.none'));
const missing = (folder: string): Check =>
  bad('database', say('doctor:database.missing', { folder }), say('doctor:database.put-back'));
const broken = (file: string): Check =>
  bad('database', say('doctor:database.broken', { file }), say('doctor:database.restore'));

/** What the server that holds the database says of it. */
export const servedDatabase = (holder: string, answering: Answering): DatabaseFound => {
  const silent = warn('database', say('doctor:database.serving-silent', { pid: holder }), say('doctor:database.later'));
  const schema = ok('schema', say('doctor:schema.unknown'));
  if (answering.program !== 'ours' || answering.fault === 'silent') return { database: silent, schema, newest: null };
  const { fault } = answering;
  const database =
    fault === null
      ? ok('database', say('doctor:database.serving'))
      : bad('database', say('doctor:database.serving-fault', { code: fault }), say('doctor:database.serving-advice'));
  return { database, schema, newest: null };
};
