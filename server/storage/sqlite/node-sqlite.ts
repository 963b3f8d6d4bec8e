import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type FileOptions, preparedOnce, type Row, type SqliteFile, type SqlValue } from './sqlite-file.ts';

/** What is used of `node:sqlite`; the types of the oldest Node we support don't have it. */
type Statement = {
  all(...values: readonly SqlValue[]): Row[];
  run(...values: readonly SqlValue[]): { changes: number | bigint };
};
type Database = { prepare(sql: string): Statement; exec(sql: string): void; close(): void };
type NodeSqlite = { DatabaseSync: new (path: string, options: { readOnly: boolean }) => Database };

const requireModule = createRequire(import.meta.url);

/** Whether this Node has SQLite of its own. */
export const hasNodeSqlite = (): boolean => {
  return nodeSqlite() !== null;
};

const nodeSqlite = (): NodeSqlite | null => {
  try {
    return requireModule('node:sqlite');
  } catch {
    return null;
  }
};

/** Null where this Node has no SQLite. */
export const openByNodeSqlite = (path: string, options: FileOptions): SqliteFile | null => {
  const nodeModule = nodeSqlite();
  if (nodeModule === null) return null;
  const { readonly = false, mustExist = false, waitMs = 0 } = options;
  if (mustExist && !existsSync(path)) throw new NodeSqliteError('SQLITE_CANTOPEN', `no file ${path}`);
  const database = withErrorNames(() => new nodeModule.DatabaseSync(path, { readOnly: readonly }));
  withErrorNames(() => database.exec(`pragma busy_timeout = ${waitMs}`));
  const statementOf = preparedOnce((sql) => ({ answers: RETURNS_ROWS.test(sql), statement: database.prepare(sql) }));
  return {
    program: 'node:sqlite',
    query: (sql, values) =>
      withErrorNames(() => {
        const { answers: returnsRows, statement } = statementOf(sql);
        if (returnsRows) return { rows: statement.all(...values), changes: 0 };
        return { rows: [], changes: Number(statement.run(...values).changes) };
      }),
    exec: (sql) => withErrorNames(() => database.exec(sql)),
    close: () => withErrorNames(() => database.close()),
  };
};

/** Statements that answer with rows: older Nodes don't say it of a statement. */
const RETURNS_ROWS = /^\s*(?:select|with|values|pragma|explain)\b|\breturning\b/i;

/** An error as better-sqlite3 throws it: with the name of SQLite's code. */
class NodeSqliteError extends Error {
  readonly code: string;
  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'SqliteError';
    this.code = code;
  }
}

const withErrorNames = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') throw error;
    throw new NodeSqliteError(nameOf(error.errcode), error.message, error);
  }
};

/** The names that the program tells apart, by sqlite.org/rescode.html; another extended code has its base's name. */
const NAMES: Readonly<Record<number, string>> = {
  2067: 'SQLITE_CONSTRAINT_UNIQUE',
  1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  1811: 'SQLITE_CONSTRAINT_TRIGGER',
  1032: 'SQLITE_READONLY_DBMOVED',
  3: 'SQLITE_PERM',
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  14: 'SQLITE_CANTOPEN',
  15: 'SQLITE_PROTOCOL',
  19: 'SQLITE_CONSTRAINT',
  22: 'SQLITE_NOLFS',
  26: 'SQLITE_NOTADB',
};

const nameOf = (code: number): string => NAMES[code] ?? NAMES[code & 0xff] ?? `SQLITE_${code}`;
