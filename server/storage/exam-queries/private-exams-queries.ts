import type { PrivateExamsStorage, PrivateWork, StoredPrivateExam } from '#storage/exams.ts';
import type { Tables } from '#storage/queries/dialect.ts';
import type { PrivateExamsTable } from '#storage/tables/contest-tables.ts';

const NOTHING: PrivateWork = { paper: null, typing: null };

export const privateExamsStorage = ({ db }: Tables): PrivateExamsStorage => {
  const rows = () =>
    db.selectFrom('private_exams').select(['id', 'guest', 'person', 'at', 'ended_at', 'drill', 'body', 'work']);
  return {
    create: async (exam) => {
      await db
        .insertInto('private_exams')
        .values({ ...exam, ended_at: null, drill: null, work: JSON.stringify(NOTHING) })
        .execute();
    },
    exam: async (id) => {
      const row = await rows().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : examIn(row);
    },
    held: async (guest, person, limit) => {
      const held = await rows()
        .where((eb) =>
          eb.or([
            ...(guest === null ? [] : [eb('guest', '=', guest)]),
            ...(person === null ? [] : [eb('person', '=', person)]),
          ]),
        )
        .orderBy('rowid', 'desc')
        .limit(limit)
        .execute();
      return held.map(examIn);
    },
    putWork: async (id, work) => {
      await db
        .updateTable('private_exams')
        .set({ work: JSON.stringify(work) })
        .where('id', '=', id)
        .execute();
    },
    putDrill: async (id, drill) => {
      await db.updateTable('private_exams').set({ drill }).where('id', '=', id).execute();
    },
    end: async (id, at) => {
      await db
        .updateTable('private_exams')
        .set({ ended_at: at })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .execute();
    },
  };
};

const examIn = ({ ended_at, work, ...row }: PrivateExamsTable): StoredPrivateExam => ({
  ...row,
  endedAt: ended_at,
  work: workIn(work),
});

const workIn = (json: string): PrivateWork => {
  return JSON.parse(json);
};
