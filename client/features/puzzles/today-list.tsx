import { Link } from 'react-router';
import { usePuzzleDevice } from '#client/features/puzzles/model/device.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { PuzzleMenu } from '#contract/practice/puzzles.ts';

/** +9, −12, or ±0. */
export const signed = (n: number): string => (n === 0 ? '±0' : `${n > 0 ? '+' : '−'}${Math.abs(n)}`);

/** The name of a credit in the sentences. */
export const creditName = (credit: number): string => (credit === 0.5 ? 'half' : String(credit));

/** The day's three, each with what came of it. `current`: the one on screen. */
export const TodayList = ({ menu, current }: { menu: PuzzleMenu; current: string | null }) => {
  const { t } = useTranslation('puzzles');
  const solved = usePuzzleDevice((state) => state.solved);
  const pad = current === null ? 'px-24 max-pane:px-14' : 'px-14';
  const cards = menu.today.flatMap((id) => menu.puzzles.find((puzzle) => puzzle.id === id) ?? []);
  return (
    <nav aria-label={t('today')} className="flex min-h-0 flex-col">
      <div className={cx('flex h-40 shrink-0 items-center justify-between border-line border-b max-pane:h-44', pad)}>
        <h2 className="font-semibold">{t('today')}</h2>
        <span className="text-12 text-ink-3">{menu.date.slice(5)}</span>
      </div>
      <ol>
        {cards.map((card, index) => {
          const own = solved[card.id];
          const isCurrent = card.id === current;
          return (
            <li key={card.id} className="border-line border-b last:border-b-0">
              <Link
                to={`/puzzles/${card.id}`}
                aria-current={isCurrent ? 'page' : undefined}
                className={cx(
                  'relative grid grid-cols-[24px_minmax(0,1fr)_auto] gap-x-8 py-8 text-ink no-underline focus-visible:-outline-offset-2',
                  pad,
                  isCurrent
                    ? 'bg-tint before:absolute before:inset-y-0 before:left-0 before:w-3 before:bg-accent-solid'
                    : 'hover:bg-soft',
                )}
              >
                <span className="grid size-20 place-items-center rounded-3 border border-edge text-12">
                  {index + 1}
                </span>
                <span lang="zh-CN" className={cx('cut', own === undefined && 'font-semibold')}>
                  {card.title}
                </span>
                <span
                  className={cx(
                    'justify-self-end text-12',
                    own !== undefined && own.delta < 0 ? 'text-bad' : 'text-good',
                  )}
                >
                  {own === undefined ? '' : signed(own.delta)}
                </span>
                <span className="col-start-2 text-12 text-ink-3">
                  {t('typeAndLevel', { type: card.typeName, level: t(`level.${card.level}`) })}
                </span>
                <span className="justify-self-end text-12 text-ink-3">
                  {card.sealed ? t('sealed') : own === undefined ? '' : t(`credit.${creditName(own.credit)}`)}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
};
