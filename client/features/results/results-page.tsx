import '#client/features/results/model/strings.ts';
import { useState } from 'react';
import { useParams } from 'react-router';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import { type Sort, sortSeats } from '#client/features/results/model/results-table.ts';
import { useAppeals } from '#client/features/results/model/use-appeals.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { OnlyFor } from '#client/ui/layout/only-for.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { RunResults } from '#contract/results.ts';
import { AppealsList } from './appeals-list.tsx';
import { FigureSheet, type OpenFigure } from './figure-sheet.tsx';
import { HandOvers } from './hand-overs.tsx';
import { Leads } from './leads.tsx';
import { ResultsHead } from './results-head.tsx';
import { ResultsTable } from './results-table.tsx';
import { SeatCards } from './seat-cards.tsx';

/** Everybody's marks and figures; each opens where it comes from. */
export const ResultsPage = () => {
  const { id = '' } = useParams();
  return <OnlyFor who="staff">{() => <LoadedResults key={id} id={id} />}</OnlyFor>;
};

const LoadedResults = ({ id }: { id: string }) => {
  const { t } = useTranslation('results');
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/runs/:id/results', { id }));
  useTitle(loaded.state === 'ready' ? t('table.tab', { run: loaded.value.run.name }) : null);
  if (loaded.state === 'failed')
    return (
      <Panel>
        <LoadFailed title={t('table.failed')} error={loaded.error} onRetry={reload} />
      </Panel>
    );
  if (loaded.state === 'loading')
    return (
      <Skeleton>
        <SkeletonBar className="mb-16 w-[30%]" />
        <Panel className="flex flex-col gap-20 p-14">
          {Array.from({ length: 12 }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: grey bars have no other name
            <SkeletonBar key={index} />
          ))}
        </Panel>
      </Skeleton>
    );
  return <ResultsView results={loaded.value} refresh={refresh} />;
};

const ResultsView = ({ results, refresh }: { results: RunResults; refresh: () => void }) => {
  const { t } = useTranslation('results');
  const isPhone = usePhone();
  const [sort, setSort] = useState<Sort>({ key: 'no', descending: false });
  const [openFigure, setOpenFigure] = useState<OpenFigure | null>(null);
  const { run, figures } = results;
  const { appeals, hasLoaded, refresh: refreshAppeals, showsOnlyAppeals, setShowsOnlyAppeals } = useAppeals(run.id);
  const appealedSeats = new Set(appeals.map((appeal) => appeal.seat));
  const sortedSeats = sortSeats(results.seats, sort);
  const seats =
    showsOnlyAppeals && appeals.length > 0 ? sortedSeats.filter((seat) => appealedSeats.has(seat.seat)) : sortedSeats;
  const runningCount = sortedSeats.filter((seat) =>
    seat.attempts.some((attempt) => attempt.state === 'running'),
  ).length;
  const SeatList = isPhone ? SeatCards : ResultsTable;
  return (
    // As wide as the screen: eighteen figures a seat don't fit the column other pages have.
    <div className="mx-[calc(50%-50vw+24px)] max-pane:mx-0">
      <ResultsHead results={results} refresh={refresh} />
      {appeals.length === 0 ? null : (
        <Button
          className="mb-10"
          aria-pressed={showsOnlyAppeals}
          onClick={() => setShowsOnlyAppeals(!showsOnlyAppeals)}
        >
          {t(showsOnlyAppeals ? 'appeals.all' : 'appeals.open', { n: appeals.length })}
        </Button>
      )}
      {showsOnlyAppeals && hasLoaded ? (
        <AppealsList appeals={appeals} onShowAll={() => setShowsOnlyAppeals(false)} />
      ) : null}
      {runningCount === 0 ? null : (
        <Notice
          className="mb-10"
          action={
            <Button
              size="s"
              onClick={() => {
                refresh();
                refreshAppeals();
              }}
            >
              {t('debrief.refresh')}
            </Button>
          }
        >
          {t('table.busy', { n: runningCount })}
        </Notice>
      )}
      {sortedSeats.some((seat) => seat.joined) ? (
        <SeatList seats={seats} figures={figures} sort={sort} onSort={setSort} onOpen={setOpenFigure} />
      ) : (
        <Panel>
          <EmptyState
            title={t('table.nobody')}
            text={t('table.nobodyText')}
            action={
              results.visiting === true ? null : <ButtonLink to={`/runs/${run.id}`}>{t('table.toRun')}</ButtonLink>
            }
          />
        </Panel>
      )}
      {run.project ? <HandOvers run={run.id} /> : null}
      {run.leads ? <Leads run={run.id} /> : null}
      {openFigure === null ? null : <FigureSheet openFigure={openFigure} onClose={() => setOpenFigure(null)} />}
    </div>
  );
};
