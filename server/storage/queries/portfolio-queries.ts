import type { PortfolioEntry } from '#contract/portfolio.ts';
import type { PortfolioStorage } from '#storage/portfolio.ts';
import { forUpdate, isOneOf, type Tables } from './dialect.ts';

export const portfolioStorage = ({ db, dialect }: Tables): PortfolioStorage => {
  return {
    putEntry: async (drill, at, entry) => {
      await db
        .insertInto('portfolio')
        .values({ drill, made_at: at, body: entry === null ? null : JSON.stringify(entry) })
        .onConflict((on) =>
          on
            .column('drill')
            .doUpdateSet((eb) => ({ made_at: eb.ref('excluded.made_at'), body: eb.ref('excluded.body') })),
        )
        .execute();
    },
    entry: async (drill) => {
      const row = await db.selectFrom('portfolio').select('body').where('drill', '=', drill).executeTakeFirst();
      if (row === undefined) return undefined;
      return row.body === null ? null : entryIn(row.body);
    },
    seatedPerson: async (guest) => {
      const rows = db.selectFrom('seats').select('person').where('guest', '=', guest).where('person', 'is not', null);
      const newest = rows.orderBy('joined_at', (order) => order.desc().nullsLast()).orderBy('rowid', 'desc');
      return (await newest.limit(1).executeTakeFirst())?.person ?? null;
    },
    unclaimed: async (guest) => {
      const rows = db
        .selectFrom('drills')
        .select('id')
        .where('guest', '=', guest)
        .where('school', 'is', null)
        .where('person', 'is', null)
        .where('retry_drill', 'is', null)
        .where('state', '=', 'ended')
        .where('seq', '>', 0)
        .orderBy('opened_at', 'desc')
        .orderBy('rowid', 'desc');
      return (await rows.execute()).map(({ id }) => id);
    },
    claim: async (guest, person, drills) => {
      const unclaimedDrills = db
        .selectFrom('drills')
        .select('id')
        .where(isOneOf(dialect, 'id', drills))
        .where('guest', '=', guest)
        .where('school', 'is', null)
        .where('person', 'is', null)
        .where('retry_drill', 'is', null)
        .orderBy('id');
      const update = db.updateTable('drills').set({ person }).where('id', 'in', forUpdate(dialect, unclaimedDrills));
      const { numUpdatedRows } = await update.executeTakeFirst();
      // A mock exam sat alone goes with the drill of its customers.
      await db
        .updateTable('private_exams')
        .set({ person })
        .where(isOneOf(dialect, 'drill', drills))
        .where('guest', '=', guest)
        .where('person', 'is', null)
        .execute();
      return Number(numUpdatedRows);
    },
  };
};

const entryIn = (body: string): PortfolioEntry => {
  return JSON.parse(body);
};
