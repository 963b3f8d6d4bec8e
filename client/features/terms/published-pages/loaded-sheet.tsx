import '#client/features/terms/published/strings.ts';
import type { ReactNode } from 'react';
import type { Path } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';

type Props<T> = { path: Path<T>; title: string; children: (value: T, refresh: () => void) => ReactNode };

/** A published sheet, once it is there; one that isn't theirs says how they may get to their own. */
export const LoadedSheet = <T,>({ path, title, children }: Props<T>) => {
  const { t } = useTranslation('published-sheets');
  const { loaded, reload, refresh } = useLoad(path);
  if (loaded.state === 'ready') return children(loaded.value, refresh);
  return (
    <Panel>
      <h1 className="sr-only">{title}</h1>
      {loaded.state === 'loading' ? (
        <Skeleton className="min-h-320">
          <div className="flex flex-col gap-14 p-24">
            <SkeletonBar className="w-[20%]" />
            <SkeletonBar className="w-[70%]" />
            <SkeletonBar className="w-[60%]" />
          </div>
        </Skeleton>
      ) : loaded.error.code === 'unknown-sheet' ? (
        <EmptyState
          title={t('own.unknown')}
          text={t('own.unknownText')}
          action={<ButtonLink to="/">{t('ui:home')}</ButtonLink>}
        />
      ) : (
        <LoadFailed title={t('own.failed')} error={loaded.error} onRetry={reload} />
      )}
    </Panel>
  );
};
