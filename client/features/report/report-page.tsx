import '#client/features/report/model/report-strings.ts';
import { useEffect } from 'react';
import { Navigate, useParams } from 'react-router';
import { useRuledReport } from '#client/features/report/model/report-rulings.ts';
import { RetriesContext, type RetriesOfDrill } from '#client/features/report/model/use-retries.ts';
import { ReportDiscussion } from '#client/features/report/rulings/discussion.tsx';
import { StaffRulings } from '#client/features/report/rulings/staff-rulings.tsx';
import { isTransport } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { isStaff, usePerson } from '#client/lib/hooks/me.ts';
import { type Loaded, useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { hiddenWordings } from '#client/lib/reports/report-retries.ts';
import { retryAddress } from '#client/lib/reports/retry-address.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { Report } from '#contract/report.ts';
import type { DrillRetries } from '#contract/retries.ts';
import { NoReport } from './no-report.tsx';
import { ReportView } from './report-view.tsx';

export const ReportPage = () => {
  const { t } = useTranslation('report');
  const { id = '' } = useParams();
  const { loaded, reload } = useLoad(pathTo('GET /api/drills/:id/report', { id }));
  useTitle(t('title'));
  const person = usePerson();
  const ruledReport = useRuledReport((state) => (state.drill === id ? state.report : null));
  const loadedDrill = useLoad(pathTo('GET /api/drills/:id', { id })).loaded;
  const { loaded: loadedAttempts, reload: reloadAttempts } = useLoad(pathTo('GET /api/drills/:id/tries', { id }));
  useEffect(() => () => useRuledReport.setState({ drill: '', report: null }), []);
  const summary = loadedDrill.state === 'ready' ? loadedDrill.value : null;
  const run = summary?.run ?? null;
  const isStaffView = person !== null && isStaff(person.role) && run !== null;
  const mayRule = isStaffView && run.visiting !== true;
  // A retry has no report page of its own: it is shown in the report of the drill it comes from.
  if (summary?.retry) return <Navigate replace to={retryAddress(summary.retry)} />;
  if (loaded.state === 'ready') {
    const report = ruledReport ?? loaded.value;
    const view = (
      <RetriesContext value={retriesOf(id, loadedAttempts, reloadAttempts, report)}>
        <ReportView drillId={id} report={report} drill={summary} isStaffView={isStaffView} />
      </RetriesContext>
    );
    return (
      <ReportDiscussion drillId={id} report={report} isInRun={run !== null}>
        {mayRule ? (
          <StaffRulings drillId={id} report={report}>
            {view}
          </StaffRulings>
        ) : (
          view
        )}
      </ReportDiscussion>
    );
  }
  return (
    <Panel>
      <h1 className="sr-only">{t('title')}</h1>
      {loaded.state === 'loading' ? (
        <ReportSkeleton />
      ) : (
        <NoReport drillId={id} seat={run?.seat ?? null} error={loaded.error} onRetry={reload} />
      )}
    </Panel>
  );
};

const retriesOf = (
  drillId: string,
  loadedAttempts: Loaded<DrillRetries>,
  reload: () => void,
  report: Report,
): RetriesOfDrill => ({
  drillId,
  retries: loadedAttempts.state === 'ready' ? loadedAttempts.value : null,
  hiddenWordings: hiddenWordings(report, loadedAttempts.state === 'ready' ? loadedAttempts.value : null),
  reload:
    loadedAttempts.state === 'failed' &&
    (isTransport(loadedAttempts.error.code) || loadedAttempts.error.code === 'internal')
      ? reload
      : null,
});

const ReportSkeleton = () => (
  <Skeleton className="min-h-480">
    <div className="grid grid-cols-[132px_1fr] gap-28 p-24">
      <div className="h-52 w-72 bg-sunken" />
      <div className="flex flex-col gap-16 pt-8">
        <SkeletonBar className="w-[70%]" />
        <SkeletonBar className="w-[56%]" />
        <SkeletonBar className="w-[30%]" />
      </div>
    </div>
  </Skeleton>
);
