/** Files of other servers’ results. */
import type { ContestsStorage } from '#storage/contests/contests.ts';
import type { Tables } from '#storage/queries/dialect.ts';

type ContestFiles = Pick<ContestsStorage, 'putFile' | 'files' | 'removeFile'>;

export const contestFilesStorage = ({ db }: Tables): ContestFiles => {
  return {
    putFile: async (file) => {
      const { body, by, at } = file;
      await db
        .insertInto('contest_files')
        .values(file)
        .onConflict((on) => on.columns(['contest', 'fingerprint', 'source']).doUpdateSet({ body, by, at }))
        .execute();
    },
    files: (contest) =>
      db
        .selectFrom('contest_files')
        .select(['contest', 'fingerprint', 'source', 'body', 'by', 'at'])
        .where('contest', '=', contest)
        .orderBy('rowid')
        .execute(),
    removeFile: async (contest, fingerprint, source) => {
      const removed = db.deleteFrom('contest_files').where('contest', '=', contest).where('source', '=', source);
      return (await removed.where('fingerprint', '=', fingerprint).executeTakeFirst()).numDeletedRows === 1n;
    },
  };
};
