import type { HandedInStorage, StoredHandedIn } from '#storage/handed-in.ts';
import { isOneOf, type Tables } from './dialect.ts';
import type { HandedInTable } from './run-tables.ts';

export const handedInStorage = ({ db, dialect }: Tables): HandedInStorage => {
  const rows = () => db.selectFrom('handed_in').selectAll();
  return {
    add: async ({ classId, to, titles, ...rest }) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('handed_in')
        .values({
          ...{ ...rest, class: classId, target: to, titles: JSON.stringify(titles) },
          ...{ marked_at: null, marked_by: null, mark: null, note: null },
        })
        .onConflict((on) => on.doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
    find: async (drill) => {
      const row = await rows().where('drill', '=', drill).executeTakeFirst();
      return row === undefined ? null : handedInIn(row);
    },
    ofRun: async (run) =>
      (await rows().where('run', '=', run).where('target', '=', 'homework').orderBy('rowid').execute()).map(handedInIn),
    ofClass: async (classId) =>
      (await rows().where('class', '=', classId).orderBy('rowid', 'desc').execute()).map(handedInIn),
    ofSeats: async (seats) =>
      (
        await rows()
          .where(isOneOf(dialect, 'seat', seats))
          .orderBy('rowid', 'desc')
          .execute()
      ).map(handedInIn),
    takeBack: async (drill) => {
      const { numDeletedRows } = await db
        .deleteFrom('handed_in')
        .where('drill', '=', drill)
        .where('marked_at', 'is', null)
        .executeTakeFirst();
      return numDeletedRows === 1n;
    },
    mark: async (drill, { at, by, score, note }) => {
      const { numUpdatedRows } = await db
        .updateTable('handed_in')
        .set({ marked_at: at, marked_by: by, mark: score, note })
        .where('drill', '=', drill)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
};

const handedInIn = ({ class: classId, target, titles, ...row }: HandedInTable): StoredHandedIn => ({
  ...{ drill: row.drill, school: row.school, classId, run: row.run, seat: row.seat, to: target, at: row.at },
  titles: titlesIn(titles),
  mark:
    row.marked_at === null
      ? null
      : { at: row.marked_at, by: row.marked_by ?? '', score: row.mark, note: row.note ?? '' },
});

const titlesIn = (body: string): string[] => {
  return JSON.parse(body);
};
