import type { Database } from 'better-sqlite3';
import type { DrillResult, Proposal } from '#contract/results.ts';
import type { ResultsStorage, StoredRuling } from './results.ts';

const RULING = `rulings.id, rulings.drill, finding, conversation, point, turn, verdict, rulings.score, title, reason,
  example, by, at, undone_by as undoneBy, undone_at as undoneAt`;

type RulingRow = Omit<StoredRuling, 'point' | 'example'> & {
  conversation: string | null;
  point: string | null;
  turn: number | null;
  example: number;
};
type ProposalRow = Omit<Proposal, 'said'> & { said: number };

/** Results, rulings and proposals on an opened, migrated database. */
export function createResultsStorage(database: Database): ResultsStorage {
  const prepare = <P extends unknown[], R>(sql: string) => database.prepare<P, R>(sql);
  const upsert = prepare<[string, number, string], never>(
    `insert into results (drill, made_at, body) values (?, ?, ?)
     on conflict (drill) do update set made_at = excluded.made_at, body = excluded.body`,
  );
  const select = prepare<[string], { body: string }>('select body from results where drill = ?');
  const selectOfRun = prepare<[string], { drill: string; body: string }>(
    'select results.drill, body from results join drills on drills.id = results.drill where drills.run = ?',
  );
  const insertRuling = prepare<[RulingRow], never>(
    `insert into rulings (id, drill, finding, conversation, point, turn, verdict, score, title, reason, example, by, at,
       undone_by, undone_at)
     values (@id, @drill, @finding, @conversation, @point, @turn, @verdict, @score, @title, @reason, @example, @by, @at,
       @undoneBy, @undoneAt)`,
  );
  // A ruling is undone only once: the first person who undid it stays on record.
  const undo = prepare<[string, number, string], never>(
    'update rulings set undone_by = ?, undone_at = ? where id = ? and undone_at is null',
  );
  const drop = prepare<[string], never>('delete from results where drill = ?');
  const dropRuled = prepare<[string], never>(
    'delete from results where drill = (select drill from rulings where id = ?)',
  );
  const selectRulings = prepare<[string], RulingRow>(
    `select ${RULING} from rulings where drill = ? order by at, rowid`,
  );
  const countRulings = prepare<[string], { drill: string; n: number }>(
    `select rulings.drill, count(*) as n from rulings join drills on drills.id = rulings.drill
     where drills.run = ? and undone_at is null group by rulings.drill`,
  );
  const selectOnPoints = prepare<[{ run: string | null; since: number }], RulingRow>(
    `select ${RULING} from rulings join drills on drills.id = rulings.drill
     where point is not null and undone_at is null and at >= @since and (@run is null or drills.run = @run)
     order by at, rulings.rowid`,
  );
  const upsertProposal = prepare<[ProposalRow & { drill: string; at: number }], never>(
    `insert into proposals (drill, conversation, point, turn, said, at)
     values (@drill, @conversation, @point, @turn, @said, @at)
     on conflict (drill, conversation, point, turn) do update set said = excluded.said, at = excluded.at`,
  );
  const dropProposal = prepare<[string, string, string, number], never>(
    'delete from proposals where drill = ? and conversation = ? and point = ? and turn = ?',
  );
  const selectProposals = prepare<[string], ProposalRow>(
    'select conversation, point, turn, said from proposals where drill = ? order by at, rowid',
  );
  return {
    putResult: (drill, at, result) => void upsert.run(drill, at, JSON.stringify(result)),
    result: (drill) => {
      const row = select.get(drill);
      return row === undefined ? null : resultIn(row.body);
    },
    resultsOfRun: (run) => new Map(selectOfRun.all(run).map(({ drill, body }) => [drill, resultIn(body)])),
    addRuling: database.transaction((ruling: StoredRuling) => {
      const { point, example, ...rest } = ruling;
      insertRuling.run({
        ...rest,
        conversation: point?.conversation ?? null,
        point: point?.point ?? null,
        turn: point?.turn ?? null,
        example: example ? 1 : 0,
      });
      drop.run(ruling.drill);
    }),
    undoRuling: database.transaction((id: string, by: string, at: number) => {
      undo.run(by, at, id);
      dropRuled.run(id);
    }),
    rulings: (drill) => selectRulings.all(drill).map(rulingIn),
    rulingCounts: (run) => new Map(countRulings.all(run).map(({ drill, n }) => [drill, n])),
    pointRulings: (run, since) => selectOnPoints.all({ run, since }).map(rulingIn),
    propose: (drill, at, { conversation, point, turn, said }) => {
      if (said === null) dropProposal.run(drill, conversation, point, turn);
      else upsertProposal.run({ drill, conversation, point, turn, said: said ? 1 : 0, at });
    },
    proposals: (drill) => selectProposals.all(drill).map((row) => ({ ...row, said: row.said === 1 })),
  };
}

function resultIn(body: string): DrillResult {
  return JSON.parse(body);
}

const rulingIn = ({ conversation, point, turn, example, ...rest }: RulingRow): StoredRuling => ({
  ...rest,
  point: conversation === null || point === null || turn === null ? null : { conversation, point, turn },
  example: example === 1,
});
