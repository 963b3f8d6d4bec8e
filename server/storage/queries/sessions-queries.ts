import { randomBytes } from 'node:crypto';
import type { PeopleStorage, SessionOrigin, StoredSession } from '#storage/people.ts';
import type { Tables } from './dialect.ts';
import { PERSON } from './person-columns.ts';

type Sessions = Pick<
  PeopleStorage,
  | 'createSession'
  | 'sessionPerson'
  | 'session'
  | 'sessionsOf'
  | 'noteSessionSeen'
  | 'clearWeakPassword'
  | 'endSession'
  | 'endSessionOf'
  | 'endSessions'
>;

const UNKNOWN_ORIGIN: SessionOrigin = { browser: null, system: null, address: null, weak: false };

export const sessionsStorage = ({ db }: Tables): Sessions => {
  const sessions = db
    .selectFrom('sessions')
    .select(['id', 'person', 'browser', 'system', 'address', 'weak', 'created_at as createdAt', 'seen_at as seenAt']);
  type Columns = Awaited<ReturnType<typeof sessions.executeTakeFirstOrThrow>>;
  const sessionIn = (row: Columns): StoredSession => ({ ...row, weak: row.weak === 1 });
  return {
    createSession: (tokenHash, person, at, expiresAt, origin = UNKNOWN_ORIGIN) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('sessions').where('expires_at', '<=', at).execute();
        const { browser, system, address, weak } = origin;
        await trx
          .insertInto('sessions')
          .values({
            ...{
              id: newSessionId(),
              token_hash: tokenHash,
              person,
              created_at: at,
              expires_at: expiresAt,
              seen_at: at,
            },
            ...{ browser, system, address, weak: weak ? 1 : 0 },
          })
          .execute();
        await trx.updateTable('people').set({ seen_at: at }).where('id', '=', person).execute();
      }),
    sessionPerson: async (tokenHash, now) => {
      const found = db
        .selectFrom('sessions')
        .innerJoin('people', 'people.id', 'sessions.person')
        .select(PERSON)
        .where('token_hash', '=', tokenHash)
        .where('expires_at', '>', now)
        .where('disabled_at', 'is', null);
      return (await found.executeTakeFirst()) ?? null;
    },
    session: async (tokenHash) => {
      const row = await sessions.where('token_hash', '=', tokenHash).executeTakeFirst();
      return row === undefined ? null : sessionIn(row);
    },
    sessionsOf: async (person, now) => {
      const ownSessions = sessions.where('person', '=', person).where('expires_at', '>', now);
      return (await ownSessions.orderBy('seen_at', 'desc').orderBy('rowid', 'desc').execute()).map(sessionIn);
    },
    noteSessionSeen: async (tokenHash, at, address) => {
      await db.updateTable('sessions').set({ seen_at: at, address }).where('token_hash', '=', tokenHash).execute();
    },
    clearWeakPassword: async (person) => {
      await db.updateTable('sessions').set({ weak: 0 }).where('person', '=', person).execute();
    },
    endSession: async (tokenHash) => {
      await db.deleteFrom('sessions').where('token_hash', '=', tokenHash).execute();
    },
    endSessionOf: async (person, id) => {
      const deletion = db.deleteFrom('sessions').where('person', '=', person).where('id', '=', id);
      return (await deletion.executeTakeFirst()).numDeletedRows > 0;
    },
    endSessions: async (person, butTokenHash) => {
      const allSessions = db.deleteFrom('sessions').where('person', '=', person);
      await (butTokenHash === null ? allSessions : allSessions.where('token_hash', '<>', butTokenHash)).execute();
    },
  };
};

const newSessionId = (): string => `n${randomBytes(12).toString('hex')}`;
