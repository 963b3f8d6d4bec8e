import './strings.ts';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
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
import type { HomeworkStatus } from '#contract/homework/homework.ts';
import type { RunResults } from '#contract/results.ts';
import type { RunBody } from '#contract/runs.ts';
import { HomeworkHead } from './homework-head.tsx';
import type { HomeworkSeat } from './homework-seat.ts';
import { HomeworkSeats } from './homework-seats.tsx';
import { SeatAsking } from './seat-asking.tsx';
import { StatusFilter } from './status-filter.tsx';

/** Homework goes on for days: nobody waits for the second, and a class's results take a moment to make. */
const REFRESH_MS = 20_000;

/** One piece of homework as its teacher sees it: until when, who has handed it in, who needs a word. */
export const HomeworkPage = () => {
  const { id = '' } = useParams();
  return (
    <OnlyFor who="staff">{(person) => <LoadedHomework key={id} id={id} mayWrite={isTeacher(person.role)} />}</OnlyFor>
  );
};

const LoadedHomework = ({ id, mayWrite }: { id: string; mayWrite: boolean }) => {
  const { t } = useTranslation('homework');
  const run = useLoad(pathTo('GET /api/runs/:id', { id }));
  const results = useLoad(pathTo('GET /api/runs/:id/results', { id }));
  useTitle(run.loaded.state === 'ready' ? run.loaded.value.name : t('title'));
  const refreshRun = run.refresh;
  const refreshResults = results.refresh;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return;
      refreshRun();
      refreshResults();
    }, REFRESH_MS);
    return () => clearInterval(timer);
  }, [refreshRun, refreshResults]);
  for (const { loaded, reload } of [run, results])
    if (loaded.state === 'failed')
      return (
        <Panel>
          <LoadFailed title={t('failed')} error={loaded.error} onRetry={reload} />
        </Panel>
      );
  if (run.loaded.state !== 'ready' || results.loaded.state !== 'ready')
    return (
      <Skeleton>
        <SkeletonBar className="mb-16 w-[30%]" />
        <Panel className="flex h-320 flex-col gap-20 p-18">
          <SkeletonBar className="w-[60%]" />
          <SkeletonBar className="w-[50%]" />
          <SkeletonBar className="w-[55%]" />
        </Panel>
      </Skeleton>
    );
  if (run.loaded.value.homework === undefined)
    return (
      <Panel>
        <EmptyState
          title={t('lesson')}
          text={t('lessonText')}
          action={<ButtonLink to={`/runs/${encodeURIComponent(id)}`}>{t('toRun')}</ButtonLink>}
        />
      </Panel>
    );
  const refresh = () => {
    refreshRun();
    refreshResults();
  };
  return <HomeworkView run={run.loaded.value} results={results.loaded.value} mayWrite={mayWrite} refresh={refresh} />;
};

type Props = { run: RunBody; results: RunResults; mayWrite: boolean; refresh: () => void };

const HomeworkView = ({ run, results, mayWrite, refresh }: Props) => {
  const { t } = useTranslation('homework');
  const [shown, setShown] = useState<HomeworkStatus | null>(null);
  const seats = results.seats.flatMap((seat): HomeworkSeat[] =>
    seat.homework === undefined ? [] : [{ ...seat, homework: seat.homework }],
  );
  const mayAdmit = mayWrite && run.endedAt === null;
  // A contest's window is its host's.
  const mayChange = mayAdmit && run.plan.contest === undefined;
  return (
    <>
      <HomeworkHead run={run} mayChange={mayChange} refresh={refresh} />
      {mayAdmit ? <SeatAsking seats={seats.filter(({ homework }) => homework.asking)} refresh={refresh} /> : null}
      {seats.length === 0 ? (
        <Panel>
          <EmptyState title={t('nobody')} text={t('nobodyText')} />
        </Panel>
      ) : (
        <>
          <StatusFilter seats={seats} shown={shown} onShow={setShown} />
          <Panel>
            <HomeworkSeats
              run={run}
              seats={shown === null ? seats : seats.filter(({ homework }) => homework.status === shown)}
              mayChange={mayChange}
              refresh={refresh}
            />
          </Panel>
          <p className="mt-8 text-12 text-ink-3">{t('stuckText')}</p>
        </>
      )}
    </>
  );
};
