import '#client/drill/status/practice-strings.ts';
import './strings.ts';
import { useCallback, useDeferredValue, useMemo, useRef } from 'react';
import { Link } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import { CaseGroups } from './case-groups.tsx';
import { FilterBar } from './filter-bar.tsx';
import { isFiltered, markedCards, matchingCards, readFilters, withoutFilters, withParam } from './filters.ts';
import { TogetherBar } from './together-bar.tsx';
import { TypeRail } from './type-rail.tsx';
import { useAddress } from './use-address.ts';
import { useSlashKey } from './use-slash-key.ts';

/** 案例库: every case that can be practised, with what narrows it down in the address. */
export const LibraryPage = () => {
  const { t } = useTranslation('library');
  useTitle(t('title'));
  const { loaded, reload } = useLoad(pathTo('GET /api/scenarios'));
  if (loaded.state === 'ready' && loaded.value.length > 0) return <Library cards={loaded.value} />;
  return (
    <>
      <h1 className="mb-12 font-semibold text-18">{t('title')}</h1>
      <Panel>
        {loaded.state === 'ready' ? (
          <EmptyState title={t('empty')} text={t('emptyText')} />
        ) : loaded.state === 'failed' ? (
          <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
        ) : (
          <Skeleton className="min-h-[640px]">
            <div className="flex flex-col gap-28 p-24">
              <SkeletonBar className="w-[24%]" />
              <SkeletonBar className="w-[60%]" />
              <SkeletonBar className="w-[52%]" />
              <SkeletonBar className="w-[56%]" />
            </div>
          </Skeleton>
        )}
      </Panel>
    </>
  );
};

const Library = ({ cards }: { cards: readonly ScenarioCard[] }) => {
  const { t } = useTranslation('library');
  const [search, changeAddress] = useAddress();
  const searchRef = useRef<HTMLInputElement>(null);
  useSlashKey(searchRef);

  const filters = useMemo(() => readFilters(search, cards), [search, cards]);
  // The field answers every key at once, the list when there is time.
  const deferredFilters = useDeferredValue(filters);
  const shownCards = useMemo(() => matchingCards(cards, deferredFilters), [cards, deferredFilters]);
  const marked = useMemo(() => markedCards(search, cards), [search, cards]);

  const changeParam = useCallback(
    (name: string, value: string | null) => changeAddress((current) => withParam(current, name, value)),
    [changeAddress],
  );
  const clearFilters = () => changeAddress(withoutFilters);
  const toggleMark = useCallback(
    (card: ScenarioCard) =>
      changeAddress((address) => {
        const ids = markedCards(address, cards).map(({ id }) => id);
        const nextMarked = ids.includes(card.id) ? ids.filter((id) => id !== card.id) : [...ids, card.id];
        return withParam(address, 'with', nextMarked.join(','));
      }),
    [changeAddress, cards],
  );

  const shop = marked[0]?.shop ?? null;
  return (
    <>
      <LibraryHead cards={cards} />
      <div className="grid grid-cols-[184px_minmax(0,1fr)] gap-x-24 max-side:grid-cols-1">
        <div className="side:col-span-2">
          <FilterBar
            cards={cards}
            filters={filters}
            shownCount={shownCards.length}
            searchRef={searchRef}
            onChange={changeParam}
            onClear={clearFilters}
          />
        </div>
        <TypeRail cards={cards} filters={filters} onChoose={(type) => changeParam('type', type)} />
        <div className="min-w-0">
          {shownCards.length === 0 ? (
            <Panel>
              <EmptyState
                title={
                  deferredFilters.query.trim() === ''
                    ? t('nothing')
                    : t('nothingWords', { query: deferredFilters.query.trim() })
                }
                text={t('nothingText')}
                action={
                  isFiltered(deferredFilters) ? <Button onClick={clearFilters}>{t('filter.clear')}</Button> : undefined
                }
              />
            </Panel>
          ) : (
            <CaseGroups cards={shownCards} markedCards={marked} onMark={toggleMark} />
          )}
        </div>
      </div>
      <TogetherBar
        markedCards={marked}
        onOnlyShop={filters.shop === shop ? null : () => changeParam('shop', shop)}
        onNone={() => changeParam('with', null)}
      />
    </>
  );
};

/** How much there is, and the way to what each shop sells and promises. */
const LibraryHead = ({ cards }: { cards: readonly ScenarioCard[] }) => {
  const { t } = useTranslation('library');
  const shops = new Map(cards.map((card) => [card.shop, card.shopName]));
  const types = new Set(cards.map((card) => card.type)).size;
  return (
    <div className="flex flex-wrap items-baseline gap-x-12 gap-y-2">
      <h1 className="font-semibold text-18">{t('title')}</h1>
      <span className="text-12 text-ink-3">{t('count', { types, cases: cards.length, shops: shops.size })}</span>
      <p className="ml-auto flex items-baseline gap-x-12 whitespace-nowrap text-12 text-ink-3 max-pane:-mr-14 max-pane:ml-0 max-pane:w-[calc(100%+14px)] max-pane:overflow-x-auto max-pane:pr-14">
        {t('shops')}
        {[...shops].map(([id, name]) => (
          <Link
            key={id}
            to={`/shop/${id}`}
            className="link max-pane:inline-flex max-pane:min-h-44 max-pane:items-center"
          >
            {name}
          </Link>
        ))}
      </p>
    </div>
  );
};
