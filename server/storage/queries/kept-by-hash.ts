import type { Storage } from '#storage/storage.ts';
import type { Tables } from './dialect.ts';

type Kept = Pick<Storage, 'putContent' | 'content' | 'createGuest' | 'guestByToken'>;

/** Content by its hash, and guests by their tokens' hashes. */
export const keptByHash = ({ db }: Tables): Kept => {
  return {
    putContent: async (hash, body) => {
      await db
        .insertInto('contents')
        .values({ hash, body })
        .onConflict((on) => on.doNothing())
        .execute();
    },
    content: async (hash) =>
      (await db.selectFrom('contents').select('body').where('hash', '=', hash).executeTakeFirst())?.body ?? null,
    createGuest: async (tokenHash, id, at) => {
      await db.insertInto('guests').values({ token_hash: tokenHash, id, at }).execute();
    },
    guestByToken: async (tokenHash) =>
      (await db.selectFrom('guests').select('id').where('token_hash', '=', tokenHash).executeTakeFirst())?.id ?? null,
  };
};
