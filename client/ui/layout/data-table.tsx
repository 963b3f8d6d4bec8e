import type { ReactNode } from 'react';
import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import { cx } from '#client/ui/cx.ts';

export type Column<Row> = {
  id: string;
  head: string;
  /** The head is read out only (a bar beside its number). */
  hideHead?: boolean;
  /** Stands before the head: the legend mark of this column's part in the row's chart. */
  headMark?: ReactNode;
  /** This cell names the row. One column has it. */
  isRowName?: boolean;
  align?: 'right';
  className?: string;
  cell: (row: Row) => ReactNode;
};
type Props<Row> = {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Template columns of a row's grid on a phone. The heads are hidden there, and cells place themselves by `className`. */
  phoneGridClass?: string;
  /** Class names of every row. */
  rowClass?: string;
  foot?: ReactNode;
};

/** Heads stay in sight while it scrolls; figures right-aligned with their heads. */
export const DataTable = <Row,>({ caption, columns, rows, rowKey, phoneGridClass, rowClass, foot }: Props<Row>) => {
  const isStacked = phoneGridClass !== undefined;
  const cellBase = isStacked ? 'max-pane:block max-pane:border-0 max-pane:p-0' : '';
  return (
    <ScrollArea label={caption}>
      <table className="w-full border-collapse">
        <caption className="sr-only">{caption}</caption>
        <thead className={isStacked ? 'max-pane:sr-only' : undefined}>
          <tr>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={cx(
                  'whitespace-nowrap border-line border-b px-10 py-5 font-normal text-12 text-ink-3',
                  column.align === 'right' ? 'text-right' : 'text-left',
                )}
              >
                {column.headMark}
                {column.hideHead === true ? <span className="sr-only">{column.head}</span> : column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              className={cx(
                'border-line border-b last:border-b-0 print:break-inside-avoid',
                rowClass,
                isStacked &&
                  cx(
                    'max-pane:grid max-pane:items-center max-pane:gap-x-8 max-pane:gap-y-2 max-pane:px-14 max-pane:py-8',
                    phoneGridClass,
                  ),
              )}
            >
              {columns.map((column) => {
                const look = cx(
                  'px-10 py-5 print:py-3',
                  column.align === 'right' && 'whitespace-nowrap text-right',
                  cellBase,
                  column.className,
                );
                return column.isRowName === true ? (
                  <th key={column.id} scope="row" className={cx('text-left', look)}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.id} className={look}>
                    {column.cell(row)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : <tfoot className="bg-soft text-ink-2">{foot}</tfoot>}
      </table>
    </ScrollArea>
  );
};
