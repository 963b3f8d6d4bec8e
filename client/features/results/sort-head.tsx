import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  isInitiallyDescending,
  keyName,
  type Sort,
  type SortKey,
} from '#client/features/results/model/results-table.ts';
import { cx } from '#client/ui/cx.ts';

type Props = {
  sort: Sort;
  onSort: (sort: Sort) => void;
  column: SortKey;
  label: string;
  fullLabel?: string;
  alignRight?: boolean;
  className?: string;
};

/** The row of group heads: its height, and the place below it at which the heads of single columns stick. */
export const GROUP_ROW = { height: 'h-28', below: 'top-28' } as const;

/** Press to sort, press again to turn it round. */
export const SortHead = ({ sort, onSort, column, label, fullLabel = label, alignRight = false, className }: Props) => {
  const isSortedByThis = keyName(sort.key) === keyName(column);
  const Arrow = sort.descending ? ArrowDown : ArrowUp;
  const direction = sort.descending ? 'descending' : 'ascending';
  return (
    <th
      scope="col"
      aria-sort={isSortedByThis ? direction : 'none'}
      className={cx('sticky z-2 border-line border-b bg-soft p-0 font-normal', GROUP_ROW.below, className)}
    >
      <button
        type="button"
        title={fullLabel === label ? undefined : fullLabel}
        aria-label={fullLabel}
        onClick={() =>
          onSort({ key: column, descending: isSortedByThis ? !sort.descending : isInitiallyDescending(column) })
        }
        className={cx(
          'flex h-30 w-full items-center gap-2 px-8 text-12 whitespace-nowrap hover:text-ink focus-visible:-outline-offset-2',
          alignRight && 'justify-end',
          isSortedByThis ? 'font-semibold text-ink' : 'text-ink-3',
        )}
      >
        {label}
        {isSortedByThis ? <Arrow size={12} aria-hidden="true" /> : null}
      </button>
    </th>
  );
};
