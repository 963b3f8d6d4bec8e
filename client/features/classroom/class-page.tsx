import './strings.ts';
import { ArrowLeft } from 'lucide-react';
import { Link, useParams } from 'react-router';
import { Roster } from '#client/features/classroom/roster/roster.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { ClassHead } from './class-head.tsx';

export const ClassPage = () => {
  const { t } = useTranslation('classroom');
  const { id = '' } = useParams();
  return (
    <OnlyFor who="staff">
      {(person) => (
        <>
          <Link
            to="/teach"
            className="mb-8 inline-flex items-center gap-4 text-ink-2 no-underline hover:text-ink max-pane:min-h-44"
          >
            <ArrowLeft size={14} aria-hidden="true" />
            {t('teach.title')}
          </Link>
          <LoadedClass key={id} id={id} mayWrite={isTeacher(person.role)} />
        </>
      )}
    </OnlyFor>
  );
};

const LoadedClass = ({ id, mayWrite }: { id: string; mayWrite: boolean }) => {
  const { t } = useTranslation('classroom');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/classes/:id', { id }));
  useTitle(loaded.state === 'ready' ? loaded.value.name : t('class.title'));
  if (loaded.state === 'ready') {
    const body = loaded.value;
    return (
      <>
        <ClassHead body={body} mayWrite={mayWrite} onChanged={refresh} />
        <Roster body={body} mayWrite={mayWrite} onChanged={refresh} />
      </>
    );
  }
  return (
    <Panel>
      <h1 className="sr-only">{t('class.title')}</h1>
      {loaded.state === 'loading' ? (
        <Skeleton className="min-h-320">
          <div className="flex flex-col gap-14 p-24">
            <SkeletonBar className="w-[20%]" />
            <SkeletonBar className="w-[60%]" />
            <SkeletonBar className="w-[50%]" />
          </div>
        </Skeleton>
      ) : loaded.error.code === 'unknown-class' ? (
        <EmptyState
          title={t('class.unknown')}
          text={t('class.unknownText')}
          action={<ButtonLink to="/teach">{t('class.toTeach')}</ButtonLink>}
        />
      ) : loaded.error.code === 'not-shared' ? (
        <EmptyState
          title={t('class.notShared')}
          text={loaded.error.message}
          action={<ButtonLink to="/teach">{t('class.toTeach')}</ButtonLink>}
        />
      ) : (
        <LoadFailed title={t('class.failed')} error={loaded.error} onRetry={reload} />
      )}
    </Panel>
  );
};
