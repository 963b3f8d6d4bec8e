/** Names that contestants chose. */
import type { ContestsStorage } from '#storage/contests/contests.ts';
import { isOneOf, type Tables } from '#storage/queries/dialect.ts';

type ContestNames = Pick<ContestsStorage, 'names' | 'namesOf' | 'putName'>;

export const contestNamesStorage = ({ db, dialect }: Tables): ContestNames => {
  return {
    names: async (contest) => {
      const rows = await db
        .selectFrom('contest_names')
        .select(['seat', 'name'])
        .where('contest', '=', contest)
        .execute();
      return new Map(rows.map(({ seat, name }) => [seat, name]));
    },
    namesOf: (seats) =>
      db
        .selectFrom('contest_names')
        .select(['contest', 'seat', 'name', 'at'])
        .where(isOneOf(dialect, 'seat', seats))
        .orderBy('rowid')
        .execute(),
    putName: (seat, contest, name, at) =>
      db.transaction().execute(async (trx) => {
        if (name === null) {
          await trx.deleteFrom('contest_names').where('seat', '=', seat).execute();
          return true;
        }
        const taken = trx.selectFrom('contest_names').select('seat').where('contest', '=', contest);
        const holder = await taken.where('name', '=', name).executeTakeFirst();
        if (holder !== undefined) return holder.seat === seat;
        await trx.deleteFrom('contest_names').where('seat', '=', seat).execute();
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('contest_names')
          .values({ seat, contest, name, at })
          .onConflict((on) => on.doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }),
  };
};
