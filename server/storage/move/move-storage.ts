import { say } from '#i18n/say.ts';
import { nameOf } from '#storage/opening/open-postgres.ts';
import type { Database } from '#storage/queries/tables.ts';
import { copyTable, countRows, type End, firstDifference } from './copy-rows.ts';
import { MoveError } from './move-error.ts';
import { MOVED_TABLES } from './moved-tables.ts';
import { fromPostgres, toPostgres } from './postgres-end.ts';
import { fromSqlite, toSqlite } from './sqlite-end.ts';

/** `changed`: texts whose U+0000, which PostgreSQL can't hold, became U+FFFD. */
export type Moved = { table: keyof Database; rows: number; changed: number };

/** Whether a place is a PostgreSQL database; else it is a data folder. */
export const isUrl = (place: string): boolean => /^postgres(?:ql)?:\/\//.test(place);
/** A place as it may be shown: without user and password. */
export const placeName = (place: string): string => (isUrl(place) ? nameOf(place) : place);

/**
 * Copies every row from one database into another, which must be empty, in the order in which they were stored, then
 * reads both again and compares row by row. `from` and `to` are data folders or postgres://… addresses. The target is
 * written in one transaction: whatever goes wrong, it is as empty as it was, and the source is only read. `told` hears
 * of each table once its rows are found equal. Throws a MoveError or a StartError.
 */
export async function moveStorage(from: string, to: string, told: (moved: Moved) => void = () => {}): Promise<Moved[]> {
  const copyAll = async (source: End, target: End): Promise<Moved[]> => {
    await refuseUnlessEmpty(target, to);
    const all: Moved[] = [];
    for (const table of MOVED_TABLES) all.push({ table: table.name, ...(await copyTable(source, target, table)) });
    for (const [index, table] of MOVED_TABLES.entries()) {
      const row = await firstDifference(source, target, table);
      if (row > 0) throw new MoveError('move-unequal', () => say('server:move.unequal', { table: table.name, row }));
      const moved = all[index];
      if (moved !== undefined) told(moved);
    }
    return all;
  };
  const into = (source: End): Promise<Moved[]> => {
    const work = (target: End): Promise<Moved[]> => copyAll(source, target);
    return isUrl(to) ? toPostgres(to, work) : toSqlite(to, work);
  };
  return isUrl(from) ? fromPostgres(from, into) : fromSqlite(from, into);
}

async function refuseUnlessEmpty(target: End, to: string): Promise<void> {
  for (const table of MOVED_TABLES) {
    if ((await countRows(target, table)) === 0) continue;
    throw new MoveError('move-not-empty', () =>
      say('server:move.not-empty', { place: placeName(to), table: table.name }),
    );
  }
}
