import { say } from '#i18n/say.ts';
import { databaseIn } from '#storage/files/data-files.ts';
import { isUrl, placeName } from '#storage/files/place-name.ts';
import { appendAudit } from '#storage/personal-data/audit-queries.ts';
import type { Database } from '#storage/queries/tables.ts';
import { copyTable, countRows, firstDifference, type MoveEnd } from './copy-rows.ts';
import { MoveError } from './move-error.ts';
import { MOVED_TABLES } from './moved-tables.ts';
import { fromPostgres, fromSnapshot, toPostgres } from './postgres-end.ts';
import { fromSqlite, toSqlite } from './sqlite-end.ts';

/** `changed`: texts whose U+0000, which PostgreSQL can't hold, became U+FFFD. */
export type Moved = { table: keyof Database; rows: number; changed: number };

/**
 * Copies every row from one database into another, which must be empty, in the order in which they were stored, then
 * reads both again and compares row by row. `from` and `to` are data folders or postgres://… addresses. The target is
 * written in one transaction: whatever goes wrong, it is as empty as it was, and the source is only read. `onTableMoved`
 * is called with each table once its rows are found equal. Throws a MoveError or a StartError.
 */
export const moveStorage = async (
  from: string,
  to: string,
  onTableMoved: (moved: Moved) => void = () => {},
): Promise<Moved[]> => {
  const copyInto = (source: MoveEnd): Promise<Moved[]> => {
    const moveInto = async (target: MoveEnd): Promise<Moved[]> => {
      await refuseUnlessEmpty(target, to);
      const movedTables = await copyAll(source, target, onTableMoved);
      await noteMove(
        target,
        'database-moved',
        movedTables.reduce((sum, { rows }) => sum + rows, 0),
      );
      return movedTables;
    };
    return isUrl(to) ? toPostgres(to, moveInto) : toSqlite(to, moveInto);
  };
  return isUrl(from) ? fromPostgres(from, copyInto) : fromSqlite(from, copyInto);
};

/**
 * Copies a PostgreSQL database as it stands at one moment, while a server may go on using it, into `folder`, which is
 * made; compares as a move does. Answers with the path of the SQLite file. Throws a MoveError or a StartError.
 */
export const copySnapshot = async (url: string, folder: string): Promise<string> => {
  await fromSnapshot(url, (source) => toSqlite(folder, (target) => copyAll(source, target, () => {})));
  return databaseIn(folder);
};

const copyAll = async (source: MoveEnd, target: MoveEnd, onTableMoved: (moved: Moved) => void): Promise<Moved[]> => {
  const movedTables: Moved[] = [];
  for (const table of MOVED_TABLES)
    movedTables.push({ table: table.name, ...(await copyTable(source, target, table)) });
  for (const [index, table] of MOVED_TABLES.entries()) {
    const row = await firstDifference(source, target, table);
    if (row > 0) throw new MoveError('move-unequal', () => say('server:move.unequal', { table: table.name, row }));
    const moved = movedTables[index];
    if (moved !== undefined) onTableMoved(moved);
  }
  return movedTables;
};

/**
 * Adds a row to the target's audit trail, which goes on from the source's: the rows before it are compared, and this one
 * is the target's own. To call in the transaction that filled it. `rows`: how many arrived.
 */
export const noteMove = (
  { db, dialect }: Pick<MoveEnd, 'db' | 'dialect'>,
  kind: 'database-moved' | 'database-restored',
  rowCount: number,
): Promise<void> =>
  appendAudit(db, dialect, [
    { at: Date.now(), school: null, actor: null, kind, subject: null, details: { rows: rowCount, to: dialect } },
  ]);

const refuseUnlessEmpty = async (target: MoveEnd, to: string): Promise<void> => {
  for (const table of MOVED_TABLES) {
    if ((await countRows(target, table)) === 0) continue;
    throw new MoveError('move-not-empty', () =>
      say('server:move.not-empty', { place: placeName(to), table: table.name }),
    );
  }
};
