/** A term's attendance of two trainees and three sessions, as the server sends it. */
import type { AttendanceCell, LeaveRow, TermAttendance } from '#contract/terms/attendance.ts';
import { sheet } from './class-sheet.ts';

const NO_SUMS = { present: 0, late: 0, leave: 0, absent: 0 };
const cell = (run: string, over: Partial<AttendanceCell> = {}): AttendanceCell => ({
  ...{ run, mark: 'present', byData: 'present', lateMs: 0, entries: [] },
  ...over,
});
const going = cell('r3', { mark: null, byData: null });

export const leave = (over: Partial<LeaveRow> = {}): LeaveRow => ({
  ...{ id: 'l1', person: 'yi', no: '02', name: '乙', day: '2026-11-20', span: 'am', reason: '感冒去医院' },
  ...{ state: 'asked', by: '乙', at: 1, decidedBy: null, decidedAt: null, note: '' },
  ...over,
});

export const attendance: TermAttendance = {
  ...{ class: sheet.class, term: sheet.term, version: 0, own: false, mayDecide: false, leaves: [leave()] },
  rules: { lateMinutes: 5, lateShare: 50, absentShare: null },
  sessions: [
    {
      ...{
        run: 'r1',
        name: '周三第一节',
        kind: 'lesson',
        day: '2026-11-18',
        startedAt: 1,
        state: 'ended',
        shift: null,
      },
      sums: { ...NO_SUMS, present: 1, absent: 1 },
    },
    {
      ...{ run: 'r2', name: '早班实训', kind: 'lesson', day: '2026-11-19', startedAt: 2, state: 'ended' },
      ...{ shift: 'early', sums: { ...NO_SUMS, late: 1 } },
    },
    {
      ...{ run: 'r3', name: '晚班实训', kind: 'lesson', day: '2026-11-20', startedAt: null, state: 'planned' },
      ...{ shift: null, sums: NO_SUMS },
    },
  ],
  rows: [
    {
      ...{ person: 'jia', no: '01', name: '甲', shift: 'early', sums: { ...NO_SUMS, present: 1, late: 1 } },
      cells: [cell('r1'), cell('r2', { mark: 'late', byData: 'late', lateMs: 380_000 }), going],
    },
    {
      ...{ person: 'yi', no: '02', name: '乙', shift: 'late', sums: { ...NO_SUMS, absent: 1 } },
      cells: [
        cell('r1', { mark: 'absent', byData: 'absent' }),
        cell('r2', {
          ...{ mark: 'none', byData: 'absent' },
          entries: [{ mark: 'none', reason: '换到晚班了', by: '王老师', at: 1 }],
        }),
        going,
      ],
    },
  ],
};
