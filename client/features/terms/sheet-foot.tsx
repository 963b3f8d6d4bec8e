import { cellOf, columnsOfPart, meanOf, type ShownSheet } from '#client/features/terms/model/sheet-cells.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { SheetRow, SheetSum } from '#contract/terms/sheet.ts';
import { FIRST } from './sheet-head.tsx';

const CELL = 'sticky bottom-0 z-2 h-30 border-line border-t bg-soft px-8 whitespace-nowrap text-ink-2';
const shown = (mean: number | null): string => (mean === null ? '—' : marks(mean));
const whole = ({ value, missing }: SheetSum): number | null => (missing.length === 0 ? value : null);

/** The class's means: of a column over the cells that are there, of a sum over the whole ones. */
export const SheetFoot = ({ body, rows }: { body: ShownSheet; rows: readonly SheetRow[] }) => {
  const { t } = useTranslation('terms');
  return (
    <tfoot>
      <tr>
        <th colSpan={2} scope="row" className={cx(CELL, 'left-0 z-3! text-left')}>
          {t('sheet.mean')}
        </th>
        {(['school', 'enterprise'] as const).flatMap((part) => [
          ...columnsOfPart(body, part).map(({ id }, place) => (
            <td key={id} className={cx(CELL, 'text-right', place === 0 && FIRST)}>
              {shown(meanOf(rows.map((row) => cellOf(row, id)?.value ?? null)))}
            </td>
          )),
          <td key={part} className={cx(CELL, 'text-right')}>
            {shown(meanOf(rows.map((row) => whole(row[part]))))}
          </td>,
        ])}
        <td className={cx(CELL, FIRST, 'text-right')}>{shown(meanOf(rows.map(({ total }) => whole(total))))}</td>
        <td className={CELL} />
      </tr>
    </tfoot>
  );
};
