import { createRequire } from 'node:module';
import type Better from 'better-sqlite3';
import { type FileOptions, preparedOnce, type Row, type SqliteFile, type SqlValue } from './sqlite-file.ts';

const requireModule = createRequire(import.meta.url);

export const openByBetterSqlite = (path: string, options: FileOptions): SqliteFile => {
  const { readonly = false, mustExist = false, waitMs = 0 } = options;
  // Loaded here and not above: where its program for this machine is missing, Node's own SQLite is used.
  const Database: typeof Better = requireModule('better-sqlite3');
  return wrapBetterSqlite(new Database(path, { readonly, fileMustExist: mustExist, timeout: waitMs }));
};

export const wrapBetterSqlite = (database: Better.Database): SqliteFile => {
  const statementOf = preparedOnce((sql) => database.prepare<[readonly SqlValue[]], Row>(sql));
  return {
    program: 'better-sqlite3',
    query: (sql, values) => {
      const statement = statementOf(sql);
      if (statement.reader) return { rows: statement.all(values), changes: 0 };
      return { rows: [], changes: statement.run(values).changes };
    },
    exec: (sql) => void database.exec(sql),
    close: () => void database.close(),
  };
};

/** Whether it is better-sqlite3 itself, or its program for this machine, that couldn't be loaded. */
export const isMissing = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : '';
  return code === 'ERR_DLOPEN_FAILED' || code === 'MODULE_NOT_FOUND' || /bindings file/.test(error.message);
};
