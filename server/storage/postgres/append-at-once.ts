/** The append as one statement, and so one round trip, for batches of which all is to be stored: nearly every one. */
import { type Kysely, sql } from 'kysely';
import type { Database } from '#storage/queries/tables.ts';
import type { Append } from '#storage/storage.ts';
import { logColumns, stageColumns } from './append-columns.ts';

/** What must be true of a drill's row for its items in a batch, one after the other, to be storable. */
type Wanted = { drill: string; seq: number; lease: string | null };

/**
 * Stores the whole batch in one statement, or nothing: false where some item may not be stored, a drill isn't there or
 * another node has been faster. Who may not, and why, isn't told: that is looked for with the rows held
 * (`postgresAppend`).
 *
 * The rows are held in order of id, as every transaction takes them. What another node has stored since the statement
 * began shows in a row's `seq`, which PostgreSQL reads anew once it holds the row.
 */
export const appendAtOnce = async (db: Kysely<Database>, batch: readonly Append[]): Promise<boolean> => {
  const wanted = wantedRows(batch);
  if (wanted === null) return false;
  const rows = logColumns(batch);
  const stage = stageColumns(batch);
  const { numAffectedRows } = await sql`
    with held as (
      select drills.id from drills
      join unnest(${wanted.map(({ drill }) => drill)}::text[], ${wanted.map(({ seq }) => seq)}::bigint[],
        ${wanted.map(({ lease }) => lease)}::text[]) as wanted (id, seq, lease) on drills.id = wanted.id
      where drills.seq = wanted.seq
        and (wanted.lease is null or drills.lease_node is null or drills.lease_node = wanted.lease)
      order by drills.id for update of drills),
    permitted as (
      select 1 as one where (select count(*) from held) = ${wanted.length}::bigint),
    written as (
      insert into log (drill, seq, n, at, command_id, ack, body)
      select rows.* from permitted, unnest(${rows.drill}::text[], ${rows.seq}::bigint[], ${rows.n}::bigint[],
        ${rows.at}::bigint[], ${rows.command}::text[], ${rows.ack}::text[], ${rows.body}::text[]) as rows)
    update drills set seq = stage.seq, state = stage.state, running = stage.running, due_at = stage.due_at,
      heartbeat_at = stage.at, ended_at = stage.ended_at
    from permitted, unnest(${stage.drill}::text[], ${stage.seq}::bigint[], ${stage.state}::text[],
      ${stage.running}::bigint[], ${stage.dueAt}::bigint[], ${stage.at}::bigint[], ${stage.endedAt}::bigint[])
      as stage (id, seq, state, running, due_at, at, ended_at)
    where drills.id = stage.id`.execute(db);
  return Number(numAffectedRows ?? 0) > 0;
};

/** By drill what its row must be; null where the items contradict each other, so that not all of them can be stored. */
const wantedRows = (batch: readonly Append[]): Wanted[] | null => {
  const byDrill = new Map<string, Wanted & { next: number }>();
  for (const { drill, expectedSeq, events, lease = null } of batch) {
    const before = byDrill.get(drill);
    if (before !== undefined && (before.next !== expectedSeq || before.lease !== lease)) return null;
    byDrill.set(drill, { drill, seq: before?.seq ?? expectedSeq, lease, next: expectedSeq + events.length });
  }
  return [...byDrill.values()];
};
