import './strings.ts';
import { Plus } from 'lucide-react';
import { pathTo } from '#client/lib/endpoints.ts';
import { isTeacher, usePerson } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { RunRow } from '#contract/runs.ts';
import { ClassList } from './class-list.tsx';
import { OpenRun } from './open-run.tsx';
import { kindOf } from './run-path.ts';
import { RunTable } from './run-table.tsx';

/** Where a teacher begins: the run that is open, those before it, the classes. */
export const TeachPage = () => {
  const { t } = useTranslation('classroom');
  useTitle(t('teach.title'));
  return (
    <OnlyFor who="staff">
      {(person) => (
        <>
          {person.weakPassword ? (
            <Notice
              tone="warn"
              className="mb-12"
              action={
                <ButtonLink size="s" to="/account">
                  {t('teach.weakGo')}
                </ButtonLink>
              }
            >
              {t('teach.weak')}
            </Notice>
          ) : null}
          <TeachSections mayWrite={isTeacher(person.role)} />
        </>
      )}
    </OnlyFor>
  );
};

const TeachSections = ({ mayWrite }: { mayWrite: boolean }) => {
  const { t } = useTranslation('classroom');
  const runs = useLoad(pathTo('GET /api/runs'));
  const classes = useLoad(pathTo('GET /api/classes'));
  const person = usePerson();
  return (
    <>
      <div className="mb-12 flex flex-wrap items-center gap-8">
        <h1 className="min-w-0 flex-1 font-semibold text-18 max-pane:basis-full">{t('teach.title')}</h1>
        {mayWrite ? (
          <>
            <ButtonLink to="/contests">{t('contests')}</ButtonLink>
            <ButtonLink to="/papers/new">{t('newPaper')}</ButtonLink>
            <ButtonLink to="/exams/new">{t('newExam')}</ButtonLink>
            <ButtonLink to="/projects/new">{t('newProject')}</ButtonLink>
            <ButtonLink kind="primary" to="/runs/new">
              <Plus size={14} aria-hidden="true" />
              {t('newRun.title')}
            </ButtonLink>
          </>
        ) : null}
      </div>
      {person?.role === 'mentor' ? <p className="mb-12 text-ink-2">{t('teach.kept')}</p> : null}
      {runs.loaded.state === 'ready' ? (
        <RunSections runs={runs.loaded.value} mayWrite={mayWrite} />
      ) : (
        <Panel>
          {runs.loaded.state === 'failed' ? (
            <LoadFailed title={t('teach.runsFailed')} error={runs.loaded.error} onRetry={runs.reload} />
          ) : (
            <SectionSkeleton />
          )}
        </Panel>
      )}
      {classes.loaded.state === 'ready' ? (
        <ClassList classes={classes.loaded.value} mayWrite={mayWrite} />
      ) : (
        <section aria-labelledby="classes">
          <SectionHeader id="classes" title={t('teach.classes')} />
          <Panel>
            {classes.loaded.state === 'failed' ? (
              <LoadFailed title={t('ui:classesFailed')} error={classes.loaded.error} onRetry={classes.reload} />
            ) : (
              <SectionSkeleton />
            )}
          </Panel>
        </section>
      )}
    </>
  );
};

const SectionSkeleton = () => (
  <Skeleton className="min-h-120">
    <div className="flex flex-col gap-14 p-18">
      <SkeletonBar className="w-[40%]" />
      <SkeletonBar className="w-[34%]" />
    </div>
  </Skeleton>
);

const RunSections = ({ runs, mayWrite }: { runs: readonly RunRow[]; mayWrite: boolean }) => {
  const { t } = useTranslation('classroom');
  const newest = [...runs].sort((a, b) => b.createdAt - a.createdAt);
  const going = newest.filter(({ endedAt }) => endedAt === null);
  // An exam of parts has homework's window, and stands with the lessons and papers.
  const windows = (['homework', 'contest'] as const)
    .map((kind) => ({
      id: kind,
      title: t(kind === 'contest' ? 'teach.contests' : 'teach.homework'),
      rows: going.filter((run) => kindOf(run) === kind),
    }))
    .filter(({ rows }) => rows.length > 0);
  const openRuns = going.filter((run) => !windows.some(({ rows }) => rows.includes(run)));
  const endedRuns = newest.filter((run) => run.endedAt !== null);
  if (newest.length === 0) {
    return (
      <Panel>
        <EmptyState
          title={t('teach.noRuns')}
          text={t(mayWrite ? 'teach.noRunsText' : 'teach.noRunsMentor')}
          {...(mayWrite ? { action: <ButtonLink to="/runs/new">{t('newRun.title')}</ButtonLink> } : {})}
        />
      </Panel>
    );
  }
  return (
    <>
      {openRuns.length === 0 ? null : (
        <section aria-labelledby="open">
          <h2 id="open" className="sr-only">
            {t('teach.open')}
          </h2>
          <Panel>
            {openRuns.map((run) => (
              <OpenRun key={run.id} run={run} />
            ))}
          </Panel>
        </section>
      )}
      {windows.map(({ id, title, rows }, place) => (
        <section key={id} aria-labelledby={id}>
          <SectionHeader id={id} title={title} isFirst={openRuns.length === 0 && place === 0} />
          <Panel>
            {rows.map((run) => (
              <OpenRun key={run.id} run={run} />
            ))}
          </Panel>
        </section>
      ))}
      {endedRuns.length === 0 ? null : (
        <section aria-labelledby="over">
          <SectionHeader id="over" title={t('teach.over')} isFirst={going.length === 0} />
          <Panel>
            <RunTable runs={endedRuns} />
          </Panel>
        </section>
      )}
    </>
  );
};
