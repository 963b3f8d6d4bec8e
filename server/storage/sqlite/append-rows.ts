/** The append itself, in whichever thread the file is: texts and numbers only, and no Kysely. */

import type { AppendError, AppendedStage } from '#storage/storage.ts';
import { type CompiledOnce, type ParameterValues, parametersOf } from '#storage/tables/compiled-once.ts';
import type { SqliteFile } from './sqlite-file.ts';

/** An append as it is sent to another thread: a list, since the names of its fields would be copied with each. */
export type AppendRow = readonly [
  drill: string,
  expectedSeq: number,
  commandId: string | null,
  eventCount: number,
  state: AppendedStage['state'],
  running: 0 | 1,
  dueAt: number | null,
  at: number,
  endedAt: number | null,
  lease: string | null,
  ack: string | null,
  body: string,
];
export type AppendOutcome = 'stored' | AppendError;

type Advance = {
  drill: string;
  expectedSeq: number;
  lease: string | null;
  n: number;
  state: AppendedStage['state'];
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
export type AppendStatements = {
  advance: CompiledOnce<Advance>;
  insertLog: CompiledOnce<LogRow>;
  selectLease: CompiledOnce<{ drill: string }>;
};

/** All in one transaction, without a pause between. */
export const appendRows = (
  file: SqliteFile,
  statements: AppendStatements,
  rows: readonly AppendRow[],
): AppendOutcome[] => {
  file.query('begin', []);
  try {
    const outcomes = rows.map((row) => appendRow(file, statements, row));
    file.query('commit', []);
    return outcomes;
  } catch (error) {
    rollBack(file);
    throw error;
  }
};

/** One update by key and one insert. */
const appendRow = (file: SqliteFile, statements: AppendStatements, row: AppendRow): AppendOutcome => {
  const [drill, expectedSeq, commandId, n, state, running, dueAt, at, endedAt, lease, ack, body] = row;
  const { advance, insertLog, selectLease } = statements;
  const advanced = { drill, expectedSeq, lease, n, state, running, dueAt, at, endedAt };
  if (runStatement(file, advance, advanced).changes === 0) {
    const holder = runStatement(file, selectLease, { drill }).rows[0]?.lease_node ?? null;
    return lease !== null && holder !== null && holder !== lease ? 'not-leased' : 'seq-conflict';
  }
  runStatement(file, insertLog, { drill, seq: expectedSeq + 1, n, at, commandId, ack, body });
  return 'stored';
};

const runStatement = <Given extends ParameterValues>(file: SqliteFile, statement: CompiledOnce<Given>, given: Given) =>
  file.query(statement.sql, parametersOf(statement, given));

const rollBack = (file: SqliteFile): void => {
  try {
    file.query('rollback', []);
  } catch {
    // A full disk, and some other errors, end the transaction by themselves; the error that did is thrown on.
  }
};
