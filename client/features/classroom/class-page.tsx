import './strings.ts';
import { ArrowLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ClassBody } from '#contract/people.ts';
import { endpoints } from '../../lib/endpoints.ts';
import { isTeacher } from '../../lib/me.ts';
import { useLoad } from '../../lib/use-load.ts';
import { useTitle } from '../../lib/use-title.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadFailed } from '../../ui/load-failed.tsx';
import { OnlyFor } from '../../ui/only-for.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx';
import { ClassHead } from './class-head.tsx';
import { Roster } from './roster.tsx';

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
          <LoadedClass key={id} id={id} writes={isTeacher(person.role)} />
        </>
      )}
    </OnlyFor>
  );
};

const LoadedClass = ({ id, writes }: { id: string; writes: boolean }) => {
  const { t } = useTranslation('classroom');
  const { loaded, again, refresh } = useLoad<ClassBody>(endpoints.schoolClass(id));
  useTitle(loaded.state === 'ready' ? loaded.value.name : t('class.title'));
  if (loaded.state === 'ready') {
    const body = loaded.value;
    return (
      <>
        <ClassHead body={body} writes={writes} onChanged={refresh} />
        <Roster body={body} writes={writes} onChanged={refresh} />
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
      ) : (
        <LoadFailed title={t('class.failed')} error={loaded.error} again={again} />
      )}
    </Panel>
  );
};
