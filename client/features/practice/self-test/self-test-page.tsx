import './strings.ts';
import { ArrowLeft } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { shopPath } from '#client/features/practice/shop-path.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { FiveCards } from './five-cards.tsx';
import { randomSeed, seedIn } from './seeds.ts';

/** 自测: five cards on a shop. The number in the address draws them, so the same address asks a whole class the same. */
export const SelfTestPage = () => {
  const { t } = useTranslation('selftest');
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const seed = seedIn(search);
  const scenarios = search.get('scenarios');
  useTitle(t('plain'));
  useEffect(() => {
    if (seed !== null) return;
    setSearch(
      (now) => {
        const next = new URLSearchParams(now);
        next.set('seed', String(randomSeed()));
        return next;
      },
      { replace: true },
    );
  }, [seed, setSearch]);
  return (
    <div className="mx-auto max-w-720">
      <Link
        to={shopPath(id, scenarios)}
        className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:min-h-44"
      >
        <ArrowLeft size={14} aria-hidden="true" />
        {t('back')}
      </Link>
      {seed === null ? null : <LoadedTest key={seed} id={id} seed={seed} scenarios={scenarios} />}
    </div>
  );
};

type Props = { id: string; seed: number; scenarios: string | null };

const LoadedTest = ({ id, seed, scenarios }: Props) => {
  const { t } = useTranslation('selftest');
  const { loaded, reload } = useLoad(pathTo('GET /api/shops/:id/self-test', { id, seed: String(seed) }));
  if (loaded.state === 'ready' && loaded.value.cards.length > 0)
    return <FiveCards test={loaded.value} scenarios={scenarios} />;
  return (
    <Panel>
      <h1 className="sr-only">{t('plain')}</h1>
      {loaded.state === 'ready' ? (
        <EmptyState title={t('none')} text={t('noneText')} />
      ) : loaded.state === 'failed' ? (
        <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
      ) : (
        <Skeleton className="min-h-320">
          <div className="flex flex-col gap-14 p-24">
            <SkeletonBar className="w-[24%]" />
            <SkeletonBar className="w-[70%]" />
          </div>
        </Skeleton>
      )}
    </Panel>
  );
};
