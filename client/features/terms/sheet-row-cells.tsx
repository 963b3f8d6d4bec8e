import { cellOf, columnsOfPart, keyOf, type ShownSheet } from '#client/features/terms/model/sheet-cells.ts';
import type { Pending } from '#client/features/terms/model/use-sheet.ts';
import { ShopMark } from '#client/features/terms/teams/shop-mark.tsx';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { SheetRow, SheetSum } from '#contract/terms/sheet.ts';
import { SheetCellButton } from './sheet-cell-button.tsx';
import { SheetCellField } from './sheet-cell-field.tsx';
import { FIRST } from './sheet-head.tsx';

type Props = {
  body: ShownSheet;
  row: SheetRow;
  index: number;
  pending: ReadonlyMap<string, Pending>;
  /** Place of the column that has the focus; null: none of this row. */
  focused: number | null;
  /** What is being typed there; null: nothing. */
  draft: string | null;
  onFocus: (column: number) => void;
  onHover: (column: number | null) => void;
  onOpen: () => void;
  onDraft: (text: string) => void;
  onLeave: (value: number | null | undefined, key: string | null) => void;
};

const STICKY = 'sticky z-1 border-line border-b bg-surface group-hover:bg-soft';
const CELL = 'border-line border-b group-hover:bg-soft';

/** A trainee's row: cells, the sums of both parts, the total and its level. */
export const SheetRowCells = ({ body, row, index, pending, focused, draft, ...on }: Props) => {
  const { t } = useTranslation('terms');
  const school = columnsOfPart(body, 'school');
  const { team, shop } = body.teams?.[row.person] ?? {};
  const level = body.rules.levels.find(({ id }) => id === row.level);
  const isLowest = level !== undefined && level.id === body.rules.levels.at(-1)?.id;
  return (
    <tr className="group h-30">
      <td className={cx(STICKY, 'left-0 w-72 max-w-72 px-8 text-ink-3')}>
        <span className="cut block" title={row.no}>
          {row.no}
        </span>
      </td>
      <th scope="row" className={cx(STICKY, 'left-72 px-8 text-left font-normal whitespace-nowrap')}>
        {row.name}
        {shop === undefined ? null : <ShopMark mark shop={shop} team={team ?? ''} />}
      </th>
      {(['school', 'enterprise'] as const).flatMap((part) => [
        ...columnsOfPart(body, part).map((column, place) => {
          const at = part === 'school' ? place : school.length + place;
          const own = { column, cell: cellOf(row, column.id), pending: pending.get(keyOf(row.person, column.id)) };
          const isHere = focused === at;
          return (
            <td
              key={column.id}
              className={cx(CELL, 'relative p-0', place === 0 && FIRST)}
              onPointerEnter={() => on.onHover(at)}
            >
              {isHere && draft !== null ? (
                <SheetCellField
                  label={t('cell.field', { name: row.name, column: column.name })}
                  most={column.weight}
                  draft={draft}
                  onDraft={on.onDraft}
                  onLeave={on.onLeave}
                />
              ) : (
                <SheetCellButton
                  {...own}
                  name={row.name}
                  place={`${index} ${at}`}
                  isTabStop={isHere || (focused === null && index === 0 && at === 0)}
                  mayEnter={body.mayEnter.includes(column.id)}
                  onFocus={() => on.onFocus(at)}
                  onOpen={on.onOpen}
                />
              )}
            </td>
          );
        }),
        <SumCell key={part} sum={row[part]} />,
      ])}
      <SumCell sum={row.total} isTotal />
      <td className={cx(CELL, 'px-8 whitespace-nowrap', isLowest && 'font-semibold text-bad')}>
        {level?.name ?? <span className="text-ink-3">{t('sheet.incomplete', { n: row.total.missing.length })}</span>}
      </td>
    </tr>
  );
};

/** A sum of cells that aren't all there says of how many marks it is. */
const SumCell = ({ sum, isTotal = false }: { sum: SheetSum; isTotal?: boolean }) => {
  const { t } = useTranslation('terms');
  const isWhole = sum.missing.length === 0;
  return (
    <td className={cx(CELL, 'px-8 text-right whitespace-nowrap', isTotal && FIRST, isWhole && 'font-semibold')}>
      {sum.of === 0 ? (
        <span className="text-ink-3">{t('cell.none')}</span>
      ) : isWhole ? (
        marks(sum.value)
      ) : (
        <span className="text-ink-2">{t('sheet.of', { value: marks(sum.value), of: sum.of })}</span>
      )}
    </td>
  );
};
