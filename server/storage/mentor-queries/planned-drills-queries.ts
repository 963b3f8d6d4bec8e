import type { PlannedDrillsStorage } from '#storage/mentors/planned-drills.ts';
import type { Tables } from '#storage/queries/dialect.ts';

/** What teachers have set into the calendars of terms. */
export const plannedDrillsStorage = ({ db }: Tables): PlannedDrillsStorage => ({
  add: async ({ removedAt, ...row }) => {
    await db
      .insertInto('planned_drills')
      .values({ ...row, removed_at: removedAt })
      .execute();
  },
  ofTerm: (term) =>
    db
      .selectFrom('planned_drills')
      .select(['id', 'term', 'event', 'step', 'day', 'by', 'at', 'removed_at as removedAt'])
      .where('term', '=', term)
      .orderBy('day')
      .orderBy('rowid')
      .execute(),
  change: async (term, id, { day, removedAt }) => {
    const { numUpdatedRows } = await db
      .updateTable('planned_drills')
      .set({ day, removed_at: removedAt })
      .where('term', '=', term)
      .where('id', '=', id)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  },
});
