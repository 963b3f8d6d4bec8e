import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { HotSpotsPart } from './hot-spots-part.tsx';

/** What the school's drills were about, for its staff. */
export const DrillSpots = () => {
  const { t } = useTranslation('analysis');
  const { loaded, reload } = useLoad(pathTo('GET /api/hot-spots'));
  if (loaded.state === 'loading') return <SpotsWaiting />;
  if (loaded.state === 'failed')
    return (
      <Panel className="mt-28">
        <LoadFailed title={t('spots.failed')} error={loaded.error} onRetry={reload} />
      </Panel>
    );
  return <HotSpotsPart id="drill-spots" title={t('spots.drills')} note={t('spots.drillsNote')} spots={loaded.value} />;
};

export const SpotsWaiting = () => (
  <Panel>
    <Skeleton className="flex min-h-200 flex-col gap-14 p-18">
      <SkeletonBar className="w-[40%]" />
      <SkeletonBar className="w-[34%]" />
    </Skeleton>
  </Panel>
);
