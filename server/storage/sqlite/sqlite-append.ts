import type { Kysely } from 'kysely';
import { compileOnce } from '#storage/queries/compile-once.ts';
import type { Database } from '#storage/queries/tables.ts';
import type { Append, Storage } from '#storage/storage.ts';
import type { AppendRow, AppendStatements } from './append-rows.ts';
import type { SqliteTurns } from './sqlite-turns.ts';

/** The append, the hot path: its statements are compiled once. `db` makes them and runs none. */
export const sqliteAppend = (db: Kysely<Database>, { next }: SqliteTurns): Storage['appendAll'] => {
  const statements = statementsOf(db);
  return async (batch) => {
    const rows = batch.map(rowOf);
    const outcomes = await next((connection) => connection.append(statements, rows));
    return outcomes.map((outcome) =>
      outcome === 'stored' ? { ok: true, value: undefined } : { ok: false, error: outcome },
    );
  };
};

const rowOf = (item: Append): AppendRow => [
  item.drill,
  item.expectedSeq,
  item.commandId,
  item.events.length,
  item.state,
  item.running ? 1 : 0,
  item.dueAt,
  item.at,
  item.endedAt,
  item.lease ?? null,
  item.ack,
  JSON.stringify(item.events),
];

const statementsOf = (db: Kysely<Database>): AppendStatements => {
  return {
    advance: compileOnce((given) =>
      db
        .updateTable('drills')
        .set((eb) => ({
          seq: eb('seq', '+', given('n')),
          state: given('state'),
          running: given('running'),
          due_at: given('dueAt'),
          heartbeat_at: given('at'),
          ended_at: given('endedAt'),
        }))
        .where('id', '=', given('drill'))
        .where('seq', '=', given('expectedSeq'))
        .where((eb) =>
          eb.or([eb('lease_node', 'is', null), eb(given('lease'), 'is', null), eb('lease_node', '=', given('lease'))]),
        ),
    ),
    insertLog: compileOnce((given) =>
      db.insertInto('log').values({
        drill: given('drill'),
        seq: given('seq'),
        n: given('n'),
        at: given('at'),
        command_id: given('commandId'),
        ack: given('ack'),
        body: given('body'),
      }),
    ),
    selectLease: compileOnce((given) => db.selectFrom('drills').select('lease_node').where('id', '=', given('drill'))),
  };
};
