import { Link, useNavigate } from 'react-router';
import { leadWords } from '#client/features/results/model/lead-words.ts';
import { type ColumnGroup, shownFigure } from '#client/features/results/model/results-columns.ts';
import { countedScore, figureValue } from '#client/features/results/model/results-table.ts';
import { remarks } from '#client/lib/clauses.ts';
import { marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { SeatResult } from '#contract/results.ts';
import type { OpenFigure } from './figure-sheet.tsx';
import { RangeBar } from './range-bar.tsx';

type Props = { seat: SeatResult; groups: readonly ColumnGroup[]; onOpen: (opened: OpenFigure) => void };

const STICKY_CELL = 'sticky z-1 border-line border-b bg-surface group-hover:bg-soft';
const CELL = 'border-line border-b p-0 group-hover:bg-soft';

/** A seat's row: a press on the name or on an empty part of the row leads to the report, a press on a figure to its sources. */
export const ResultsRow = ({ seat, groups, onOpen }: Props) => {
  const { t } = useTranslation('results');
  const navigate = useNavigate();
  const { result, drill } = seat;
  const score = countedScore(seat);
  const path = drill === null || result === null ? null : `/drills/${drill}/report`;
  return (
    // The name is the link; a click on the row does the same, as a larger target for a mouse.
    <tr
      className={cx('group h-30', path !== null && 'cursor-pointer', !seat.joined && 'text-ink-3')}
      onClick={(event) => {
        const isOnControl = event.target instanceof Element && event.target.closest('a, button') !== null;
        if (path !== null && !isOnControl) navigate(path);
      }}
    >
      <td className={cx(STICKY_CELL, 'left-0 w-72 max-w-72 px-8 text-ink-3')}>
        <span className="cut block" title={seat.no}>
          {seat.no}
        </span>
      </td>
      <th scope="row" className={cx(STICKY_CELL, 'left-72 px-8 text-left font-normal whitespace-nowrap')}>
        {path === null ? (
          seat.name
        ) : (
          <Link to={path} className="text-ink no-underline group-hover:text-accent group-hover:underline">
            {seat.name}
          </Link>
        )}
      </th>
      <td className={cx(CELL, 'relative border-l border-l-line-2')}>
        <FigureButton
          seat={seat}
          label={t('table.score')}
          text={score === null ? '—' : marks(score)}
          onOpen={() => onOpen({ seat, figure: { kind: 'score' } })}
          isStrong
          isBad={result?.grade === 'fail'}
        />
        {seat.rulings === 0 ? null : <CornerMark label={t('table.ruled', { n: seat.rulings })} />}
      </td>
      <td className={cx(CELL, 'pr-8')}>{result === null ? null : <RangeBar result={result} />}</td>
      <td className={cx(CELL, 'px-8 whitespace-nowrap', result?.grade === 'fail' && 'font-semibold text-bad')}>
        {result === null ? '—' : t(`grade.${result.grade}`)}
      </td>
      {groups.flatMap((group) =>
        group.columns.map(({ id, figure, fullName }, index) => {
          const value = figureValue(seat, figure);
          const row =
            figure.kind === 'dimension'
              ? result?.dimensions.find((dimension) => dimension.id === figure.id)
              : undefined;
          const isQuiet = (figure.kind === 'family' || figure.kind === 'unsure') && value === 0;
          return (
            <td key={id} className={cx(CELL, index === 0 && 'border-l border-l-line-2')}>
              <FigureButton
                seat={seat}
                label={fullName}
                text={row?.unsure === true ? t('table.unsureShort') : shownFigure(value, figure)}
                onOpen={() => onOpen({ seat, figure })}
                isQuiet={isQuiet}
                isWarning={row?.unsure === true || (figure.kind === 'unsure' && !isQuiet)}
              />
            </td>
          );
        }),
      )}
      <td className={cx(CELL, 'max-w-360 border-l border-l-line-2 px-8')}>
        <span className="cut block text-ink-2" title={remarks(seat.notes)}>
          {seat.lead === undefined ? null : <b className="mr-6 text-accent">{leadWords(t, seat.lead)}</b>}
          {seat.comparable || !seat.joined || seat.lead !== undefined ? null : (
            <b className="mr-6 text-warn">{t('table.notComparable')}</b>
          )}
          {remarks(seat.notes)}
          {seat.rulings === 0 ? null : <span className="ml-6 text-ink-3">{t('table.ruled', { n: seat.rulings })}</span>}
        </span>
      </td>
    </tr>
  );
};

type FigureProps = {
  seat: SeatResult;
  label: string;
  text: string;
  onOpen: () => void;
  isStrong?: boolean;
  isBad?: boolean;
  isWarning?: boolean;
  isQuiet?: boolean;
};

const FigureButton = ({ seat, label, text, onOpen, isStrong, isBad, isWarning, isQuiet }: FigureProps) => {
  const { t } = useTranslation('results');
  const tone = isBad === true ? 'text-bad' : isWarning === true ? 'text-warn' : isQuiet === true ? 'text-ink-3' : '';
  if (seat.result === null) return <span className="block px-8 text-right text-ink-3">{text}</span>;
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t('table.open', { name: seat.name, label, value: text })}
      onClick={onOpen}
      className={cx(
        'block h-30 w-full px-8 text-right whitespace-nowrap hover:bg-tint focus-visible:-outline-offset-2',
        isStrong === true && 'font-semibold',
        tone,
      )}
    >
      {text}
    </button>
  );
};

/** As spreadsheets mark a changed cell. */
const CornerMark = ({ label }: { label: string }) => (
  <svg
    viewBox="0 0 8 8"
    role="img"
    aria-label={label}
    className="pointer-events-none absolute top-0 right-0 size-8 fill-accent-solid"
  >
    <path d="M0 0h8v8z" />
  </svg>
);
