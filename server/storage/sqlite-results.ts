import type { Database } from 'better-sqlite3';
import type { DrillResult } from '#contract/results.ts';
import type { ResultsStorage, StoredRuling } from '#storage/results.ts';

const RULING =
  'id, drill, finding, verdict, score, title, reason, by, at, undone_by as undoneBy, undone_at as undoneAt';

/** Results and rulings on an opened, migrated database. */
export function createResultsStorage(database: Database): ResultsStorage {
  const text = <P extends unknown[], R>(sql: string) => database.prepare<P, R>(sql);
  const upsert = text<[string, number, string], never>(
    `insert into results (drill, made_at, body) values (?, ?, ?)
     on conflict (drill) do update set made_at = excluded.made_at, body = excluded.body`,
  );
  const select = text<[string], { body: string }>('select body from results where drill = ?');
  const selectOfRun = text<[string], { drill: string; body: string }>(
    'select results.drill, body from results join drills on drills.id = results.drill where drills.run = ?',
  );
  const insertRuling = text<[StoredRuling], never>(
    `insert into rulings (id, drill, finding, verdict, score, title, reason, by, at, undone_by, undone_at)
     values (@id, @drill, @finding, @verdict, @score, @title, @reason, @by, @at, @undoneBy, @undoneAt)`,
  );
  // Undone once: who did it first stays on record.
  const undo = text<[string, number, string], never>(
    'update rulings set undone_by = ?, undone_at = ? where id = ? and undone_at is null',
  );
  const drop = text<[string], never>('delete from results where drill = ?');
  const dropRuled = text<[string], never>('delete from results where drill = (select drill from rulings where id = ?)');
  const selectRulings = text<[string], StoredRuling>(
    `select ${RULING} from rulings where drill = ? order by at, rowid`,
  );
  const countRulings = text<[string], { drill: string; n: number }>(
    `select rulings.drill, count(*) as n from rulings join drills on drills.id = rulings.drill
     where drills.run = ? and undone_at is null group by rulings.drill`,
  );
  return {
    putResult: (drill, at, result) => void upsert.run(drill, at, JSON.stringify(result)),
    result: (drill) => {
      const row = select.get(drill);
      return row === undefined ? null : resultIn(row.body);
    },
    resultsOfRun: (run) => new Map(selectOfRun.all(run).map(({ drill, body }) => [drill, resultIn(body)])),
    addRuling: database.transaction((ruling: StoredRuling) => {
      insertRuling.run(ruling);
      drop.run(ruling.drill);
    }),
    undoRuling: database.transaction((id: string, by: string, at: number) => {
      undo.run(by, at, id);
      dropRuled.run(id);
    }),
    rulings: (drill) => selectRulings.all(drill),
    rulingCounts: (run) => new Map(countRulings.all(run).map(({ drill, n }) => [drill, n])),
  };
}

function resultIn(body: string): DrillResult {
  return JSON.parse(body);
}
