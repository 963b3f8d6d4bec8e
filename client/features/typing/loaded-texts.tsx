import type { ReactNode } from 'react';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { TypingTexts } from '#contract/wire/typing.ts';

/** All texts, once they are there. A library without any has nothing to type. */
export const LoadedTexts = ({ children }: { children: (texts: TypingTexts) => ReactNode }) => {
  const { t } = useTranslation('typing');
  const { loaded, reload } = useLoad(pathTo('GET /api/typing'));
  if (loaded.state === 'ready' && loaded.value.long.length > 0 && loaded.value.short.length > 0)
    return children(loaded.value);
  return (
    <Panel>
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
