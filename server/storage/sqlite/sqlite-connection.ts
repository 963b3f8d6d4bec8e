import { type AppendOutcome, type AppendRow, type AppendStatements, appendRows } from './append-rows.ts';
import { firstValue, type QueryAnswer, type SqliteFile, type SqlValue } from './sqlite-file.ts';

/** What is there at once where the file is in this thread, and later where it is in one of its own. */
export type OrLater<T> = T | Promise<T>;

/** The connection to a file. What is asked is done in the order in which it was asked. */
export type SqliteConnection = {
  query(sql: string, values: readonly SqlValue[]): OrLater<QueryAnswer>;
  /** Several statements without values. */
  exec(sql: string): OrLater<void>;
  /** All in one transaction; throws or rejects when nothing was stored, and when that can't be learnt. */
  append(statements: AppendStatements, rows: readonly AppendRow[]): OrLater<AppendOutcome[]>;
  close(): OrLater<void>;
};

/** A file that is open in this thread. */
export const connectionOn = (file: SqliteFile): SqliteConnection => ({
  ...file,
  append: (statements, rows) => appendRows(file, statements, rows),
});

/** What a pragma answers, or null; sets it where the text has a value. */
export const pragmaBy = async (connection: SqliteConnection, text: string): Promise<unknown> =>
  firstValue(await connection.query(`pragma ${text}`, []));
