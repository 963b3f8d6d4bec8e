import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Dialect } from '#storage/migrations/names.ts';
import type { Database } from '#storage/queries/tables.ts';
import type { MovedTable } from './moved-tables.ts';

/** Rows read and written at a time: a row may hold a whole case. */
const PAGE_SIZE = 100;

export type MoveEnd = { db: Kysely<Database>; dialect: Dialect };
type Row = Record<string, unknown>;
/** `changed`: texts whose U+0000, which PostgreSQL can't hold, became U+FFFD. */
export type Copied = { rows: number; changed: number };

/** Writes all rows of a table into an empty one, in the order in which they were stored. */
export const copyTable = async (source: MoveEnd, target: MoveEnd, table: MovedTable): Promise<Copied> => {
  const columns = await columnsOf(source, table);
  const copied = { rows: 0, changed: 0 };
  for await (const rows of pagesOf(source, table, columns)) {
    const storableRows = rows.map((row) => storableRow(target.dialect, row, copied));
    await insertAll(target.db, table.name, columns, storableRows);
    copied.rows += rows.length;
  }
  return copied;
};

/**
 * Reads both tables again and compares the rows one by one, in order. Answers with the first that differs, counted from
 * 1; 0 where all are equal. Only a hash of each row's values is held beside it.
 */
export const firstDifference = async (source: MoveEnd, target: MoveEnd, table: MovedTable): Promise<number> => {
  const columns = await columnsOf(source, table);
  const targetRows = rowsOf(target, table, columns);
  let rowNumber = 0;
  for await (const row of rowsOf(source, table, columns)) {
    rowNumber += 1;
    const arrivedRow = await targetRows.next();
    const sentRow = storableRow(target.dialect, row, { rows: 0, changed: 0 });
    if (arrivedRow.done === true || hashOf(sentRow, columns) !== hashOf(arrivedRow.value, columns)) return rowNumber;
  }
  return (await targetRows.next()).done === true ? 0 : rowNumber + 1;
};

export const countRows = async ({ db }: MoveEnd, { name }: MovedTable): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(name)}`.execute(db);
  return rows[0]?.n ?? 0;
};

/** All but the one that numbers the rows. The same in both: they are made by the same migrations. */
const columnsOf = async ({ db, dialect }: MoveEnd, { name, orderColumn }: MovedTable): Promise<string[]> => {
  const query =
    dialect === 'sqlite'
      ? sql<{ name: string }>`select name from pragma_table_info(${name})`
      : sql<{ name: string }>`select column_name::text as name from information_schema.columns
          where table_schema = current_schema() and table_name = ${name}`;
  const { rows } = await query.execute(db);
  return rows
    .map((row) => row.name)
    .filter((column) => column !== orderColumn)
    .sort();
};

async function* rowsOf(end: MoveEnd, table: MovedTable, columns: readonly string[]): AsyncGenerator<Row, undefined> {
  for await (const page of pagesOf(end, table, columns)) yield* page;
}

async function* pagesOf(
  { db }: MoveEnd,
  { name, orderColumn }: MovedTable,
  columns: readonly string[],
): AsyncGenerator<Row[]> {
  let after = -1;
  for (;;) {
    const selected = sql.join([
      sql`${sql.ref(orderColumn)} as row_number`,
      ...columns.map((column) => sql.ref(column)),
    ]);
    const { rows } = await sql<Row & { row_number: number }>`select ${selected} from ${sql.table(name)}
      where ${sql.ref(orderColumn)} > ${after} order by ${sql.ref(orderColumn)} limit ${PAGE_SIZE}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE_SIZE) return;
    after = rows.at(-1)?.row_number ?? after;
  }
}

const insertAll = async (
  db: Kysely<Database>,
  name: keyof Database,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> => {
  const names = sql.join(columns.map((column) => sql.ref(column)));
  const values = rows.map((row) => sql`(${sql.join(columns.map((column) => row[column] ?? null))})`);
  await sql`insert into ${sql.table(name)} (${names}) values ${sql.join(values)}`.execute(db);
};

const storableRow = (dialect: Dialect, row: Row, copied: Copied): Row => {
  if (dialect === 'sqlite') return row;
  const entries = Object.entries(row).map(([column, value]) => {
    if (typeof value !== 'string' || !value.includes('\0')) return [column, value];
    copied.changed += 1;
    return [column, value.replaceAll('\0', '\uFFFD')];
  });
  return Object.fromEntries(entries);
};

const hashOf = (row: Row, columns: readonly string[]): string =>
  createHash('sha256')
    .update(JSON.stringify(columns.map((column) => row[column] ?? null)))
    .digest('base64');
