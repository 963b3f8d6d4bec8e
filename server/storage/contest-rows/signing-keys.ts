/** The key this server signs results with, and those of other servers that a school knows. */
import type { ContestsStorage } from '#storage/contests/contests.ts';
import type { Tables } from '#storage/queries/dialect.ts';

/** The row of the only signing key: an insert that comes second is passed over. */
const OWN_KEY = 'own';

type SigningKeys = Pick<ContestsStorage, 'knownKeys' | 'putKnownKey' | 'signingKey' | 'addSigningKey'>;

export const signingKeysStorage = ({ db }: Tables): SigningKeys => {
  return {
    knownKeys: (school) =>
      db
        .selectFrom('known_keys')
        .select(['school', 'fingerprint', 'name', 'by', 'at'])
        .where('school', '=', school)
        .orderBy('rowid')
        .execute(),
    putKnownKey: async (key) => {
      const { name, by, at } = key;
      await db
        .insertInto('known_keys')
        .values(key)
        .onConflict((on) => on.columns(['school', 'fingerprint']).doUpdateSet({ name, by, at }))
        .execute();
    },
    signingKey: async () => {
      const row = await db.selectFrom('signing_keys').selectAll().where('id', '=', OWN_KEY).executeTakeFirst();
      return row === undefined ? null : { publicKey: row.public_key, privateKey: row.private_key };
    },
    addSigningKey: async ({ publicKey, privateKey }, at) => {
      await db
        .insertInto('signing_keys')
        .values({ id: OWN_KEY, public_key: publicKey, private_key: privateKey, at })
        .onConflict((on) => on.doNothing())
        .execute();
    },
  };
};
