/** A class on the learning path as an .xlsx: a row a person with every condition's figure, and a sheet of the rules. */
import type { Cell } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { dayOf } from '#classroom/exports/local-time.ts';
import { head, number, text, wide, widths } from '#classroom/exports/sheet-cells.ts';
import type { ClassPath, ClassPathRow } from '#contract/practice/learning-path.ts';
import { listed, say } from '#i18n/say.ts';

type Column = { name: string; width: number; cell(row: ClassPathRow): Cell };

export const pathWorkbook = (body: ClassPath): Promise<Buffer> => {
  const columns = columnsOf(body);
  const people = {
    sheet: say('path:file.sheet'),
    data: [columns.map(({ name }) => head(name)), ...body.rows.map((row) => columns.map(({ cell }) => cell(row)))],
    columns: widths(columns.map(({ name, width }) => wide(name, width))),
    stickyRowsCount: 1,
  };
  return writeXlsxFile([people, rulesSheet(body)]).toBuffer();
};

const columnsOf = ({ rules }: ClassPath): readonly Column[] => [
  { name: say('path:file.no'), width: 8, cell: ({ no }) => text(no) },
  { name: say('path:file.name'), width: 12, cell: ({ name }) => text(name) },
  {
    name: say('path:file.stage'),
    width: 10,
    cell: ({ stages, current }) => text(current === null ? say('path:file.done') : (stages[current]?.name ?? '')),
  },
  { name: say('path:file.since'), width: 12, cell: ({ since }) => text(since === null ? '' : dayOf(since)) },
  { name: say('path:file.open'), width: 30, cell: (row) => text(openOf(row)) },
  ...rules.flatMap((stage) =>
    stage.conditions.map((rule, place) => ({
      name: say('path:file.figure', { stage: stage.name, name: rule.name }),
      width: 18,
      cell: ({ stages }: ClassPathRow): Cell =>
        number(stages.find(({ id }) => id === stage.id)?.conditions[place]?.figure ?? null),
    })),
  ),
];

const openOf = ({ stages, current }: ClassPathRow): string =>
  current === null ? '' : listed((stages[current]?.conditions ?? []).filter(({ met }) => !met).map(({ name }) => name));

const rulesSheet = ({ rules, shares }: ClassPath) => {
  const heads = ['stage', 'condition', 'needs', 'met', 'share'] as const;
  const rows = rules.flatMap((stage) =>
    stage.conditions.map((rule) => {
      const own = shares.find(({ condition }) => condition === rule.id);
      const met = own === undefined || own.of === 0 ? null : Math.round((1000 * own.met) / own.of) / 10;
      return [text(stage.name), text(rule.name), number(rule.needs), number(met), number(rule.share)];
    }),
  );
  return {
    sheet: say('path:file.rules'),
    data: [heads.map((name) => head(say(`path:file.${name}`))), ...rows],
    columns: widths([12, 20, 10, 16, 16].map((width) => wide('', width))),
  };
};

/** 五阶-电商 2403 班-2026-11-20.xlsx */
export const pathFileName = (name: string, nowMs: number): string =>
  `${say('path:file.sheet')}-${name}-${dayOf(nowMs)}.xlsx`;
