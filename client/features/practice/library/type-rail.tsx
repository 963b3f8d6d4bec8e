import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { ScenarioCard } from '#contract/bodies.ts';
import { type Filters, filterOptions } from './filters.ts';

const STAGES = ['before', 'during', 'after'] as const;

type Props = { cards: readonly ScenarioCard[]; filters: Filters; onChoose: (type: string | null) => void };

/**
 * The types in their three stages beside the list; a second press on a type clears it. Below 1100 px a select field
 * replaces it.
 */
export const TypeRail = ({ cards, filters, onChoose }: Props) => {
  const { t } = useTranslation('library');
  const options = filterOptions(cards, filters, 'type');
  const total = options.reduce((sum, { count }) => sum + count, 0);
  return (
    <nav aria-label={t('filter.type')} className="sticky top-60 self-start max-side:hidden">
      <ul>
        <li>
          <TypeEntry
            name={t('filter.all')}
            count={total}
            isChosen={filters.type === null}
            onPress={() => onChoose(null)}
          />
        </li>
      </ul>
      {STAGES.map((stage) => {
        const optionsOfStage = options.filter(
          ({ value }) => cards.find((card) => card.type === value)?.stage === stage,
        );
        if (optionsOfStage.length === 0) return null;
        return (
          <div key={stage} className="mt-10">
            <p className="px-12 text-12 text-ink-3">{t(`stage.${stage}`)}</p>
            <ul>
              {optionsOfStage.map(({ value, name, count }) => (
                <li key={value}>
                  <TypeEntry
                    name={name}
                    count={count}
                    isChosen={filters.type === value}
                    onPress={() => onChoose(filters.type === value ? null : value)}
                  />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
};

type EntryProps = { name: string; count: number; isChosen: boolean; onPress: () => void };

const TypeEntry = ({ name, count, isChosen, onPress }: EntryProps) => (
  <button
    type="button"
    aria-pressed={isChosen}
    onClick={onPress}
    className={cx(
      'flex min-h-28 w-full items-center justify-between gap-8 border-l-3 px-9 text-left',
      isChosen
        ? 'border-accent bg-tint font-semibold text-accent'
        : 'border-line text-ink-2 hover:bg-sunken hover:text-ink',
    )}
  >
    {name}
    <span className={cx('text-12', !isChosen && 'text-ink-3')}>{count}</span>
  </button>
);
