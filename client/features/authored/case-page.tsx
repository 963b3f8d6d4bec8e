import './strings.ts';
import { ArrowLeft } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { CaseCards } from './case-cards.tsx';
import { CaseHead } from './case-head.tsx';
import { CaseRecord } from './case-record.tsx';
import { VersionDiff } from './version-diff.tsx';
import { VersionTable } from './version-table.tsx';

/** One case of the school: its versions, which of them trainees get, and who did what. */
export const AuthoredCasePage = () => {
  const { t } = useTranslation('authored');
  const { id = '' } = useParams();
  return (
    <OnlyFor who="teacher">
      {() => (
        <>
          <Link
            to="/authored"
            className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:min-h-44"
          >
            <ArrowLeft size={14} aria-hidden="true" />
            {t('title')}
          </Link>
          <LoadedCase key={id} id={id} />
        </>
      )}
    </OnlyFor>
  );
};

const LoadedCase = ({ id }: { id: string }) => {
  const { t } = useTranslation('authored');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/authored/:id', { id }));
  useTitle(loaded.state === 'ready' ? loaded.value.title : t('title'));
  if (loaded.state === 'ready') {
    const body = loaded.value;
    return (
      <>
        <CaseHead body={body} onChanged={refresh} />
        <VersionTable body={body} onChanged={refresh} />
        <CaseCards body={body} />
        {body.all.length > 1 ? <VersionDiff key={body.all.length} body={body} /> : null}
        <CaseRecord body={body} />
      </>
    );
  }
  return (
    <Panel>
      <h1 className="sr-only">{t('title')}</h1>
      {loaded.state === 'loading' ? (
        <Skeleton className="min-h-320">
          <div className="flex flex-col gap-14 p-24">
            <SkeletonBar className="w-[20%]" />
            <SkeletonBar className="w-[60%]" />
            <SkeletonBar className="w-[50%]" />
          </div>
        </Skeleton>
      ) : loaded.error.code === 'unknown-case' ? (
        <EmptyState
          title={t('unknown')}
          text={t('unknownText')}
          action={<ButtonLink to="/authored">{t('toList')}</ButtonLink>}
        />
      ) : (
        <LoadFailed title={t('caseFailed')} error={loaded.error} onRetry={reload} />
      )}
    </Panel>
  );
};
