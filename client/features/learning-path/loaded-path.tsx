import './strings.ts';
import type { ReactNode } from 'react';
import type { Path } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';

type Props<T> = { path: Path<T>; title: string; children: (value: T, refresh: () => void) => ReactNode };

/** What a page of the learning path shows, once it is there. */
export const LoadedPath = <T,>({ path, title, children }: Props<T>) => {
  const { t } = useTranslation('learning-path');
  const { loaded, reload, refresh } = useLoad(path);
  if (loaded.state === 'ready') return children(loaded.value, refresh);
  return (
    <>
      <h1 className="sr-only">{title}</h1>
      {loaded.state === 'failed' ? (
        <Panel>
          <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
        </Panel>
      ) : (
        <Skeleton>
          <Panel className="flex h-200 flex-col gap-12 p-24">
            <SkeletonBar className="w-[20%]" />
            <SkeletonBar className="w-[60%]" />
          </Panel>
        </Skeleton>
      )}
    </>
  );
};
