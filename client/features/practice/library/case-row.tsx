import { memo } from 'react';
import { Link } from 'react-router';
import { startPath } from '#client/features/practice/suggest.ts';
import { day, marks, shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LevelMarks } from '#client/ui/charts/level-marks.tsx';
import { cx } from '#client/ui/cx.ts';
import { SchoolTag } from '#client/ui/layout/school-tag.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import { COLUMNS } from './columns.ts';

type Props = {
  card: ScenarioCard;
  isMarked: boolean;
  mayBeMarked: boolean;
  /** The library's address, to which the start card links back. */
  libraryPath: string;
  onMark: (card: ScenarioCard) => void;
};

/** One case: the row leads to its start card, the box marks it to be served with others. */
export const CaseRow = memo(({ card, isMarked, mayBeMarked, libraryPath, onMark }: Props) => {
  const { t } = useTranslation('library');
  return (
    <li
      className={cx(
        COLUMNS,
        'relative border-line border-b py-8 last:border-b-0 max-pane:py-10',
        isMarked ? 'bg-tint' : 'hover:bg-soft',
      )}
    >
      <label className="relative z-1 grid size-28 place-items-center max-pane:size-44 max-pane:self-start">
        <input
          type="checkbox"
          checked={isMarked}
          disabled={!mayBeMarked}
          aria-label={t('mark', { title: card.title })}
          {...(mayBeMarked ? {} : { 'aria-describedby': 'together-rule' })}
          onChange={() => onMark(card)}
          className="size-16 accent-accent-solid"
        />
      </label>
      <div className="min-w-0">
        <Link
          data-case
          to={startPath([card])}
          state={{ from: libraryPath }}
          className="font-semibold text-ink no-underline after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
        >
          {card.title}
        </Link>
        <SchoolTag card={card} className="ml-8" />
        <SealNote card={card} />
        <p className="mt-4 hidden flex-wrap gap-x-12 text-12 text-ink-3 max-pane:flex">
          <CaseFacts card={card} />
        </p>
      </div>
      <div className="contents text-12 text-ink-2 max-pane:hidden">
        <CaseFacts card={card} />
      </div>
      <BestResult card={card} />
    </li>
  );
});

/** Why a case can't be practised now, and from when it can as far as that is known. */
const SealNote = ({ card: { sealed } }: { card: ScenarioCard }) => {
  const { t } = useTranslation('library');
  if (sealed === null) return null;
  return (
    <p className="mt-2 font-semibold text-12 text-ink-2">
      {sealed.backAt === null ? t('sealed') : t('sealedUntil', { time: shortDate(sealed.backAt) })}
    </p>
  );
};

/** Columns on a wide screen, one line under the title on a phone. */
const CaseFacts = ({ card }: { card: ScenarioCard }) => {
  const { t } = useTranslation('library');
  return (
    <>
      <LevelMarks level={card.level} text={t('level', { level: card.level })} />
      <span>
        <span className="sr-only">{t('persona', { name: '' })}</span>
        {card.personaName}
      </span>
      <span>
        {card.shopName}
        <span className="block text-ink-3 max-pane:ml-12 max-pane:inline">
          {t('minutes', { minutes: card.minutes })}
        </span>
      </span>
    </>
  );
};

const BestResult = ({ card: { done, best, bestAt, lastAt } }: { card: ScenarioCard }) => {
  const { t } = useTranslation('library');
  if (done === 0) return <span className="whitespace-nowrap text-right text-12 text-ink-3">{t('never')}</span>;
  const shownDate = bestAt ?? lastAt;
  return (
    <span className="whitespace-nowrap text-right">
      <span className="sr-only">{t('best')}</span>
      {best === null ? <span className="text-12 text-ink-2">{t('unscored')}</span> : <b>{marks(best)}</b>}
      {shownDate === null ? null : <span className="block text-12 text-ink-3">{day(shownDate)}</span>}
    </span>
  );
};
