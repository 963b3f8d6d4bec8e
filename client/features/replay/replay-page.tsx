import './strings.ts';
import { useEffect, useMemo } from 'react';
import { useParams } from 'react-router';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { Replay } from '#contract/replay.ts';
import { NoReplay } from './no-replay.tsx';
import { ReplayDesk } from './replay-desk.tsx';
import { closeReplay, openReplay, useReplay } from './replay-store.ts';

/** A drill that is over, played again. The address names the moment. */
export const ReplayPage = () => {
  const { t } = useTranslation('replay');
  const { id = '' } = useParams();
  const { loaded, reload } = useLoad(pathTo('GET /api/drills/:id/replay', { id }));
  useTitle(t('title'));
  if (loaded.state === 'failed') return <NoReplay drillId={id} error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading') return <ReplaySkeleton />;
  return <LoadedReplay key={id} drillId={id} replay={loaded.value} />;
};

/** An ended drill doesn't change, so the replay is opened once and a reloaded log is ignored. */
const LoadedReplay = ({ drillId, replay }: { drillId: string; replay: Replay }) => {
  const isOpen = useReplay((state) => state.drillId === drillId);
  const report = useLoad(pathTo('GET /api/drills/:id/report', { id: drillId })).loaded;
  const drill = useLoad(pathTo('GET /api/drills/:id', { id: drillId })).loaded;
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened once, see above
  useEffect(() => {
    openReplay(drillId, replay);
    return closeReplay;
  }, [drillId]);
  const reportFindings = useMemo(
    () =>
      report.state === 'ready'
        ? { findings: report.value.findings, conversations: report.value.conversations }
        : { findings: [], conversations: [] },
    [report],
  );
  if (!isOpen) return null;
  return (
    <ReplayDesk
      drillId={drillId}
      drill={drill.state === 'ready' ? drill.value : null}
      reportFindings={reportFindings}
      isReportMissing={report.state === 'failed'}
    />
  );
};

const ReplaySkeleton = () => (
  <Skeleton className="h-dvh">
    <div className="h-48 border-line border-b bg-surface" />
    <div className="flex flex-col gap-20 p-24">
      <SkeletonBar className="w-160" />
      <SkeletonBar className="w-240" />
      <SkeletonBar className="ml-auto w-260 max-pane:w-160" />
    </div>
  </Skeleton>
);
