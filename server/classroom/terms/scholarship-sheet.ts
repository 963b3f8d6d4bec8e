/** 奖学金 as a sheet of a term sheet's file: the order, what decided it, and what each is awarded. */
import type { Cell, Sheet, SheetData } from 'write-excel-file/node';
import { formula, head, number, text, wide, widths } from '#classroom/exports/sheet-cells.ts';
import type { SheetBody } from '#contract/terms/sheet.ts';
import { say } from '#i18n/say.ts';

const HEADS = ['rank', 'no', 'name', 'total', 'exams', 'level', 'award', 'yuan', 'note'] as const;
/** Where the yuan stand. */
const YUAN = 'H';

/** `stored` is filled with the value of the sum's formula. Who lacks a mark isn't ranked, and is counted below. */
export const scholarshipSheet = (
  { rules, rows, order }: SheetBody,
  stored: Map<string, number | string>,
): Sheet<Buffer> => {
  const examItem = rules.columns.find(({ source }) => source === 'exams')?.id;
  const lines = order.flatMap(({ person, rank, shared, byExams, award, yuan }): Cell[][] => {
    const row = rows.find((one) => one.person === person);
    if (row === undefined) return [];
    const notes = shared ? say('terms-said:scholarship.shared') : byExams ? say('terms-said:scholarship.byExams') : '';
    return [
      [
        ...[number(rank), text(row.no), text(row.name), number(row.total.value)],
        number(row.cells.find(({ item }) => item === examItem)?.value),
        text(rules.levels.find(({ id }) => id === row.level)?.name ?? ''),
        text(rules.awards.find(({ id }) => id === award)?.name ?? ''),
        ...[number(yuan), text(notes)],
      ],
    ];
  });
  const end = 1 + lines.length;
  if (lines.length > 0)
    stored.set(
      `${YUAN}${end + 1}`,
      order.reduce((sum, { yuan }) => sum + yuan, 0),
    );
  const unranked = rows.length - order.length;
  const data: SheetData = [
    HEADS.map((name) => head(say(`terms-said:scholarship.${name}`))),
    ...lines,
    ...(lines.length === 0
      ? []
      : [
          [
            text(say('terms-said:scholarship.sum'), true),
            ...Array(6).fill(null),
            formula(`SUM(${YUAN}2:${YUAN}${end})`),
          ],
        ]),
    [],
    [text(say('terms-said:scholarship.rule'))],
    ...(unranked === 0 ? [] : [[text(say('terms-said:scholarship.unranked', { n: unranked }))]]),
  ];
  return {
    sheet: say('terms-said:scholarship.title'),
    data,
    columns: widths([8, 8, 12, 10, 12, 10, 16, 12, 30].map((width) => wide('', width))),
    stickyRowsCount: 1,
  };
};
