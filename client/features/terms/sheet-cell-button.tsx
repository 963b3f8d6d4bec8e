import type { Pending } from '#client/features/terms/model/use-sheet.ts';
import { clauses } from '#client/lib/clauses.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { SheetCell, ShownColumn } from '#contract/terms/sheet.ts';

type Props = {
  column: ShownColumn;
  cell: SheetCell | undefined;
  pending: Pending | undefined;
  name: string;
  /** How the table finds it. */
  place: string;
  isTabStop: boolean;
  mayEnter: boolean;
  onFocus: () => void;
  onOpen: () => void;
};

/** A cell that isn't being typed in: its mark, or that it is missing. Keys are the table's; a second press opens it. */
export const SheetCellButton = ({
  column,
  cell,
  pending,
  name,
  place,
  isTabStop,
  mayEnter,
  onFocus,
  onOpen,
}: Props) => {
  const { t } = useTranslation('terms');
  const value = pending === undefined ? (cell?.value ?? null) : pending.value;
  const isRefused = pending !== undefined && pending.error !== null;
  const text = value === null ? t(mayEnter ? 'cell.toFill' : 'cell.none') : marks(value);
  return (
    <button
      type="button"
      data-place={place}
      tabIndex={isTabStop ? 0 : -1}
      aria-label={clauses([
        t('cell.label', { name, column: column.name, value: text, of: column.weight }),
        cell?.corrected === true ? t('cell.corrected') : null,
        cell?.partial === true ? t('cell.partial') : null,
        isRefused ? t('cell.refused') : null,
      ])}
      onFocus={onFocus}
      onDoubleClick={onOpen}
      className={cx(
        'block h-30 w-full px-8 text-right whitespace-nowrap hover:bg-tint focus-visible:-outline-offset-2',
        value === null && (mayEnter ? 'text-warn' : 'text-ink-3'),
        pending !== undefined && pending.error === null && 'text-ink-3',
        isRefused && 'text-bad underline decoration-dashed',
      )}
    >
      {cell?.partial === true && value !== null && !cell.corrected ? (
        <span aria-hidden="true" className="mr-4 text-warn">
          {t('cell.partialMark')}
        </span>
      ) : null}
      {text}
      {cell?.corrected === true ? (
        // As spreadsheets mark a changed cell.
        <svg
          viewBox="0 0 8 8"
          aria-hidden="true"
          className="pointer-events-none absolute top-0 right-0 size-8 fill-accent-solid"
        >
          <path d="M0 0h8v8z" />
        </svg>
      ) : null}
    </button>
  );
};
