import type { ReactNode } from 'react';
import { moveFocusInGrid } from '#client/features/results/model/grid-keys.ts';
import {
  type ColumnGroup,
  classFigure,
  columnGroups,
  leftOutText,
  shownFigure,
} from '#client/features/results/model/results-columns.ts';
import type { Sort } from '#client/features/results/model/results-table.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import { cx } from '#client/ui/cx.ts';
import type { ClassFigures, SeatResult } from '#contract/results.ts';
import type { OpenFigure } from './figure-sheet.tsx';
import { ResultsRow } from './results-row.tsx';
import { GROUP_ROW, SortHead } from './sort-head.tsx';

export type SeatsProps = {
  seats: readonly SeatResult[];
  figures: ClassFigures;
  sort: Sort;
  onSort: (sort: Sort) => void;
  onOpen: (opened: OpenFigure) => void;
};

const FOOT_CELL = 'sticky bottom-0 z-2 h-30 border-line border-t bg-soft px-8 whitespace-nowrap text-ink-2';
const GROUP_CELL = cx('sticky top-0 z-2 border-line border-b bg-soft px-8 text-12 whitespace-nowrap', GROUP_ROW.height);

/** The heads, numbers and names stay in sight; the class's figures are at the foot. */
export const ResultsTable = ({ seats, figures, sort, onSort, onOpen }: SeatsProps) => {
  const { t } = useTranslation('results');
  const groups = columnGroups(figures);
  return (
    <>
      <ScrollArea
        label={t('table.caption')}
        className="max-h-[max(320px,calc(100dvh-190px))] border border-line bg-surface"
      >
        <table className="w-full border-separate border-spacing-0" onKeyDown={moveFocusInGrid}>
          <caption className="sr-only">{t('table.caption')}</caption>
          <TableHead groups={groups} sort={sort} onSort={onSort} />
          <tbody>
            {seats.map((seat) => (
              <ResultsRow key={seat.seat} seat={seat} groups={groups} onOpen={onOpen} />
            ))}
          </tbody>
          <TableFoot groups={groups} seats={seats} figures={figures} />
        </table>
      </ScrollArea>
      <p className="mt-8 text-12 text-ink-3">{t('table.foot')}</p>
    </>
  );
};

type HeadProps = Pick<SeatsProps, 'sort' | 'onSort'> & { groups: readonly ColumnGroup[] };

/** Two rows: the groups of columns, and each column with what it is sorted by. */
const TableHead = ({ groups, sort, onSort }: HeadProps) => (
  <thead>
    <GroupHeads groups={groups} />
    <ColumnHeads groups={groups} sort={sort} onSort={onSort} />
  </thead>
);

const GroupHeads = ({ groups }: Pick<HeadProps, 'groups'>) => {
  const { t } = useTranslation('results');
  return (
    <tr>
      <th colSpan={2} scope="colgroup" className={cx(GROUP_CELL, 'left-0 z-3! text-left font-normal text-ink-3')}>
        {t('table.trainee')}
      </th>
      <th colSpan={3} scope="colgroup" className={cx(GROUP_CELL, 'border-l border-l-line-2')}>
        {t('table.marks')}
      </th>
      {groups.map((group) => (
        <th
          key={group.id}
          colSpan={group.columns.length}
          scope="colgroup"
          className={cx(GROUP_CELL, 'border-l border-l-line-2')}
        >
          {group.head}
        </th>
      ))}
      <th scope="colgroup" className={cx(GROUP_CELL, 'border-l border-l-line-2')}>
        <span className="sr-only">{t('table.notes')}</span>
      </th>
    </tr>
  );
};

const ColumnHeads = ({ groups, sort, onSort }: HeadProps) => {
  const { t } = useTranslation('results');
  const sortProps = { sort, onSort };
  return (
    <tr>
      <SortHead {...sortProps} column="no" label={t('table.no')} className="left-0 z-3! w-72 min-w-72 max-w-72" />
      <SortHead {...sortProps} column="name" label={t('table.name')} className="left-72 z-3! min-w-84" />
      <SortHead
        {...sortProps}
        column={{ kind: 'score' }}
        label={t('table.score')}
        alignRight
        className="border-l border-l-line-2"
      />
      <th scope="col" className={cx('sticky z-2 border-line border-b bg-soft', GROUP_ROW.below)}>
        <span className="sr-only">{t('table.range')}</span>
      </th>
      <SortHead {...sortProps} column="grade" label={t('table.grade')} />
      {groups.flatMap((group) =>
        group.columns.map((column, index) => (
          <SortHead
            {...sortProps}
            key={column.id}
            column={column.figure}
            label={column.head}
            fullLabel={column.fullName}
            alignRight
            className={index === 0 ? 'border-l border-l-line-2' : ''}
          />
        )),
      )}
      <SortHead {...sortProps} column="notes" label={t('table.notes')} className="border-l border-l-line-2" />
    </tr>
  );
};

type FootProps = Pick<SeatsProps, 'seats' | 'figures'> & { groups: readonly ColumnGroup[] };

/** The class's own figures. */
const TableFoot = ({ groups, seats, figures }: FootProps) => {
  const { t } = useTranslation('results');
  return (
    <tfoot>
      <tr>
        <th
          colSpan={2}
          scope="row"
          className="sticky bottom-0 left-0 z-3 h-30 border-line border-t bg-soft px-8 text-left whitespace-nowrap"
        >
          {t('table.class', { n: figures.n })}
        </th>
        <FootCell className="border-l border-l-line-2 font-semibold">
          {figures.mean === null ? '—' : marks(figures.mean)}
        </FootCell>
        <FootCell />
        <td className={cx(FOOT_CELL, 'text-left')}>{t('table.passed', { n: figures.passed })}</td>
        {groups.flatMap((group) =>
          group.columns.map((column, index) => (
            <FootCell key={column.id} className={index === 0 ? 'border-l border-l-line-2' : ''}>
              {column.figure.kind === 'unsure'
                ? marks(unsureMarks(seats))
                : shownFigure(classFigure(figures, column.figure), column.figure)}
            </FootCell>
          )),
        )}
        <td className="sticky bottom-0 z-2 border-line border-t border-l border-l-line-2 bg-soft px-8 whitespace-nowrap text-ink-2">
          {leftOutText(figures, seats)}
        </td>
      </tr>
    </tfoot>
  );
};

/** Marks in doubt of all seats that can be compared. */
const unsureMarks = (seats: SeatsProps['seats']): number =>
  seats.reduce((sum, { comparable, result }) => sum + (comparable && result ? result.unsure : 0), 0);

const FootCell = ({ className, children }: { className?: string; children?: ReactNode }) => (
  <td className={cx(FOOT_CELL, 'text-right', className)}>{children}</td>
);
