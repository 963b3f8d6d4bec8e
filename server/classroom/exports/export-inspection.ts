/** 质检 of a class as an .xlsx: a row an inspector, a row two of the staff, and where the figures come from. */
import type { Cell } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { InspectionBoard } from '#contract/practice/class-inspections.ts';
import type { Agreement } from '#contract/practice/inspections.ts';
import { say } from '#i18n/say.ts';
import { fileNamePart } from './file-name.ts';
import { dayOf } from './local-time.ts';
import { head, number, text, wide, widths } from './sheet-cells.ts';

type Column<Row> = { name: string; width: number; cell(row: Row): Cell };

const figures = <Row>(of: (row: Row) => Agreement | null, who: string): Column<Row>[] => [
  {
    name: say('exports:inspection.agreed', { who }),
    width: 20,
    cell: (row) => text(of(row) === null ? '' : `${of(row)?.agreed} / ${of(row)?.lines}`),
  },
  { name: say('exports:inspection.kappa', { who }), width: 16, cell: (row) => number(of(row)?.kappa) },
  { name: say('exports:inspection.difference', { who }), width: 20, cell: (row) => number(of(row)?.difference) },
  { name: say('exports:inspection.both', { who }), width: 20, cell: (row) => number(of(row)?.both) },
];

const sheetOf = <Row>(
  name: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  notes: readonly string[],
) => {
  return {
    sheet: name,
    data: [
      columns.map((column) => head(column.name)),
      ...rows.map((row) => columns.map(({ cell }) => cell(row))),
      ...notes.map((note) => [text(note)]),
    ],
    columns: widths(columns.map((column) => wide(column.name, column.width))),
    stickyRowsCount: 1,
  };
};

type InspectorRow = InspectionBoard['inspectors'][number];
type CalibrationRow = InspectionBoard['calibration'][number];

/** The file's bytes. Differences are percent of a dimension's marks. */
export const inspectionWorkbook = ({ inspectors, calibration }: InspectionBoard): Promise<Buffer> => {
  const notes = [say('exports:inspection.note.kappa'), say('exports:inspection.note.small')];
  const inspectorColumns: Column<InspectorRow>[] = [
    { name: say('exports:inspection.no'), width: 8, cell: ({ no }) => text(no) },
    { name: say('exports:inspection.name'), width: 14, cell: ({ name }) => text(name) },
    {
      name: say('exports:inspection.role'),
      width: 8,
      cell: ({ isStaff }) => text(say(isStaff ? 'exports:inspection.staff' : 'exports:inspection.trainee')),
    },
    { name: say('exports:inspection.handedIn'), width: 10, cell: ({ handedIn }) => number(handedIn) },
    ...figures<InspectorRow>(({ withProgram }) => withProgram, say('exports:inspection.program')),
    ...figures<InspectorRow>(({ withTeachers }) => withTeachers, say('exports:inspection.teachers')),
  ];
  const calibrationColumns: Column<CalibrationRow>[] = [
    { name: say('exports:inspection.first'), width: 14, cell: ({ first }) => text(first) },
    { name: say('exports:inspection.second'), width: 14, cell: ({ second }) => text(second) },
    { name: say('exports:inspection.transcripts'), width: 10, cell: ({ transcripts }) => number(transcripts) },
    ...figures<CalibrationRow>(({ agreement }) => agreement, say('exports:inspection.eachOther')),
  ];
  return writeXlsxFile([
    sheetOf(say('exports:inspection.sheet.inspectors'), inspectorColumns, inspectors, notes),
    sheetOf(say('exports:inspection.sheet.calibration'), calibrationColumns, calibration, notes),
  ]).toBuffer();
};

/** 期中演练-质检-2026-11-26.xlsx */
export const inspectionFileName = ({ run }: Pick<InspectionBoard, 'run'>, nowMs: number): string =>
  `${[run.name, say('exports:inspection.file'), dayOf(nowMs)]
    .map(fileNamePart)
    .filter((part) => part !== '')
    .join('-')}.xlsx`;
