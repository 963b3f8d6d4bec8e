/** The few words in which the two databases differ; every query beside these is the same in both. */
import { type AliasableExpression, type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Dialect } from '#storage/migrations/names.ts';
import type { Database } from './tables.ts';

/** An opened, migrated database and whose words it understands. */
export type Tables = { db: Kysely<Database>; dialect: Dialect };

/** A text field of a column that holds a JSON object. */
export const textIn = (dialect: Dialect, column: string, field: string): AliasableExpression<string> => {
  return dialect === 'sqlite'
    ? sql<string>`json_extract(${sql.ref(column)}, ${sql.lit(`$.${field}`)})`
    : sql<string>`${sql.ref(column)}::json ->> ${sql.lit(field)}`;
};

/** Whether the column is one of these, however many there are: the statement stays the same and is prepared once. */
export const isOneOf = (dialect: Dialect, column: string, values: readonly string[]): Expression<SqlBool> => {
  return dialect === 'sqlite'
    ? sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
    : sql<SqlBool>`${sql.ref(column)} = any(${values}::text[])`;
};

/**
 * Holds the rows that are read until the transaction is over, so that no other node changes them in between. Who holds
 * several of a table takes them in order of id: two that took them in another order would wait for each other. SQLite
 * has one connection, whose transactions come one after another.
 */
export const forUpdate = <Query extends { forUpdate(): Query }>(dialect: Dialect, query: Query): Query => {
  return dialect === 'sqlite' ? query : query.forUpdate();
};

/**
 * Writes; false when a value that only one row may have is another's: a login, an open run's code, a device's seat. A
 * primary key that is there already is an error of the program, and thrown.
 */
export const writeUnlessTaken = async (write: () => Promise<unknown>): Promise<boolean> => {
  try {
    await write();
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
};

const isTaken = (error: unknown): boolean => {
  if (!(error instanceof Error) || !('code' in error)) return false;
  if (error.code === 'SQLITE_CONSTRAINT_UNIQUE') return true;
  // PostgreSQL gives both the same code and names the constraint; it calls a primary key «…_pkey».
  return error.code === '23505' && 'constraint' in error && !String(error.constraint).endsWith('_pkey');
};
