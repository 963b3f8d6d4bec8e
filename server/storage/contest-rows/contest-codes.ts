/** Codes by which other schools enter a contest. */
import type { ContestCode, ContestsStorage } from '#storage/contests/contests.ts';
import type { Tables } from '#storage/queries/dialect.ts';
import type { ContestCodesTable } from '#storage/tables/contest-tables.ts';

type ContestCodes = Pick<ContestsStorage, 'addCode' | 'codes' | 'code' | 'claimCode' | 'removeCode'>;

export const contestCodesStorage = ({ db }: Tables): ContestCodes => {
  return {
    addCode: async ({ forWhom, usedBy, usedAt, ...rest }) => {
      await db
        .insertInto('contest_codes')
        .values({ ...rest, for_whom: forWhom, used_by: usedBy, used_at: usedAt })
        .execute();
    },
    codes: async (contest) => {
      const all = db.selectFrom('contest_codes').selectAll().where('contest', '=', contest);
      return (await all.orderBy('rowid').execute()).map(codeIn);
    },
    code: async (code) => {
      const row = await db.selectFrom('contest_codes').selectAll().where('code', '=', code).executeTakeFirst();
      return row === undefined ? null : codeIn(row);
    },
    claimCode: async (code, school, at) => {
      const { numUpdatedRows } = await db
        .updateTable('contest_codes')
        .set({ used_by: school, used_at: at })
        .where('code', '=', code)
        .where((one) => one.or([one('used_by', 'is', null), one('used_by', '=', school)]))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    removeCode: async (contest, code) => {
      const unused = db.deleteFrom('contest_codes').where('contest', '=', contest).where('code', '=', code);
      return (await unused.where('used_by', 'is', null).executeTakeFirst()).numDeletedRows === 1n;
    },
  };
};

const codeIn = ({ for_whom, used_by, used_at, code, contest, at }: ContestCodesTable): ContestCode => ({
  ...{ code, contest, forWhom: for_whom, at, usedBy: used_by, usedAt: used_at },
});
