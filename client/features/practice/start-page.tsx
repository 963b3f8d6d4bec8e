import '#client/drill/status/practice-strings.ts';
import { ArrowLeft } from 'lucide-react';
import { Link, useLocation, useSearchParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { StartCardView } from './start-card-view.tsx';

const LIBRARY = '/library';

export const StartPage = () => {
  const { t } = useTranslation('practice');
  const [search] = useSearchParams();
  const ids = (search.get('scenarios') ?? '').split(',').filter((id) => id !== '');
  const { state } = useLocation();
  useTitle(t('startCard.title'));
  return (
    <>
      <Link
        to={libraryPathIn(state)}
        className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:min-h-44"
      >
        <ArrowLeft size={14} aria-hidden="true" />
        {t('startCard.back')}
      </Link>
      {ids.length === 0 ? (
        <Panel>
          <h1 className="sr-only">{t('startCard.title')}</h1>
          <EmptyState
            title={t('startCard.none')}
            action={<ButtonLink to={LIBRARY}>{t('startCard.choose')}</ButtonLink>}
          />
        </Panel>
      ) : (
        <LoadedCard ids={ids} />
      )}
    </>
  );
};

/** The library's address with its filters and marked cases. Anything else stored in the history is ignored. */
const libraryPathIn = (state: unknown): string => {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : null;
  return typeof from === 'string' && from.startsWith(LIBRARY) ? from : LIBRARY;
};

const LoadedCard = ({ ids }: { ids: readonly string[] }) => {
  const { t } = useTranslation('practice');
  const { loaded, reload } = useLoad(pathTo('GET /api/start-card', { scenarios: ids.join(',') }));
  if (loaded.state === 'ready') return <StartCardView card={loaded.value} />;
  return (
    <Panel>
      <h1 className="sr-only">{t('startCard.title')}</h1>
      {loaded.state === 'failed' ? (
        loaded.error.code === 'unknown-scenario' ? (
          <EmptyState
            title={t('startCard.unknown')}
            text={t('startCard.unknownText')}
            action={<ButtonLink to={LIBRARY}>{t('startCard.choose')}</ButtonLink>}
          />
        ) : (
          <LoadFailed title={t('startCard.failed')} error={loaded.error} onRetry={reload} />
        )
      ) : (
        <Skeleton className="min-h-320">
          <div className="flex flex-col gap-14 p-24">
            <SkeletonBar className="w-[24%]" />
            <SkeletonBar className="w-[52%]" />
            <SkeletonBar className="w-[46%]" />
            <SkeletonBar className="w-[30%]" />
          </div>
        </Skeleton>
      )}
    </Panel>
  );
};
