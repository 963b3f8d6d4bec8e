import type { AttendanceStorage } from '#storage/attendance.ts';
import type { Tables } from '#storage/queries/dialect.ts';

const ENTRY = ['id', 'term', 'run', 'person', 'mark', 'reason', 'by', 'at'] as const;
const LEAVE = [
  ...(['id', 'term', 'person', 'day', 'span', 'reason', 'by', 'at', 'state', 'decider', 'decided', 'note'] as const),
];
const NOTE = ['id', 'term', 'team', 'day', 'shift', 'text', 'by', 'at', 'taker', 'taken'] as const;

/** Attendance, leave and handover notes of terms. */
export const attendanceStorage = ({ db }: Tables): AttendanceStorage => {
  const entries = () => db.selectFrom('attendance_entries').select(ENTRY).orderBy('at').orderBy('rowid');
  const leaves = () => db.selectFrom('leaves').select(LEAVE).orderBy('at').orderBy('rowid');
  const notes = () => db.selectFrom('handover_notes').select(NOTE).orderBy('at').orderBy('rowid');
  return {
    rules: async (term) => {
      const row = await db.selectFrom('attendance_rules').selectAll().where('term', '=', term).executeTakeFirst();
      return { version: row?.version ?? 0, rules: row === undefined || row.body === null ? null : rulesIn(row.body) };
    },
    putRules: async (term, version, rules) => {
      const body = rules === null ? null : JSON.stringify(rules);
      if (version === 1) {
        const made = db.insertInto('attendance_rules').values({ term, version, body });
        const { numInsertedOrUpdatedRows } = await made.onConflict((on) => on.doNothing()).executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }
      const { numUpdatedRows } = await db
        .updateTable('attendance_rules')
        .set({ version, body })
        .where('term', '=', term)
        .where('version', '=', version - 1)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
    shifts: (term) =>
      db.selectFrom('session_shifts').select(['run', 'shift']).where('term', '=', term).orderBy('rowid').execute(),
    putShift: async (term, run, shift) => {
      if (shift === null) {
        await db.deleteFrom('session_shifts').where('term', '=', term).where('run', '=', run).execute();
        return;
      }
      const made = db.insertInto('session_shifts').values({ term, run, shift });
      await made.onConflict((on) => on.columns(['term', 'run']).doUpdateSet({ shift })).execute();
    },
    addEntry: async (entry) => {
      await db.insertInto('attendance_entries').values(entry).execute();
    },
    entries: (term) => entries().where('term', '=', term).execute(),
    entriesOf: (person) => entries().where('person', '=', person).execute(),
    addLeave: async (leave) => {
      await db.insertInto('leaves').values(leave).execute();
    },
    leaves: (term) => leaves().where('term', '=', term).execute(),
    leavesOf: (person) => leaves().where('person', '=', person).execute(),
    endLeave: async (id, end) => {
      const ended = db.updateTable('leaves').set(end).where('id', '=', id).where('state', '=', 'asked');
      return (await ended.executeTakeFirst()).numUpdatedRows === 1n;
    },
    addNote: async (note) => {
      await db.insertInto('handover_notes').values(note).execute();
    },
    notes: (term) => notes().where('term', '=', term).execute(),
    notesOf: (person) =>
      notes()
        .where((eb) => eb.or([eb('by', '=', person), eb('taker', '=', person)]))
        .execute(),
    takeNote: async (id, taker, taken) => {
      const ticked = db.updateTable('handover_notes').set({ taker, taken }).where('id', '=', id);
      return (await ticked.where('taken', 'is', null).executeTakeFirst()).numUpdatedRows === 1n;
    },
    removeNote: async (id) => {
      const removed = db.deleteFrom('handover_notes').where('id', '=', id).where('taken', 'is', null);
      return (await removed.executeTakeFirst()).numDeletedRows === 1n;
    },
    termsOf: (person) =>
      db
        .selectFrom('terms')
        .innerJoin('members', 'members.class', 'terms.class')
        .select(['terms.id as term', 'terms.class as classId'])
        .where('members.person', '=', person)
        .where('members.left_at', 'is', null)
        .orderBy('terms.first_day', 'desc')
        .orderBy('terms.rowid', 'desc')
        .execute(),
  };
};

const rulesIn = (body: string): Awaited<ReturnType<AttendanceStorage['rules']>>['rules'] => {
  return JSON.parse(body);
};
