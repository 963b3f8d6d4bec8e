/** 考勤表 of a term as an .xlsx: the table with its sums, every correction, leave, and the rules. */
import type { Sheet, SheetData } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { fileNamePart } from '#classroom/exports/file-name.ts';
import { dayOf, minuteOf } from '#classroom/exports/local-time.ts';
import { columnName, formula, head, number, text, wide, widths } from '#classroom/exports/sheet-cells.ts';
import { storedValues } from '#classroom/exports/stored-values.ts';
import type { AttendanceMark, AttendanceSums, TermAttendance } from '#contract/terms/attendance.ts';
import { say } from '#i18n/say.ts';

const SUMS = ['present', 'late', 'leave', 'absent'] as const satisfies readonly (keyof AttendanceSums)[];
/** Number, name and shift stand before the sessions; two heads above them. */
const BEFORE = 3;
const HEADS = 2;

const markText = (mark: AttendanceMark): string => (mark === 'none' ? '—' : say(`attendance-said:mark.${mark}`));

export const attendanceWorkbook = (body: TermAttendance): Promise<Buffer> => {
  const stored = new Map<string, number>();
  const table = tableSheet(body, stored);
  const features = [storedValues(new Map([[say('attendance-said:file.table'), stored]]))];
  return writeXlsxFile([table, entriesSheet(body), leavesSheet(body), rulesSheet(body)], { features }).toBuffer();
};

/** 考勤表-双 11 实训周-2026-11-27.xlsx */
export const attendanceFileName = ({ term }: Pick<TermAttendance, 'term'>, nowMs: number): string =>
  [say('attendance-said:file.table'), fileNamePart(term.name), dayOf(nowMs)].filter((part) => part !== '').join('-') +
  '.xlsx';

/** How often each mark stands in a row is a formula, with its value stored beside it. */
const tableSheet = ({ sessions, rows }: TermAttendance, stored: Map<string, number>): Sheet<Buffer> => {
  const [first, last] = [columnName(BEFORE), columnName(BEFORE + sessions.length - 1)];
  const data: SheetData = [
    [
      ...[head(''), head(''), head('')],
      ...sessions.map(({ day, shift }) =>
        head(shift === null ? day : say('attendance-said:file.dayShift', { day, shift: shiftText(shift) })),
      ),
      ...SUMS.map(() => head('')),
    ],
    [
      ...(['no', 'name', 'shift'] as const).map((name) => head(say(`attendance-said:file.${name}`))),
      ...sessions.map(({ name }) => head(name)),
      ...SUMS.map((mark) => head(say(`attendance-said:mark.${mark}`))),
    ],
    ...rows.map(({ no, name, shift, cells, sums }, index) => {
      const row = HEADS + 1 + index;
      return [
        ...[text(no), text(name), text(shift === null ? '' : shiftText(shift))],
        ...cells.map(({ mark }) => (mark === null ? null : text(markText(mark)))),
        ...SUMS.map((mark, place) => {
          if (sessions.length === 0) return number(0);
          stored.set(`${columnName(BEFORE + sessions.length + place)}${row}`, sums[mark]);
          return formula(`COUNTIF(${first}${row}:${last}${row},"${markText(mark)}")`);
        }),
      ];
    }),
  ];
  return {
    sheet: say('attendance-said:file.table'),
    data,
    columns: widths([8, 12, 8, ...sessions.map(({ name }) => wide(name, Math.max(16, 2 * name.length))), 8, 8, 8, 8]),
    stickyRowsCount: HEADS,
    stickyColumnsCount: BEFORE,
    orientation: 'landscape',
  };
};

const shiftText = (shift: 'early' | 'late'): string => say(`attendance-said:shift.${shift}`);

const entriesSheet = ({ sessions, rows }: TermAttendance): Sheet<Buffer> => {
  const data: SheetData = [
    (['no', 'name', 'session', 'byData', 'corrected', 'reason', 'by', 'at'] as const).map((name) =>
      head(say(`attendance-said:file.${name}`)),
    ),
    ...rows.flatMap(({ no, name, cells }) =>
      cells.flatMap(({ byData, entries }, place) =>
        entries.map(({ mark, reason, by, at }) => [
          ...[text(no), text(name), text(`${sessions[place]?.day ?? ''} ${sessions[place]?.name ?? ''}`)],
          ...[text(byData === null ? '' : markText(byData))],
          text(mark === null ? say('attendance-said:file.takenBack') : markText(mark)),
          ...[text(reason), text(by), text(minuteOf(at))],
        ]),
      ),
    ),
  ];
  const columns = widths([8, 12, 30, 10, 10, 40, 14, 18].map((width) => wide('', width)));
  return { sheet: say('attendance-said:file.entries'), data, columns, stickyRowsCount: 1 };
};

const leavesSheet = ({ leaves }: TermAttendance): Sheet<Buffer> => {
  const data: SheetData = [
    (['no', 'name', 'day', 'span', 'reason', 'by', 'at', 'state', 'decidedBy', 'decidedAt', 'note'] as const).map(
      (name) => head(say(`attendance-said:file.${name}`)),
    ),
    ...leaves.map(({ no, name, day, span, reason, by, at, state, decidedBy, decidedAt, note }) => [
      ...[text(no), text(name), text(day), text(say(`attendance-said:span.${span}`)), text(reason)],
      ...[text(by), text(minuteOf(at)), text(say(`attendance-said:state.${state}`)), text(decidedBy ?? '')],
      ...[text(decidedAt === null ? '' : minuteOf(decidedAt)), text(note)],
    ]),
  ];
  const columns = widths([8, 12, 12, 10, 40, 14, 18, 10, 14, 18, 40].map((width) => wide('', width)));
  return { sheet: say('attendance-said:file.leaves'), data, columns, stickyRowsCount: 1 };
};

const rulesSheet = ({ rules: { lateMinutes, lateShare, absentShare } }: TermAttendance): Sheet<Buffer> => {
  const data: SheetData = [
    [head(say('attendance-said:file.rule')), head(say('attendance-said:file.value'))],
    [text(say('attendance-said:rule.lateMinutes')), number(lateMinutes)],
    [text(say('attendance-said:rule.lateShare')), number(lateShare)],
    [
      text(say('attendance-said:rule.absentShare')),
      absentShare === null ? text(say('attendance-said:rule.itsShare')) : number(absentShare),
    ],
  ];
  return { sheet: say('attendance-said:file.rules'), data, columns: widths([44, 24]) };
};
