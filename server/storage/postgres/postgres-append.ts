import { type Kysely, sql } from 'kysely';
import type { Result } from '#engine/model/commands.ts';
import { ConnectionLost } from '#storage/health/storage-errors.ts';
import type { Database } from '#storage/queries/tables.ts';
import type { Append, AppendError, Storage } from '#storage/storage.ts';
import { appendAtOnce } from './append-at-once.ts';
import { logColumns, stageColumns } from './append-columns.ts';

type Decisions = { results: Result<void, AppendError>[]; accepted: readonly Append[] };

/** What was sent to be stored, as it was decided; null while nothing is decided. */
type Sent = { decided: Decisions | null };

/**
 * The append in one round trip where the whole batch may be stored (`appendAtOnce`), else in four more: begin, the drills'
 * rows held, one statement that writes all, commit. What to store is then decided here, item by item in order, on rows
 * that no other node can change meanwhile.
 *
 * When the connection is lost before anything that stores is sent, nothing was stored; when it is lost after, nobody
 * knows. Then the rows are looked for, and what isn't there is tried once more. A single statement that was lost on its
 * way may still come to the server between the two: then the second try is refused, and the rows are looked for again.
 */
export const postgresAppend = (db: Kysely<Database>): Storage['appendAll'] => {
  return async (batch) => {
    if (batch.length === 0) return [];
    const first: Sent = { decided: null };
    try {
      return await store(db, batch, first);
    } catch (error) {
      if (!isToTryAgain(error)) throw error;
      if (await isStored(db, first)) return resultsOf(first);
    }
    const second: Sent = { decided: null };
    try {
      const results = await store(db, batch, second);
      const isRefused = results.some(({ ok }) => !ok);
      return isRefused && (await isStored(db, first)) ? resultsOf(first) : results;
    } catch (error) {
      if (isToTryAgain(error) && (await isStored(db, second))) return resultsOf(second);
      throw error;
    }
  };
};

const store = async (db: Kysely<Database>, batch: readonly Append[], sent: Sent): Promise<Decisions['results']> => {
  sent.decided = { results: batch.map(() => ({ ok: true, value: undefined })), accepted: batch };
  if (await appendAtOnce(db, batch)) return sent.decided.results;
  sent.decided = null;
  return db.transaction().execute(async (trx) => {
    const decisions = await decideAll(trx, batch);
    await writeAll(trx, decisions.accepted);
    sent.decided = decisions;
    return decisions.results;
  });
};

const isStored = async (db: Kysely<Database>, { decided }: Sent): Promise<boolean> =>
  decided !== null && (await areStored(db, decided.accepted));

const resultsOf = ({ decided }: Sent): Decisions['results'] => decided?.results ?? [];

/** The connection is lost, or two transactions waited for each other's rows, and the server rolled this one back. */
const isToTryAgain = (error: unknown): boolean =>
  error instanceof ConnectionLost || (error instanceof Error && 'code' in error && error.code === '40P01');

const decideAll = async (trx: Kysely<Database>, batch: readonly Append[]): Promise<Decisions> => {
  const rows = await lockDrills(trx, batch);
  const drillById = new Map(rows.map(({ id, seq, lease_node }) => [id, { seq, lease: lease_node }]));
  const decide = (item: Append): Result<void, AppendError> => {
    const { drill, expectedSeq, events, lease = null } = item;
    const row = drillById.get(drill);
    if (row !== undefined && lease !== null && row.lease !== null && row.lease !== lease) {
      return { ok: false, error: 'not-leased' };
    }
    if (row === undefined || row.seq !== expectedSeq) return { ok: false, error: 'seq-conflict' };
    row.seq += events.length;
    return { ok: true, value: undefined };
  };
  const results = batch.map(decide);
  return { results, accepted: batch.filter((_, index) => results[index]?.ok === true) };
};

/**
 * The drills' rows, held until the transaction is over. In order of id, as every transaction takes them that holds
 * several: in another order two could wait for each other.
 */
const lockDrills = (trx: Kysely<Database>, batch: readonly Append[]) => {
  const ids = [...new Set(batch.map(({ drill }) => drill))];
  const rows = trx
    .selectFrom('drills')
    .select(['id', 'seq', 'lease_node'])
    .where('id', '=', sql<string>`any(${ids}::text[])`);
  return rows.orderBy('id').forUpdate().execute();
};

const writeAll = async (trx: Kysely<Database>, accepted: readonly Append[]): Promise<void> => {
  if (accepted.length === 0) return;
  const rows = logColumns(accepted);
  const stage = stageColumns(accepted);
  await sql`
    with written as (
      insert into log (drill, seq, n, at, command_id, ack, body)
      select * from unnest(${rows.drill}::text[], ${rows.seq}::bigint[], ${rows.n}::bigint[], ${rows.at}::bigint[],
        ${rows.command}::text[], ${rows.ack}::text[], ${rows.body}::text[]))
    update drills set seq = stage.seq, state = stage.state, running = stage.running, due_at = stage.due_at,
      heartbeat_at = stage.at, ended_at = stage.ended_at
    from unnest(${stage.drill}::text[], ${stage.seq}::bigint[], ${stage.state}::text[], ${stage.running}::bigint[],
      ${stage.dueAt}::bigint[], ${stage.at}::bigint[], ${stage.endedAt}::bigint[])
      as stage (id, seq, state, running, due_at, at, ended_at)
    where drills.id = stage.id`.execute(trx);
};

/**
 * Whether what a lost transaction wrote is there. Rejects when that can't be learnt. It holds the same rows first, and
 * so waits until that transaction is over: on a server that still works at it, its rows can't be seen before.
 */
const areStored = async (db: Kysely<Database>, accepted: readonly Append[]): Promise<boolean> => {
  if (accepted.length === 0) return true;
  const foundCount = await db.transaction().execute(async (trx) => {
    await lockDrills(trx, accepted);
    const { drill, seq, command, body } = logColumns(accepted);
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from log
      join unnest(${drill}::text[], ${seq}::bigint[], ${command}::text[], ${body}::text[])
        as sent (drill, seq, command_id, body) on log.drill = sent.drill and log.seq = sent.seq
      where log.command_id is not distinct from sent.command_id and log.body = sent.body`.execute(trx);
    return rows[0]?.n ?? 0;
  });
  if (foundCount !== 0 && foundCount !== accepted.length) throw new Error('half of a transaction is in the log');
  return foundCount === accepted.length;
};
