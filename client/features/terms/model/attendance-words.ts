/** How attendance is said on its pages. */

import { clauses } from '#client/lib/clauses.ts';
import { clock, longDate } from '#client/lib/format.ts';
import type { TFunction } from '#client/lib/messages.ts';
import type {
  AttendanceCell,
  AttendanceMark,
  AttendanceRules,
  AttendanceSums,
  Leave,
} from '#contract/terms/attendance.ts';

type T = TFunction<'attendance'>;

export const SUMS = ['present', 'late', 'leave', 'absent'] as const satisfies readonly (keyof AttendanceSums)[];

/** What may be entered, the usual first. */
export const MARKS = [...SUMS, 'none'] as const satisfies readonly AttendanceMark[];

/** Null: the session isn't over. */
export const markText = (t: T, mark: AttendanceMark | null): string => (mark === null ? '' : t(`mark.${mark}`));

/** The look of a mark: what costs something is seen first. */
export const markClass = (mark: AttendanceMark | null): string => {
  if (mark === 'absent') return 'font-semibold text-bad';
  if (mark === 'late') return 'text-warn';
  return mark === 'present' ? '' : 'text-ink-3';
};

export const isCorrected = ({ mark, byData }: Pick<AttendanceCell, 'mark' | 'byData'>): boolean => mark !== byData;

/** What the data says: 到，晚到 6:20. */
export const dataText = (t: T, { byData, lateMs }: Pick<AttendanceCell, 'byData' | 'lateMs'>): string =>
  clauses([markText(t, byData), lateMs < 60_000 ? null : t('cell.after', { time: clock(lateMs) })]);

export const rulesText = (t: T, { lateMinutes, lateShare, absentShare }: AttendanceRules): string =>
  t(absentShare === null ? 'rules.told' : 'rules.toldFixed', {
    ...{ minutes: lateMinutes, late: lateShare, absent: absentShare ?? 0 },
  });

/** 批准，周导师 2026-11-20 08:12. */
export const endText = (t: T, { state, decidedBy, decidedAt, note }: Leave): string =>
  clauses([
    t(`leave.state.${state}`),
    decidedBy === null || state === 'withdrawn' ? null : decidedBy,
    decidedAt === null ? null : longDate(decidedAt),
    note,
  ]);
