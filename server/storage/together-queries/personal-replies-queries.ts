import type { Tables } from '#storage/queries/dialect.ts';
import type { PersonalRepliesStorage } from '#storage/together/personal-replies.ts';

export const personalRepliesStorage = ({ db }: Tables): PersonalRepliesStorage => {
  return {
    ofPerson: (person) =>
      db
        .selectFrom('personal_replies')
        .select(['id', 'code', 'title', 'text', 'rev', 'at'])
        .where('person', '=', person)
        .orderBy('place')
        .execute(),
    put: (person, replies) =>
      db.transaction().execute(async (trx) => {
        await trx.deleteFrom('personal_replies').where('person', '=', person).execute();
        if (replies.length === 0) return;
        const rows = replies.map(({ id, code, title, text, rev, at }, place) => ({
          ...{ person, id, place, code, title, text, rev, at },
        }));
        await trx.insertInto('personal_replies').values(rows).execute();
      }),
  };
};
