import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ChoiceRow } from '#client/ui/controls/choice-row.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { cx } from '#client/ui/cx.ts';
import type { ScenarioCard } from '#contract/bodies.ts';
import { type Choice, type Filters, filterOptions } from './filters.ts';

export type OnFilterChange = (name: Choice | 'q' | 'fresh', value: string | null) => void;
type Props = {
  cards: readonly ScenarioCard[];
  filters: Filters;
  onChange: OnFilterChange;
  /** Where the page has room for the rail of types, that shows them and the field does not. */
  hidesTypeBesideRail?: boolean;
};

/** Drawn as lists to choose from; the level has buttons of its own. */
const FIELDS = ['type', 'shop', 'persona'] as const;

/** The choices: beside the search on a wide screen, in a sheet on a phone. Each option says what it would show. */
export const FilterFields = ({ cards, filters, onChange, hidesTypeBesideRail = false }: Props) => {
  const { t } = useTranslation('library');
  return (
    <>
      {FIELDS.map((choice) => {
        const options = filterOptions(cards, filters, choice);
        const total = options.reduce((sum, { count }) => sum + count, 0);
        return (
          <SelectField
            key={choice}
            label={t(`filter.${choice}`)}
            value={filters[choice] ?? ''}
            onChange={(event) => onChange(choice, event.target.value)}
            choices={[
              { value: '', label: t('filter.allOf', { count: total }) },
              ...options.map(({ value, name, count }) => ({ value, label: t('filter.option', { name, count }) })),
            ]}
            className={cx('w-144 max-pane:w-full', choice === 'type' && hidesTypeBesideRail && 'side:hidden')}
          />
        );
      })}
      <div>
        <p aria-hidden="true" className="mb-3 text-12 text-ink-2">
          {t('filter.level')}
        </p>
        <ChoiceRow
          label={t('filter.level')}
          size="m"
          value={filters.level}
          options={filterOptions(cards, filters, 'level').map(({ value }) => ({
            value,
            label: t('level', { level: value }),
          }))}
          onChange={(level) => onChange('level', level)}
        />
      </div>
      <label className="flex h-30 items-center gap-8 max-pane:h-44">
        <input
          type="checkbox"
          checked={filters.isNeverDone}
          onChange={(event) => onChange('fresh', event.target.checked ? '1' : null)}
          className="size-16 accent-accent-solid"
        />
        {t('filter.fresh')}
      </label>
    </>
  );
};
