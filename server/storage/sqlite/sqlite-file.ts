/** What the two programs that open SQLite files have in common, and nothing else. */

export type SqlValue = string | number | bigint | null | Uint8Array;
export type Row = Record<string, unknown>;

/**
 * better-sqlite3, which comes as a program for each kind of machine, or Node's own, from Node 22.13 on (before, it
 * needs a flag).
 */
export type SqliteProgram = 'better-sqlite3' | 'node:sqlite';

/** An open file. Errors have SQLite's name of their extended code as `code`, such as `SQLITE_CONSTRAINT_UNIQUE`. */
export type SqliteFile = {
  program: SqliteProgram;
  /** Prepared once for each SQL, as long as it is among those used last. */
  query(sql: string, values: readonly SqlValue[]): QueryAnswer;
  /** Several statements without values. */
  exec(sql: string): void;
  close(): void;
};
/** `changes`: rows written by a statement that answers with none. */
export type QueryAnswer = { rows: Row[]; changes: number };

export type FileOptions = {
  readonly?: boolean;
  /** Throws `SQLITE_CANTOPEN` instead of making a new database. */
  mustExist?: boolean;
  /** Milliseconds that another program's lock is waited for. */
  waitMs?: number;
  /** Left out: better-sqlite3 where it can be loaded. */
  program?: SqliteProgram | undefined;
};

/** What a pragma answers, or null; sets it where the text has a value, such as `busy_timeout = 0`. */
export const pragma = (file: SqliteFile, text: string): unknown => {
  return firstValue(file.query(`pragma ${text}`, []));
};

/** The first value of the first row, or null. */
export const firstValue = ({ rows: [row] }: QueryAnswer): unknown => {
  return row === undefined ? null : (Object.values(row)[0] ?? null);
};

/** Statements kept prepared; the program has some two hundred. */
const MAX_STATEMENTS = 400;

/** Keeps what `prepare` made for the SQLs used last. */
export const preparedOnce = <Statement>(prepare: (sql: string) => Statement): ((sql: string) => Statement) => {
  const statements = new Map<string, Statement>();
  return (sql) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = prepare(sql);
    const oldest = statements.size < MAX_STATEMENTS ? undefined : statements.keys().next().value;
    if (oldest !== undefined) statements.delete(oldest);
    statements.set(sql, statement);
    return statement;
  };
};
