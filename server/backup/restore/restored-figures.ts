import type { SqliteFile } from '#storage/sqlite/sqlite-file.ts';

/** What is in a database, for who put it back. `newestAt`: epoch milliseconds of the newest event; null: there is none. */
export type RestoredFigures = {
  schools: number;
  people: number;
  runs: number;
  drills: number;
  newestAt: number | null;
};

/** Reads them from a database of this version. */
export const restoredFigures = (file: SqliteFile): RestoredFigures => {
  const numberIn = (sql: string): number | null => {
    const [row] = file.query(sql, []).rows;
    return typeof row?.n === 'number' ? row.n : null;
  };
  return {
    schools: numberIn('select count(*) as n from schools') ?? 0,
    people: numberIn('select count(*) as n from people') ?? 0,
    runs: numberIn('select count(*) as n from runs') ?? 0,
    drills: numberIn('select count(*) as n from drills where seq > 0') ?? 0,
    newestAt: numberIn('select max(at) as n from log'),
  };
};
