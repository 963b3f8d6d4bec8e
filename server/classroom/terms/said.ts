/** What a cell of a sheet stands on, in the reader's language: on the page and in the file. */
import { durationText, TOLERATED_MS } from '#classroom/exports/comparable.ts';
import type { Indicator } from '#contract/terms/sheet.ts';
import { say } from '#i18n/say.ts';
import { expectedOf, sumsOf } from './attendance-marks.ts';
import type { IndicatorFact } from './indicators.ts';
import type { CellSource, ExamFact, MarkedSession } from './sheet-row.ts';

const asPercent = (share: number): number => Math.round(share * 1000) / 10;

/** Lines; none for a cell that is typed. */
export const becauseOf = (source: CellSource): string[] => {
  switch (source.kind) {
    case 'typed':
      return [];
    case 'exams':
      return source.exams.length === 0 ? [say('terms-said:exams.none')] : source.exams.map(examLine);
    case 'attendance':
      return source.sessions.length === 0 ? [say('terms-said:attendance.none')] : attendanceLines(source);
    case 'indicators':
      return [
        source.drills === 0
          ? say('terms-said:indicators.none')
          : say('terms-said:indicators.drills', { n: source.drills }),
        ...(source.drills === 0 ? [] : source.indicators.map(indicatorLine)),
        ...(source.waiting === 0 ? [] : [say('terms-said:indicators.waiting', { n: source.waiting })]),
        ...(source.askedLittle ?? []).map((one) => say('terms-said:indicators.askedLittle', one)),
      ];
  }
};

const examLine = ({ name, day, state, mark }: ExamFact): string => {
  return state === 'marked'
    ? say('terms-said:exams.marked', { name, day, mark })
    : say(`terms-said:exams.${state}`, { name, day });
};

const attendanceLines = ({ sessions, rules }: Extract<CellSource, { kind: 'attendance' }>): string[] => {
  const sums = sumsOf(sessions.map(({ mark }) => mark));
  const { lateShare: late, absentShare: absent } = rules;
  return [
    say('terms-said:attendance.sum', { there: sums.present + sums.late, held: expectedOf(sums) }),
    ...sessions.flatMap(attendanceLine),
    ...(sums.late === 0 && (absent === null || sums.absent === 0)
      ? []
      : [
          absent === null
            ? say('terms-said:attendance.cost', { late })
            : say('terms-said:attendance.costOf', { absent, late }),
        ]),
  ];
};

/** Those who were there in time need no line. */
const attendanceLine = ({ name, day, mark, lateMs, corrected }: MarkedSession): string[] => {
  if (corrected) return [say(`terms-said:attendance.corrected.${mark}`, { name, day })];
  if (mark === 'absent' || mark === 'leave') return [say(`terms-said:attendance.${mark}`, { name, day })];
  const said = { name, day, time: durationText(lateMs) };
  if (mark === 'late') return [say('terms-said:attendance.tooLate', said)];
  return lateMs > TOLERATED_MS ? [say('terms-said:attendance.late', said)] : [];
};

export const indicatorName = (id: Indicator): string => say(`terms-said:indicator.${id}`);

const indicatorLine = ({ id, figure, goal, reached, share }: IndicatorFact): string => {
  const name = indicatorName(id);
  if (figure === null || goal === null || reached === null)
    return say('terms-said:indicators.unmeasured', { name, share });
  const unit = { name, figure, goal, reached: asPercent(reached), share };
  if (id === 'workload') return say('terms-said:indicators.customers', unit);
  if (id === 'score' || id === 'inspection') return say('terms-said:indicators.marks', unit);
  if (id === 'basket') return say('terms-said:indicators.yuan', unit);
  const isPercent = id === 'answer-rate' || id === 'conversion' || id === 'satisfaction';
  return isPercent ? say('terms-said:indicators.percent', unit) : say('terms-said:indicators.seconds', unit);
};
