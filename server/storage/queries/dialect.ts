/** The few words in which the two databases differ; every query beside these is the same in both. */
import { type AliasableExpression, type Expression, type Kysely, type SqlBool, sql } from 'kysely';
import type { Dialect } from '#storage/migrations/names.ts';
import type { Database } from './tables.ts';

/** An opened, migrated database and whose words it understands. */
export type Tables = { db: Kysely<Database>; dialect: Dialect };

/** A text field of a column that holds a JSON object. */
export function textIn(dialect: Dialect, column: string, field: string): AliasableExpression<string> {
  return dialect === 'sqlite'
    ? sql<string>`json_extract(${sql.ref(column)}, ${sql.lit(`$.${field}`)})`
    : sql<string>`${sql.ref(column)}::json ->> ${sql.lit(field)}`;
}

/** Whether the column is one of these, however many there are: the statement stays the same and is prepared once. */
export function isOneOf(dialect: Dialect, column: string, values: readonly string[]): Expression<SqlBool> {
  return dialect === 'sqlite'
    ? sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(values)}))`
    : sql<SqlBool>`${sql.ref(column)} = any(${values}::text[])`;
}

/**
 * Holds the rows that are read until the transaction is over, so that no other node changes them in between. Who holds
 * several of a table takes them in order of id: two that took them in another order would wait for each other. SQLite
 * has one connection, whose transactions come one after another.
 */
export function forUpdate<Query extends { forUpdate(): Query }>(dialect: Dialect, query: Query): Query {
  return dialect === 'sqlite' ? query : query.forUpdate();
}
