import './strings.ts';
import { useCallback, useDeferredValue, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { ScenarioCard } from '#contract/bodies.ts';
import { CaseGroups } from './case-groups.tsx';
import { FilterBar } from './filter-bar.tsx';
import { fittingCards, isFiltered, markedIn, readFilters, withoutFilters, withParam } from './filters.ts';
import { TogetherBar } from './together-bar.tsx';
import { TypeRail } from './type-rail.tsx';
import { useAddress } from './use-address.ts';
import { useSlashKey } from './use-slash-key.ts';

/** 案例库: every case that can be practised, with what narrows it down in the address. */
export const LibraryPage = () => {
  const { t } = useTranslation('library');
  useTitle(t('title'));
  const { loaded, again } = useLoad(pathTo('GET /api/scenarios'));
  if (loaded.state === 'ready' && loaded.value.length > 0) return <Library cards={loaded.value} />;
  return (
    <>
      <h1 className="mb-12 font-semibold text-18">{t('title')}</h1>
      <Panel>
        {loaded.state === 'ready' ? (
          <EmptyState title={t('empty')} text={t('emptyText')} />
        ) : loaded.state === 'failed' ? (
          <LoadFailed title={t('failed')} error={loaded.error} again={again} />
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
  const { pathname, search: query } = useLocation();
  const field = useRef<HTMLInputElement>(null);
  useSlashKey(field);

  const filters = useMemo(() => readFilters(search, cards), [search, cards]);
  // The field answers every key at once, the list when there is time.
  const deferredFilters = useDeferredValue(filters);
  const shown = useMemo(() => fittingCards(cards, deferredFilters), [cards, deferredFilters]);
  const marked = useMemo(() => markedIn(search, cards), [search, cards]);

  const change = useCallback(
    (name: string, value: string | null) => changeAddress((now) => withParam(now, name, value)),
    [changeAddress],
  );
  const clear = () => changeAddress(withoutFilters);
  const mark = useCallback(
    (card: ScenarioCard) =>
      changeAddress((address) => {
        const ids = markedIn(address, cards).map(({ id }) => id);
        const nextMarked = ids.includes(card.id) ? ids.filter((id) => id !== card.id) : [...ids, card.id];
        return withParam(address, 'with', nextMarked.join(','));
      }),
    [changeAddress, cards],
  );

  const shop = marked[0]?.shop ?? null;
  return (
    <>
      <Head cards={cards} />
      <div className="grid grid-cols-[184px_minmax(0,1fr)] gap-x-24 max-side:grid-cols-1">
        <div className="side:col-span-2">
          <FilterBar
            cards={cards}
            filters={filters}
            shownCount={shown.length}
            searchRef={field}
            onChange={change}
            onClear={clear}
          />
        </div>
        <TypeRail cards={cards} filters={filters} onChoose={(type) => change('type', type)} />
        <div className="min-w-0">
          {shown.length === 0 ? (
            <Panel>
              <EmptyState
                title={
                  deferredFilters.words.trim() === ''
                    ? t('nothing')
                    : t('nothingWords', { query: deferredFilters.words.trim() })
                }
                text={t('nothingText')}
                action={isFiltered(deferredFilters) ? <Button onClick={clear}>{t('filter.clear')}</Button> : undefined}
              />
            </Panel>
          ) : (
            <CaseGroups cards={shown} marked={marked} onMark={mark} />
          )}
        </div>
      </div>
      <TogetherBar
        marked={marked}
        from={`${pathname}${query}`}
        onOnlyShop={filters.shop === shop ? null : () => change('shop', shop)}
        onNone={() => change('with', null)}
      />
    </>
  );
};

/** How much there is, and the way to what each shop sells and promises. */
const Head = ({ cards }: { cards: readonly ScenarioCard[] }) => {
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
