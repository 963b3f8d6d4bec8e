import { cellOf, type ShownSheet } from '#client/features/terms/model/sheet-cells.ts';
import { clauses } from '#client/lib/clauses.ts';
import { longDate, marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { SheetCell, SheetRow, ShownColumn } from '#contract/terms/sheet.ts';

type Props = {
  body: ShownSheet;
  row: SheetRow | undefined;
  column: ShownColumn | undefined;
  className?: string;
};

/** What the cell under the pointer or the focus stands on. It has its height already, so that the table doesn't jump. */
export const SourceStrip = ({ body, row, column, className }: Props) => {
  const { t } = useTranslation('terms');
  if (row === undefined || column === undefined) return null;
  const cell = cellOf(row, column.id);
  return (
    <section
      aria-label={t('source.title')}
      className={cx('h-120 overflow-auto border border-line bg-surface px-12 py-8 text-12', className)}
    >
      <h2 className="font-semibold text-13">
        {clauses([
          row.name,
          t('source.head', {
            column: column.name,
            value: cell === undefined || cell.value === null ? t('cell.missing') : marks(cell.value),
            of: column.weight,
          }),
        ])}
      </h2>
      <CellSource column={column} cell={cell} mayEnter={body.mayEnter.includes(column.id)} />
    </section>
  );
};

/** Where a cell's mark comes from, line by line, and every entry of it. */
export const CellSource = ({
  column,
  cell,
  mayEnter,
}: {
  column: ShownColumn;
  cell: SheetCell | undefined;
  mayEnter: boolean;
}) => {
  const { t } = useTranslation('terms');
  const { because = [], entries = [], byData = null, corrected = false } = cell ?? {};
  const isTyped = column.source === 'typed';
  return (
    <ul className="gap-24 text-ink-2" style={{ columns: '3 240px' }}>
      <li className="text-ink-3">{t(`source.${column.source}`)}</li>
      {isTyped || mayEnter ? null : <li className="text-ink-3">{t(`corrects.${column.by}`)}</li>}
      {isTyped && entries.length === 0 ? <li>{t(mayEnter ? 'source.toFill' : `by.${column.by}`)}</li> : null}
      {because.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {corrected && byData !== null ? <li>{t('source.byData', { value: marks(byData) })}</li> : null}
      {entries.toReversed().map(({ value, outOf, reason, by, at }) => (
        <li key={`${at} ${value}`}>
          {clauses([
            value === null
              ? t('source.takenBack', { by, at: longDate(at) })
              : t('source.entered', { by, at: longDate(at), value: marks(value), of: outOf }),
            reason,
          ])}
        </li>
      ))}
    </ul>
  );
};
