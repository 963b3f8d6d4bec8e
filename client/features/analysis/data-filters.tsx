import { distinctValues, type Filter, NO_FILTER, type Wait } from '#client/features/analysis/model/service-data.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import type { Analysis, ServiceRow } from '#contract/analysis.ts';

type Props = {
  kind: Analysis['kind'];
  rows: readonly ServiceRow[];
  /** Seconds within which a first response is in time. */
  passS: number;
  shownCount: number;
  filter: Filter;
  onChange: (filter: Filter) => void;
};

const WAITS: readonly Exclude<Wait, 'any'>[] = ['in-time', 'late', 'never'];

/** Chooses the conversations to look at; chart and table show the same choice. */
export const DataFilters = ({ kind, rows, passS, shownCount, filter, onChange }: Props) => {
  const { t } = useTranslation('analysis');
  const anyValue = { value: '', label: t('filter.all') };
  const change = (changes: Partial<Filter>) => onChange({ ...filter, ...changes });
  const ratings = distinctValues(rows, ({ rating }) => String(rating ?? 'none')).toSorted();
  // A table that doesn't say a thing isn't asked for it.
  const has = (read: (row: ServiceRow) => string) => kind === 'drills' || rows.some((row) => read(row) !== '');
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  return (
    <fieldset className="m-0 flex flex-wrap items-end gap-x-12 gap-y-8 border-0 p-0">
      <legend className="sr-only">{t('filter.label')}</legend>
      {(kind === 'drills' ? [] : (['who', 'type'] as const)).map((key) => {
        const values = distinctValues(rows, (row) => row[key]).filter((value) => value !== '');
        return values.length < 2 ? null : (
          <SelectField
            key={key}
            label={t(`by.${key}`)}
            className="w-120 max-pane:min-w-0 max-pane:flex-1"
            value={filter[key]}
            onChange={(event) => change({ [key]: event.target.value })}
            choices={[anyValue, ...values.map((value) => ({ value, label: value }))]}
          />
        );
      })}
      {has(({ title }) => title) ? (
        <SelectField
          label={t(kind === 'drills' ? 'filter.title' : 'filter.shop')}
          className="w-200 max-pane:w-full"
          value={filter.title}
          onChange={(event) => change({ title: event.target.value })}
          choices={[anyValue, ...distinctValues(rows, ({ title }) => title).map((value) => ({ value, label: value }))]}
        />
      ) : null}
      {has(({ outcome }) => outcome) ? (
        <SelectField
          label={t('filter.outcome')}
          className="w-120 max-pane:min-w-0 max-pane:flex-1"
          value={filter.outcome}
          onChange={(event) => change({ outcome: event.target.value })}
          choices={[
            anyValue,
            ...distinctValues(rows, ({ outcome }) => outcome).map((value) => ({ value, label: value })),
          ]}
        />
      ) : null}
      {has(({ rating }) => (rating === null ? '' : 'rated')) ? (
        <SelectField
          label={t('filter.rating')}
          className="w-100 max-pane:min-w-0 max-pane:flex-1"
          value={filter.rating}
          onChange={(event) => change({ rating: event.target.value })}
          choices={[
            anyValue,
            ...ratings.map((value) => ({
              value,
              label: value === 'none' ? t('filter.none') : t('filter.stars', { n: value }),
            })),
          ]}
        />
      ) : null}
      {has(({ firstS }) => (firstS === null ? '' : 'measured')) ? (
        <SelectField
          label={t('filter.wait')}
          className="w-120 max-pane:min-w-0 max-pane:flex-1"
          value={filter.wait}
          onChange={(event) => change({ wait: event.target.value as Wait })}
          choices={[
            { value: 'any', label: t('filter.all') },
            ...WAITS.map((value) => ({ value, label: t(`filter.${value}`, { seconds: passS }) })),
          ]}
        />
      ) : null}
      <p className="flex h-30 items-center text-12 text-ink-3 max-pane:h-auto max-pane:w-full" role="status">
        {t(kind === 'agent-days' ? 'filter.rows' : 'filter.count', { n: shownCount, all: rows.length })}
      </p>
      {isFiltered ? (
        <Button kind="bare" onClick={() => onChange(NO_FILTER)}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </fieldset>
  );
};
