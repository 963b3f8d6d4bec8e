import './strings.ts';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { ClassFiguresView } from '#client/features/results/class-report/class-figures.tsx';
import { ClassPeople } from '#client/features/results/class-report/class-people.tsx';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { PeriodReport } from '#contract/terms/period.ts';
import { PeriodHead } from './period-head.tsx';
import { FaultsTable, MembersTable, RunsTable } from './period-tables.tsx';
import { SilentList } from './silent-list.tsx';

/** A class over any days: marks, faults, who needs a word, and who has done nothing for how long. For paper, too. */
export const PeriodReportPage = () => {
  const { id = '' } = useParams();
  return <OnlyFor who="staff">{() => <Page key={id} id={id} />}</OnlyFor>;
};

const Page = ({ id }: { id: string }) => {
  const { t } = useTranslation('period');
  const [query] = useSearchParams();
  const from = query.get('from') ?? undefined;
  const to = query.get('to') ?? undefined;
  const { loaded, reload } = useLoad(pathTo('GET /api/classes/:id/report', { id, from, to }));
  const [showsNames, setShowsNames] = useState(true);
  useTitle(t('title'));
  if (loaded.state === 'loading')
    return (
      <Skeleton>
        <Panel className="mx-auto flex h-360 max-w-[880px] flex-col gap-16 p-24">
          <SkeletonBar className="w-[40%]" />
          <SkeletonBar className="w-[70%]" />
        </Panel>
      </Skeleton>
    );
  if (loaded.state === 'failed')
    return (
      <Panel>
        <h1 className="sr-only">{t('title')}</h1>
        {loaded.error.code === 'unknown-class' ? (
          <EmptyState title={t('unknown')} text={t('unknownText')} />
        ) : (
          <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
        )}
      </Panel>
    );
  return <Report report={loaded.value} showsNames={showsNames} onShowsNames={setShowsNames} />;
};

type Props = { report: PeriodReport; showsNames: boolean; onShowsNames: (showsNames: boolean) => void };
const NOBODY = { seats: [], more: 0 };

const Report = ({ report, showsNames, onShowsNames }: Props) => {
  const { t } = useTranslation('period');
  const { figures, spread, cases, help, well, members, runs, faults, waiting } = report;
  return (
    <div className="mx-auto max-w-[880px] print:max-w-none">
      <PeriodHead report={report} showsNames={showsNames} onShowsNames={onShowsNames} />
      <Panel className="px-24 py-16 max-pane:px-14 print:border-0 print:p-0">
        {waiting === 0 ? null : <p className="mb-10 text-12 text-ink-2">{t('waiting', { n: waiting })}</p>}
        {figures.n === 0 ? (
          <EmptyState title={t('noMarks')} text={t('noMarksText')} />
        ) : (
          <ClassFiguresView figures={figures} spread={spread} />
        )}
        {figures.n === 0 && help.seats.length === 0 ? null : (
          <ClassPeople report={{ cases, help, well, brought: NOBODY }} showsNames={showsNames} />
        )}
        <p className="mt-14 border-line border-t pt-8 text-12 text-ink-3 print:mt-8 print:pt-4">{t('counts')}</p>
      </Panel>
      <SilentList members={members} showsNames={showsNames} />
      {runs.length === 0 ? null : <RunsTable runs={runs} />}
      {figures.n === 0 ? null : <FaultsTable faults={faults} />}
      {members.length === 0 || !showsNames ? null : <MembersTable members={members} />}
    </div>
  );
};
