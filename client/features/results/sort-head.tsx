import { ArrowDown, ArrowUp } from 'lucide-react';
import { firstDown, keyName, type Sort, type SortKey } from '#client/features/results/model/results-table.ts';
import { cx } from '#client/ui/cx.ts';

type Props = {
  sort: Sort;
  onSort: (sort: Sort) => void;
  by: SortKey;
  label: string;
  full?: string;
  right?: boolean;
  className?: string;
};

/** Press to sort, press again to turn it round. */
export const SortHead = ({ sort, onSort, by, label, full = label, right = false, className }: Props) => {
  const isSortedByThis = keyName(sort.key) === keyName(by);
  const Arrow = sort.down ? ArrowDown : ArrowUp;
  return (
    <th
      scope="col"
      aria-sort={isSortedByThis ? (sort.down ? 'descending' : 'ascending') : 'none'}
      className={cx('sticky top-28 z-2 border-line border-b bg-soft p-0 font-normal', className)}
    >
      <button
        type="button"
        title={full === label ? undefined : full}
        aria-label={full}
        onClick={() => onSort({ key: by, down: isSortedByThis ? !sort.down : firstDown(by) })}
        className={cx(
          'flex h-30 w-full items-center gap-2 px-8 text-12 whitespace-nowrap hover:text-ink focus-visible:-outline-offset-2',
          right && 'justify-end',
          isSortedByThis ? 'font-semibold text-ink' : 'text-ink-3',
        )}
      >
        {label}
        {isSortedByThis ? <Arrow size={12} aria-hidden="true" /> : null}
      </button>
    </th>
  );
};
