/** The rules of a term's sheet as a sheet of its file: the levels first, which the table's formulas read. */
import type { Sheet, SheetData } from 'write-excel-file/node';
import { head, number, text, wide, widths } from '#classroom/exports/sheet-cells.ts';
import type { ShownRules } from '#contract/terms/sheet.ts';
import { say } from '#i18n/say.ts';
import { indicatorName } from './said.ts';

/** `levels`: from A2 and B2 on, the lowest first. */
export const rulesSheet = ({ columns, levels, indicators }: ShownRules): Sheet<Buffer> => {
  const data: SheetData = [
    [head(say('terms-said:file.from')), head(say('terms-said:file.level'))],
    ...levels.toReversed().map(({ name, from }) => [number(from), text(name)]),
    [],
    (['part', 'item', 'weight', 'source', 'who'] as const).map((name) => head(say(`terms-said:file.${name}`))),
    ...columns.map(({ part, name, weight, source, by }) => [
      ...[text(say(`terms-said:part.${part}`)), text(name), number(weight)],
      ...[text(say(`terms-said:source.${source}`)), text(say(`terms-said:by.${by}`))],
    ]),
    [],
    (['indicator', 'target', 'share'] as const).map((name) => head(say(`terms-said:file.${name}`))),
    ...indicators
      .filter(({ share }) => share > 0)
      .map(({ id, target, share }) => [
        text(indicatorName(id)),
        target === null ? text(say('terms-said:file.planned')) : number(target),
        number(share),
      ]),
  ];
  return {
    sheet: say('terms-said:file.rules'),
    data,
    columns: widths([14, 22, 10, 60, 18].map((width) => wide('', width))),
  };
};
