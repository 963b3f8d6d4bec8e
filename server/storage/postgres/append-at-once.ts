/** The append as one statement, and so one round trip, for batches of which all is to be stored: nearly every one. */
import { CompiledQuery, type Kysely } from 'kysely';
import type { Database } from '#storage/queries/tables.ts';
import type { Append } from '#storage/storage.ts';
import { logColumns, stageColumns } from './append-columns.ts';
import { bigintArray, textArray } from './binary-arrays.ts';

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
  const { numAffectedRows } = await db.executeQuery(
    CompiledQuery.raw(AT_ONCE, [
      textArray(wanted.map(({ drill }) => drill)),
      bigintArray(wanted.map(({ seq }) => seq)),
      textArray(wanted.map(({ lease }) => lease)),
      wanted.length,
      textArray(rows.drill),
      bigintArray(rows.seq),
      bigintArray(rows.n),
      bigintArray(rows.at),
      textArray(rows.command),
      textArray(rows.ack),
      textArray(rows.body),
      textArray(stage.drill),
      bigintArray(stage.seq),
      textArray(stage.state),
      bigintArray(stage.running),
      bigintArray(stage.dueAt),
      bigintArray(stage.at),
      bigintArray(stage.endedAt),
    ]),
  );
  return Number(numAffectedRows ?? 0) > 0;
};

/** Written out: Kysely would make the same text anew for each batch. */
const AT_ONCE = `
    with held as (
      select drills.id from drills
      join unnest($1::text[], $2::bigint[], $3::text[]) as wanted (id, seq, lease) on drills.id = wanted.id
      where drills.seq = wanted.seq
        and (wanted.lease is null or drills.lease_node is null or drills.lease_node = wanted.lease)
      order by drills.id for update of drills),
    permitted as (select 1 as one where (select count(*) from held) = $4::bigint),
    written as (
      insert into log (drill, seq, n, at, command_id, ack, body)
      select rows.* from permitted, unnest($5::text[], $6::bigint[], $7::bigint[], $8::bigint[], $9::text[],
        $10::text[], $11::text[]) as rows)
    update drills set seq = stage.seq, state = stage.state, running = stage.running, due_at = stage.due_at,
      heartbeat_at = stage.at, ended_at = stage.ended_at
    from permitted, unnest($12::text[], $13::bigint[], $14::text[], $15::bigint[], $16::bigint[], $17::bigint[],
      $18::bigint[]) as stage (id, seq, state, running, due_at, at, ended_at)
    where drills.id = stage.id`;

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
