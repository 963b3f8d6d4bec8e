import type { Kysely } from 'kysely';
import type { DrillResult } from '#contract/results.ts';
import type { ResultsStorage, StoredRuling } from '#storage/results.ts';
import type { Tables } from './dialect.ts';
import type { Database } from './tables.ts';

const RULING = [
  ...(['rulings.id', 'rulings.drill', 'finding', 'conversation', 'point', 'turn', 'verdict'] as const),
  ...(['rulings.score', 'title', 'reason', 'example', 'by', 'at', 'undone_by as undoneBy'] as const),
  ...(['undone_at as undoneAt'] as const),
] as const;

/** Results, rulings and proposals. */
export const resultsStorage = ({ db }: Tables): ResultsStorage => {
  return {
    putResult: async (drill, at, result) => {
      await db
        .insertInto('results')
        .values({ drill, made_at: at, body: JSON.stringify(result) })
        .onConflict((on) =>
          on
            .column('drill')
            .doUpdateSet((eb) => ({ made_at: eb.ref('excluded.made_at'), body: eb.ref('excluded.body') })),
        )
        .execute();
    },
    result: async (drill) => {
      const row = await db.selectFrom('results').select('body').where('drill', '=', drill).executeTakeFirst();
      return row === undefined ? null : resultIn(row.body);
    },
    resultsOfRun: async (run) => {
      const rows = db
        .selectFrom('results')
        .innerJoin('drills', 'drills.id', 'results.drill')
        .select(['results.drill', 'results.body'])
        .where('drills.run', '=', run)
        .orderBy('results.rowid');
      return new Map((await rows.execute()).map(({ drill, body }) => [drill, resultIn(body)]));
    },
    addRuling: (ruling) => db.transaction().execute((trx) => addRuling(trx, ruling)),
    undoRuling: (id, by, at) =>
      db.transaction().execute(async (trx) => {
        // A ruling is undone only once: the first person who undid it stays on record.
        const update = trx.updateTable('rulings').set({ undone_by: by, undone_at: at }).where('id', '=', id);
        await update.where('undone_at', 'is', null).execute();
        const drill = trx.selectFrom('rulings').select('drill').where('id', '=', id);
        await trx.deleteFrom('results').where('drill', '=', drill).execute();
      }),
    rulings: async (drill) => {
      const rows = db.selectFrom('rulings').select(RULING).where('drill', '=', drill);
      return (await rows.orderBy('at').orderBy('rowid').execute()).map(rulingIn);
    },
    rulingCounts: async (run) => {
      const rows = db
        .selectFrom('rulings')
        .innerJoin('drills', 'drills.id', 'rulings.drill')
        .select((eb) => ['rulings.drill', eb.fn.countAll<number>().as('n')])
        .where('drills.run', '=', run)
        .where('undone_at', 'is', null)
        .groupBy('rulings.drill')
        .orderBy('rulings.drill');
      return new Map((await rows.execute()).map(({ drill, n }) => [drill, n]));
    },
    pointRulings: async (run, since) => {
      const rows = db
        .selectFrom('rulings')
        .innerJoin('drills', 'drills.id', 'rulings.drill')
        .select(RULING)
        .where('point', 'is not', null)
        .where('undone_at', 'is', null)
        .where('at', '>=', since)
        .orderBy('at')
        .orderBy('rulings.rowid');
      return (await (run === null ? rows : rows.where('drills.run', '=', run)).execute()).map(rulingIn);
    },
    propose: async (drill, at, { conversation, point, turn, said }) => {
      if (said === null) {
        const proposal = db.deleteFrom('proposals').where('drill', '=', drill).where('conversation', '=', conversation);
        await proposal.where('point', '=', point).where('turn', '=', turn).execute();
        return;
      }
      await db
        .insertInto('proposals')
        .values({ drill, conversation, point, turn, said: said ? 1 : 0, at })
        .onConflict((on) =>
          on
            .columns(['drill', 'conversation', 'point', 'turn'])
            .doUpdateSet((eb) => ({ said: eb.ref('excluded.said'), at: eb.ref('excluded.at') })),
        )
        .execute();
    },
    proposals: async (drill) => {
      const rows = db.selectFrom('proposals').select(['conversation', 'point', 'turn', 'said']);
      const proposals = await rows.where('drill', '=', drill).orderBy('at').orderBy('rowid').execute();
      return proposals.map((row) => ({ ...row, said: row.said === 1 }));
    },
  };
};

/** Stores a ruling and deletes the drill's result, which is out of date with it. To call in a transaction. */
export const addRuling = async (trx: Kysely<Database>, ruling: StoredRuling): Promise<void> => {
  const { point, example, undoneBy, undoneAt, ...columnsAsStored } = ruling;
  const { id, drill, finding, verdict, score, title, reason, by, at } = columnsAsStored;
  const place = { conversation: point?.conversation ?? null, point: point?.point ?? null, turn: point?.turn ?? null };
  const undoneColumns = { undone_by: undoneBy, undone_at: undoneAt };
  const columns = { id, drill, finding, verdict, score, title, reason, by, at, ...place, ...undoneColumns };
  await trx
    .insertInto('rulings')
    .values({ ...columns, example: example ? 1 : 0 })
    .execute();
  await trx.deleteFrom('results').where('drill', '=', drill).execute();
};

const resultIn = (body: string): DrillResult => {
  return JSON.parse(body);
};

type RulingRow = Omit<StoredRuling, 'point' | 'example'> & {
  conversation: string | null;
  point: string | null;
  turn: number | null;
  example: number;
};

const rulingIn = ({ conversation, point, turn, example, ...rest }: RulingRow): StoredRuling => ({
  ...rest,
  point: conversation === null || point === null || turn === null ? null : { conversation, point, turn },
  example: example === 1,
});
