import '#client/drill/status/practice-strings.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { RushForm } from './rush-form.tsx';

/** A rush: customers who come as on a day of promotion, and more than one desk takes. Nothing where no shop has any. */
export const RushPanel = () => {
  const { t } = useTranslation('practice');
  const { loaded, reload } = useLoad(pathTo('GET /api/rush'));
  if (loaded.state === 'ready' && (loaded.value.profiles.length === 0 || loaded.value.shops.length === 0)) return null;
  return (
    <Panel className="mt-16">
      {loaded.state === 'loading' ? (
        <Skeleton>
          <div className="flex h-160 flex-col gap-12 px-24 py-20">
            <SkeletonBar className="w-[14%]" />
            <SkeletonBar className="w-[42%]" />
            <SkeletonBar className="w-[60%]" />
          </div>
        </Skeleton>
      ) : loaded.state === 'failed' ? (
        <LoadFailed title={t('rush.failed')} error={loaded.error} onRetry={reload} />
      ) : (
        <RushForm menu={loaded.value} />
      )}
    </Panel>
  );
};
