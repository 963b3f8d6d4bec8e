import '#client/features/results/model/strings.ts';
import { useState } from 'react';
import { useParams } from 'react-router';
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
import { ClassFiguresView } from './class-figures.tsx';
import { ClassHead } from './class-head.tsx';
import { ClassPeople } from './class-people.tsx';
import { ClassTeach } from './class-teach.tsx';

/** The class on one page: how it went, what to teach next, who needs a word. For the teacher, and for paper. */
export const ClassReportPage = () => {
  const { id = '' } = useParams();
  return <OnlyFor who="staff">{() => <Page key={id} id={id} />}</OnlyFor>;
};

const Page = ({ id }: { id: string }) => {
  const { t } = useTranslation('results');
  const { loaded, reload } = useLoad(pathTo('GET /api/runs/:id/class-report', { id }));
  const [showsNames, setShowsNames] = useState(true);
  useTitle(loaded.state === 'ready' ? t('class.tab', { run: loaded.value.results.name }) : null);
  if (loaded.state === 'failed')
    return (
      <Panel>
        <LoadFailed title={t('class.failed')} error={loaded.error} onRetry={reload} />
      </Panel>
    );
  if (loaded.state === 'loading')
    return (
      <Skeleton>
        <Panel className="mx-auto flex h-360 max-w-[880px] flex-col gap-16 p-24">
          <SkeletonBar className="w-[40%]" />
          <SkeletonBar className="w-[70%]" />
        </Panel>
      </Skeleton>
    );
  const report = loaded.value;
  const { figures } = report;
  return (
    <div className="mx-auto max-w-[880px] print:max-w-none">
      <ClassHead report={report} showsNames={showsNames} onShowsNames={setShowsNames} />
      <Panel className="px-24 py-16 max-pane:px-14 print:border-0 print:p-0">
        {figures.n === 0 ? (
          <EmptyState
            title={t('class.empty')}
            text={t('class.emptyText')}
            action={<ButtonLink to={`/runs/${id}/results`}>{t('class.toResults')}</ButtonLink>}
          />
        ) : (
          <ClassFiguresView figures={figures} spread={report.spread} />
        )}
        {figures.n === 0 && report.teach.length === 0 ? null : <ClassTeach teach={report.teach} />}
        <ClassPeople report={report} showsNames={showsNames} />
        <p className="mt-14 border-line border-t pt-8 text-12 text-ink-3 print:mt-8 print:pt-4">
          {t(figures.leftOut === 0 ? 'class.allIn' : 'class.leftOut', { n: figures.n, out: figures.leftOut })}
        </p>
      </Panel>
    </div>
  );
};
