import type { Kysely } from 'kysely';
import type { Result } from '#engine/model/commands.ts';
import { type CompiledOnce, compileOnce } from '#storage/queries/compile-once.ts';
import type { Database } from '#storage/queries/tables.ts';
import type { Append, AppendError, DrillRow, Storage } from '#storage/storage.ts';
import type { SqliteTurns } from './sqlite-dialect.ts';
import type { SqliteFile } from './sqlite-file.ts';

type Advance = {
  drill: string;
  expectedSeq: number;
  lease: string | null;
  n: number;
  state: DrillRow['state'];
  running: 0 | 1;
  dueAt: number | null;
  at: number;
  endedAt: number | null;
};
type LogRow = {
  drill: string;
  seq: number;
  n: number;
  at: number;
  commandId: string | null;
  ack: string | null;
  body: string;
};

/**
 * The append, the hot path: one update by key and one insert for each item, compiled once, in one transaction that is
 * done at once. `db` makes the statements and runs none.
 */
export function sqliteAppend(db: Kysely<Database>, { inTurn }: SqliteTurns): Storage['appendAll'] {
  const advance = compileOnce<Advance>((given) =>
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
  );
  const insertLog = compileOnce<LogRow>((given) =>
    db.insertInto('log').values({
      drill: given('drill'),
      seq: given('seq'),
      n: given('n'),
      at: given('at'),
      command_id: given('commandId'),
      ack: given('ack'),
      body: given('body'),
    }),
  );
  const selectCommand = compileOnce<{ drill: string; commandId: string }>((given) =>
    db.selectFrom('log').select('id').where('drill', '=', given('drill')).where('command_id', '=', given('commandId')),
  );
  const selectLease = compileOnce<{ drill: string }>((given) =>
    db.selectFrom('drills').select('lease_node').where('id', '=', given('drill')),
  );

  const appendEvents = (file: SqliteFile, item: Append): Result<void, AppendError> => {
    const { drill, expectedSeq, commandId, events, at, lease = null } = item;
    if (commandId !== null && runStatement(file, selectCommand, { drill, commandId }).rows.length > 0) {
      return { ok: false, error: 'duplicate-command' };
    }
    const eventCount = events.length;
    const { state, dueAt, endedAt } = item;
    const running = item.running ? 1 : 0;
    if (
      runStatement(file, advance, { drill, expectedSeq, lease, n: eventCount, state, running, dueAt, at, endedAt })
        .changes === 0
    ) {
      const holder = runStatement(file, selectLease, { drill }).rows[0]?.lease_node ?? null;
      const isLeasedElsewhere = lease !== null && holder !== null && holder !== lease;
      return { ok: false, error: isLeasedElsewhere ? 'not-leased' : 'seq-conflict' };
    }
    const { ack } = item;
    runStatement(file, insertLog, {
      drill,
      seq: expectedSeq + 1,
      n: eventCount,
      at,
      commandId,
      ack,
      body: JSON.stringify(events),
    });
    return { ok: true, value: undefined };
  };

  return (batch) =>
    inTurn((file) => {
      file.query('begin', []);
      try {
        const results = batch.map((item) => appendEvents(file, item));
        file.query('commit', []);
        return results;
      } catch (error) {
        rollBack(file);
        throw error;
      }
    });
}

const runStatement = <Given extends Record<string, string | number | null>>(
  file: SqliteFile,
  statement: CompiledOnce<Given>,
  given: Given,
) => file.query(statement.sql, statement.parametersFor(given));

function rollBack(file: SqliteFile): void {
  try {
    file.query('rollback', []);
  } catch {
    // A full disk, and some other errors, end the transaction by themselves; the error that did is thrown on.
  }
}
