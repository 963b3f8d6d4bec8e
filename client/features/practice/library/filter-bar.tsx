import { SlidersHorizontal } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Sheet } from '#client/ui/controls/sheet.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import { FilterFields, type OnFilterChange } from './filter-fields.tsx';
import { activeFilterCount, type Filters, isFiltered } from './filters.ts';

type Props = {
  cards: readonly ScenarioCard[];
  filters: Filters;
  /** How many cases the filters leave. */
  shownCount: number;
  searchRef: RefObject<HTMLInputElement | null>;
  onChange: OnFilterChange;
  onClear: () => void;
};

/** The search and the filters: beside each other on a wide screen, in a sheet on a phone; below them the library's status. */
export const FilterBar = ({ cards, filters, shownCount, searchRef, onChange, onClear }: Props) => {
  const { t } = useTranslation('library');
  const [isOpen, setIsOpen] = useState(false);
  const activeCount = activeFilterCount(filters);
  return (
    // biome-ignore lint/a11y/useSemanticElements: Chrome 109 of Windows 7 knows no <search>
    <div role="search" className="mt-12">
      <div className="flex flex-wrap items-end gap-x-16 gap-y-8">
        <TextField
          ref={searchRef}
          type="search"
          label={t('search')}
          placeholder={t('searchHint')}
          value={filters.query}
          onChange={(event) => onChange('q', event.target.value)}
          className="min-w-0 flex-[1_1_220px] side:max-w-280"
        />
        <div className="contents max-pane:hidden">
          <FilterFields cards={cards} filters={filters} onChange={onChange} hidesTypeBesideRail />
        </div>
        <Button className="pane:hidden" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
          <SlidersHorizontal size={16} aria-hidden="true" />
          {activeCount === 0 ? t('filter.open') : t('filter.openWith', { count: activeCount })}
        </Button>
      </div>
      <p className="mt-8 flex min-h-28 flex-wrap items-center gap-x-12 text-12 text-ink-3">
        <span role="status">{t('shown', { shown: shownCount, all: cards.length })}</span>
        {isFiltered(filters) ? (
          <Button kind="bare" size="s" onClick={onClear}>
            {t('filter.clear')}
          </Button>
        ) : null}
        {shownCount > 1 ? <span>{t('together.hint')}</span> : null}
        <span className="ml-auto max-side:hidden">{t('keys')}</span>
      </p>
      <Sheet
        from="bottom"
        open={isOpen}
        onOpenChange={setIsOpen}
        title={t('filter.title')}
        actions={
          <>
            <Button kind="bare" onClick={onClear}>
              {t('filter.clear')}
            </Button>
            <Button kind="primary" onClick={() => setIsOpen(false)}>
              {t('filter.done', { count: shownCount })}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-12 pb-8">
          <FilterFields cards={cards} filters={filters} onChange={onChange} />
        </div>
      </Sheet>
    </div>
  );
};
