import { Link } from 'react-router';
import { leadWords } from '#client/features/results/model/lead-words.ts';
import {
  classFigure,
  columnGroups,
  type FigureColumn,
  leftOutText,
  shownFigure,
} from '#client/features/results/model/results-columns.ts';
import { countedScore, figureValue, type SortKey } from '#client/features/results/model/results-table.ts';
import { remarks } from '#client/lib/clauses.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { SelectField } from '#client/ui/controls/field.tsx';
import { cx } from '#client/ui/cx.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { SeatResult } from '#contract/results.ts';
import type { OpenFigure } from './figure-sheet.tsx';
import { RangeBar } from './range-bar.tsx';
import type { SeatsProps } from './results-table.tsx';

const SORT_CHOICES: readonly { value: string; key: SortKey; descending: boolean }[] = [
  { value: 'no', key: 'no', descending: false },
  { value: 'best', key: { kind: 'score' }, descending: true },
  { value: 'worst', key: { kind: 'score' }, descending: false },
  { value: 'slow', key: { kind: 'time', column: 'firstResponseS' }, descending: true },
  { value: 'lost', key: { kind: 'rush', column: 'lost' }, descending: true },
  { value: 'unsure', key: { kind: 'unsure' }, descending: true },
];

/** The table's facts on a phone: a card a seat. */
export const SeatCards = ({ seats, figures, onSort, onOpen }: SeatsProps) => {
  const { t } = useTranslation('results');
  const columns = columnGroups(figures).flatMap((group) => group.columns);
  return (
    <>
      <SelectField
        label={t('table.sort')}
        className="mb-10"
        choices={SORT_CHOICES.filter(({ value }) => value !== 'lost' || figures.rush !== undefined).map(
          ({ value }) => ({ value, label: t(`sort.${value}`) }),
        )}
        defaultValue="no"
        onChange={(event) => {
          const chosenSort = SORT_CHOICES.find((sort) => sort.value === event.target.value);
          if (chosenSort !== undefined) onSort(chosenSort);
        }}
      />
      <Panel className="p-14">
        <p className="font-semibold">
          {t('table.class', { n: figures.n })}
          {figures.mean === null ? '' : ` ${marks(figures.mean)}`}
        </p>
        <p className="text-12 text-ink-3">{leftOutText(figures, seats)}</p>
        <ul className="mt-6 flex flex-wrap gap-x-12 text-12 text-ink-2">
          {columns.map((column) =>
            column.figure.kind === 'unsure' ? null : (
              <li
                key={column.id}
              >{`${column.fullName} ${shownFigure(classFigure(figures, column.figure), column.figure)}`}</li>
            ),
          )}
        </ul>
      </Panel>
      <ul className="mt-10 flex flex-col gap-10">
        {seats.map((seat) => (
          <li key={seat.seat}>
            <SeatCard seat={seat} columns={columns} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </>
  );
};

type CardProps = { seat: SeatResult; columns: readonly FigureColumn[]; onOpen: (opened: OpenFigure) => void };

const SeatCard = ({ seat, columns, onOpen }: CardProps) => {
  const { t } = useTranslation('results');
  const { result, drill } = seat;
  const score = countedScore(seat);
  return (
    <Panel className="p-14">
      <div className="flex items-center gap-8">
        <span className="cut max-w-72 text-ink-3" title={seat.no}>
          {seat.no}
        </span>
        {drill === null || result === null ? (
          <b className="min-w-0 flex-1">{seat.name}</b>
        ) : (
          <Link to={`/drills/${drill}/report`} className="link flex min-h-44 min-w-0 flex-1 items-center font-semibold">
            {seat.name}
          </Link>
        )}
        {result === null ? null : (
          <button
            type="button"
            onClick={() => onOpen({ seat, figure: { kind: 'score' } })}
            aria-label={t('table.open', {
              name: seat.name,
              label: t('table.score'),
              value: marks(score ?? result.score),
            })}
            className={cx('min-h-44 px-8 font-semibold text-18', result.grade === 'fail' && 'text-bad')}
          >
            {marks(score ?? result.score)}
            <span className="ml-6 font-normal text-12">{t(`grade.${result.grade}`)}</span>
          </button>
        )}
      </div>
      {result === null ? null : (
        <>
          <RangeBar result={result} />
          <ul className="mt-6 grid grid-cols-2 gap-x-12">
            {columns.map(({ id, figure, fullName }) => (
              <li key={id}>
                <button
                  type="button"
                  onClick={() => onOpen({ seat, figure })}
                  className="flex min-h-44 w-full items-center justify-between gap-6 border-line border-b text-left"
                >
                  <span className="text-ink-2">{fullName}</span>
                  <span>{shownFigure(figureValue(seat, figure), figure)}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {seat.notes.length === 0 && seat.rulings === 0 ? null : (
        <p className="mt-6 text-ink-2">
          {seat.lead === undefined ? null : <b className="mr-6 text-accent">{leadWords(t, seat.lead)}</b>}
          {seat.comparable || !seat.joined || seat.lead !== undefined ? null : (
            <b className="mr-6 text-warn">{t('table.notComparable')}</b>
          )}
          {remarks([...seat.notes, ...(seat.rulings === 0 ? [] : [t('table.ruled', { n: seat.rulings })])])}
        </p>
      )}
    </Panel>
  );
};
