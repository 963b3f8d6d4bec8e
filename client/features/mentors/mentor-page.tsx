import './strings.ts';
import { useSearchParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { Segmented } from '#client/ui/controls/segmented.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { MentorHome } from '#contract/mentors/mentors.ts';
import { CodeForm, Invites } from './invites.tsx';
import { SchoolSection } from './school-section.tsx';
import { TraineeTable } from './trainee-table.tsx';

/** A mentor's schools: who invites them, what each school shares, and what waits for them there. */
export const MentorPage = () => {
  const { t } = useTranslation('mentors');
  useTitle(t('title'));
  const [search, setSearch] = useSearchParams();
  const isTable = search.get('view') === 'trainees';
  return (
    <div className={isTable ? undefined : 'mx-auto max-w-720'}>
      <h1 className="font-semibold text-18">{t('title')}</h1>
      <p className="mb-12 text-ink-2">{t('about')}</p>
      <OnlyFor who="staff">
        {({ role }) =>
          role === 'mentor' ? (
            <>
              <div className="mb-12">
                <Segmented
                  label={t('view.label')}
                  value={isTable ? 'trainees' : 'schools'}
                  options={(['schools', 'trainees'] as const).map((value) => ({ value, label: t(`view.${value}`) }))}
                  onChange={(view) => setSearch(view === 'trainees' ? { view } : {}, { replace: true })}
                />
              </div>
              {isTable ? <TraineeTable /> : <LoadedHome />}
            </>
          ) : (
            <Panel>
              <EmptyState
                title={t('notMentor')}
                text={t('notMentorText')}
                action={<ButtonLink to="/teach">{t('toTeach')}</ButtonLink>}
              />
            </Panel>
          )
        }
      </OnlyFor>
    </div>
  );
};

const LoadedHome = () => {
  const { t } = useTranslation('mentors');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/mentor'));
  if (loaded.state === 'ready') return <Home home={loaded.value} refresh={refresh} />;
  return (
    <Panel>
      {loaded.state === 'failed' ? (
        <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
      ) : (
        <Skeleton className="min-h-200">
          <div className="flex flex-col gap-14 p-18">
            <SkeletonBar className="w-[40%]" />
            <SkeletonBar className="w-[34%]" />
          </div>
        </Skeleton>
      )}
    </Panel>
  );
};

const Home = ({ home, refresh }: { home: MentorHome; refresh: () => void }) => (
  <>
    <Invites invites={home.invites} refresh={refresh} />
    {home.schools.map((school) => (
      <SchoolSection key={school.mentorship ?? 'own'} school={school} refresh={refresh} />
    ))}
    <CodeForm refresh={refresh} />
  </>
);
