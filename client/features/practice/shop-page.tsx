import '#client/drill/status/practice-strings.ts';
import { ArrowLeft } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { ShopSections } from '#client/drill/shop/shop-sections.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { searchShop } from '#client/lib/shop-search.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { ShopHead } from './shop-head.tsx';
import { ShopNav } from './shop-nav.tsx';
import { useRowOfAddress } from './use-row-of-address.ts';

/** 熟悉店铺: everything one may look up at the desk, without a clock. */
export const ShopPage = () => {
  const { t } = useTranslation('practice');
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const scenarios = search.get('scenarios');
  const { loaded, reload } = useLoad(pathTo('GET /api/shops/:id', { id }));
  useTitle(loaded.state === 'ready' ? loaded.value.name : t('shop.title'));
  if (loaded.state === 'ready') return <Shop shop={loaded.value} scenarios={scenarios} />;
  return (
    <Panel>
      <h1 className="sr-only">{t('shop.title')}</h1>
      {loaded.state === 'failed' ? (
        <LoadFailed title={t('shop.failed')} error={loaded.error} onRetry={reload} />
      ) : (
        <Skeleton className="min-h-320">
          <div className="flex flex-col gap-14 p-24">
            <SkeletonBar className="w-[20%]" />
            <SkeletonBar className="w-[60%]" />
            <SkeletonBar className="w-[50%]" />
          </div>
        </Skeleton>
      )}
    </Panel>
  );
};

const Shop = ({ shop, scenarios }: { shop: ShopBody; scenarios: string | null }) => {
  const { t } = useTranslation('practice');
  const [query, setQuery] = useState('');
  const deferredQuery = useDeferredValue(query.trim());
  const matches = useMemo(() => searchShop(shop, deferredQuery), [shop, deferredQuery]);
  useRowOfAddress();
  const backPath = scenarios === null ? '/library' : `/start?scenarios=${scenarios}`;
  return (
    <>
      <ShopHead shop={shop} query={query} onQuery={setQuery} backPath={backPath} scenarios={scenarios} />
      {matches.count === 0 ? (
        <Panel className="mt-12">
          <EmptyState title={t('shop.nothing', { words: deferredQuery })} text={t('shop.nothingText')} />
        </Panel>
      ) : (
        <div className="mt-16 grid grid-cols-[168px_minmax(0,1fr)] items-start gap-x-24 max-side:grid-cols-1">
          <ShopNav matches={matches} />
          <ShopSections matches={matches} query={deferredQuery} />
        </div>
      )}
      {scenarios === null ? null : (
        <ButtonLink to={backPath} className="mt-16">
          <ArrowLeft size={14} aria-hidden="true" />
          {t('shop.back')}
        </ButtonLink>
      )}
    </>
  );
};
