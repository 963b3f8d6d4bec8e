import './strings.ts';
import { useState } from 'react';
import { useParams } from 'react-router';
import { filteredRows, NO_FILTER } from '#client/features/analysis/model/service-data.ts';
import { type Path, pathTo } from '#client/lib/endpoints.ts';
import { isStaff, usePerson } from '#client/lib/hooks/me.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { download } from '#client/lib/results-export.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { Analysis } from '#contract/analysis.ts';
import { DataFilters } from './data-filters.tsx';
import { DrillSpots } from './drill-spots.tsx';
import { GroupChart } from './group-chart.tsx';
import { HotSpotsPart } from './hot-spots-part.tsx';
import { QuestionList } from './question-list.tsx';
import { RowsTable } from './rows-table.tsx';

/** One's own conversations. */
export const OwnAnalysisPage = () => (
  <LoadedAnalysis path={pathTo('GET /api/analysis')} file={pathTo('GET /api/analysis.xlsx')} />
);

/** A run's, for its staff. */
export const RunAnalysisPage = () => {
  const { id = '' } = useParams();
  return (
    <OnlyFor who="staff">
      {() => (
        <LoadedAnalysis
          path={pathTo('GET /api/runs/:id/analysis', { id })}
          file={pathTo('GET /api/runs/:id/analysis.xlsx', { id })}
        />
      )}
    </OnlyFor>
  );
};

/** One's class, without names. */
export const SeatAnalysisPage = () => {
  const { id = '' } = useParams();
  return (
    <LoadedAnalysis
      path={pathTo('GET /api/seats/:id/analysis', { id })}
      file={pathTo('GET /api/seats/:id/analysis.xlsx', { id })}
    />
  );
};

/** Service data for trainees to analyse: they filter, compare, answer questions and download the file. */
export const LoadedAnalysis = ({ path, file }: { path: Path<Analysis>; file: Path<'file'> }) => {
  const { t } = useTranslation('analysis');
  const { loaded, reload } = useLoad(path);
  useTitle(t('title'));
  if (loaded.state === 'failed')
    return (
      <Panel>
        {loaded.error.code === 'report-not-published' || loaded.error.code === 'case-in-exam' ? (
          <EmptyState
            title={t('closed')}
            text={loaded.error.message}
            action={<Button onClick={reload}>{t('ui:again')}</Button>}
          />
        ) : (
          <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
        )}
      </Panel>
    );
  if (loaded.state === 'loading')
    return (
      <Skeleton>
        <SkeletonBar className="mb-16 w-[30%]" />
        <Panel className="min-h-320 p-14">
          <SkeletonBar className="w-[60%]" />
        </Panel>
      </Skeleton>
    );
  return <AnalysisView analysis={loaded.value} file={file} />;
};

const AnalysisView = ({
  analysis: { kind, run, rows, questions, passS, hotSpots },
  file,
}: {
  analysis: Analysis;
  file: Path<'file'>;
}) => {
  const { t } = useTranslation('analysis');
  const person = usePerson();
  const [filter, setFilter] = useState(NO_FILTER);
  const [downloadError, setDownloadError] = useState<string | null>(null);
  const shownRows = filteredRows({ rows, passS }, filter);
  const hasNames = rows.some(({ who }) => who !== '');
  const head = (
    <div className="mb-6 flex flex-wrap items-baseline gap-x-12 gap-y-4">
      <h1 className="font-semibold text-18">{t('title')}</h1>
      <span className="text-ink-2">
        {kind !== 'drills' ? t('ofTable', { name: run }) : run === '' ? t('own') : t('ofRun', { run })}
      </span>
      {person === null ? null : (
        <ButtonLink kind="bare" className="ml-auto" to="/analysis/tables">
          {t('toTables')}
        </ButtonLink>
      )}
      {rows.length === 0 ? null : (
        <Button
          className={person === null ? 'ml-auto' : undefined}
          onClick={() => void download(file, 'service-data.xlsx').then(setDownloadError)}
        >
          {t('download')}
        </Button>
      )}
    </div>
  );
  if (rows.length === 0)
    return (
      <>
        {head}
        <Panel>
          <EmptyState
            title={t('empty')}
            text={t('emptyText')}
            action={
              <ButtonLink kind="primary" to="/">
                {t('toPractice')}
              </ButtonLink>
            }
          />
        </Panel>
      </>
    );
  return (
    <>
      {head}
      {downloadError === null ? null : <Notice tone="bad">{downloadError}</Notice>}
      <p className="mb-14 text-ink-2">
        {hotSpots.period === undefined
          ? t(kind === 'agent-days' ? 'leadDays' : 'lead')
          : t('leadPeriod', hotSpots.period)}
      </p>
      <DataFilters
        kind={kind}
        rows={rows}
        passS={passS}
        shownCount={shownRows.length}
        filter={filter}
        onChange={setFilter}
      />
      <GroupChart kind={kind} allRows={rows} rows={shownRows} />
      <HotSpotsPart id="hot-spots" title={t('spots.title')} spots={hotSpots} />
      {kind !== 'drills' && person !== null && isStaff(person.role) ? <DrillSpots /> : null}
      <RowsTable kind={kind} rows={shownRows} showsNames={hasNames} />
      <QuestionList questions={questions} />
    </>
  );
};
