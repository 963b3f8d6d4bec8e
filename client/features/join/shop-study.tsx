import '#client/drill/status/practice-strings.ts';
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { useShop } from '#client/drill/model/drill-shops.ts';
import { ShopFacts } from '#client/drill/shop/shop-facts.tsx';
import { ShopSections } from '#client/drill/shop/shop-sections.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { searchShop } from '#client/lib/shop-search.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import type { ShopBody } from '#contract/bodies.ts';

/** One shop of the run. Its goods and rules open on this page: a trainee who left it would miss the start. */
export const ShopStudy = ({ id }: { id: string }) => {
  const { t } = useTranslation('join');
  const shop = useShop(id);
  const [isOpen, setIsOpen] = useState(false);
  const panel = useId();
  if (shop === null) return null;
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <section aria-label={shop.name} className="mt-12">
      <Panel className="px-24 py-16 max-pane:px-14">
        <dl className="grid grid-cols-[minmax(64px,auto)_minmax(0,1fr)] gap-x-12 gap-y-8 [&>dt]:text-ink-3">
          <ShopFacts shop={shop} />
        </dl>
        <Button
          className="mt-12"
          size="l"
          aria-expanded={isOpen}
          aria-controls={panel}
          onClick={() => setIsOpen(!isOpen)}
        >
          <Icon size={16} aria-hidden="true" />
          {t(isOpen ? 'ui:fold' : 'study.open')}
        </Button>
      </Panel>
      <div id={panel}>{isOpen ? <ShopContents shop={shop} /> : null}</div>
    </section>
  );
};

const ShopContents = ({ shop }: { shop: ShopBody }) => {
  const { t } = useTranslation('practice');
  const [query, setQuery] = useState('');
  const deferredQuery = useDeferredValue(query.trim());
  const matches = useMemo(() => searchShop(shop, deferredQuery), [shop, deferredQuery]);
  return (
    <div className="mt-12">
      <TextField
        type="search"
        label={t('shop.search')}
        placeholder={t('shop.searchHint')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        className="mb-12"
      />
      {matches.count === 0 ? (
        <Panel>
          <EmptyState title={t('shop.nothing', { words: deferredQuery })} text={t('shop.nothingText')} />
        </Panel>
      ) : (
        <ShopSections matches={matches} query={deferredQuery} />
      )}
    </div>
  );
};
