import './strings.ts';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Path } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';

type Props<T> = { path: Path<T>; title: string; children: (value: T, refresh: () => void) => ReactNode };

/** What a page of terms shows, once it is there. */
export const LoadedTerm = <T,>({ path, title, children }: Props<T>) => {
  const { t } = useTranslation('terms');
  const { loaded, reload, refresh } = useLoad(path);
  if (loaded.state === 'ready') return children(loaded.value, refresh);
  const isUnknown =
    loaded.state === 'failed' && (loaded.error.code === 'unknown-class' || loaded.error.code === 'unknown-term');
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
      ) : isUnknown ? (
        <EmptyState title={t('unknown')} text={t('unknownText')} />
      ) : (
        <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
      )}
    </Panel>
  );
};

/** The way back, above a page's head. */
export const BackLink = ({ to, children }: { to: string; children: ReactNode }) => (
  <Link
    to={to}
    className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:min-h-44"
  >
    <ArrowLeft size={14} aria-hidden="true" />
    {children}
  </Link>
);
