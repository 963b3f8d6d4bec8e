import '#client/features/results/model/strings.ts';
import { useReplayBoard } from '#client/features/results/model/use-replay-board.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { RunBody } from '#contract/runs.ts';
import { ReplayBoardView } from './replay-board.tsx';

/** One turn, done again by everybody, side by side. */
export const ReplayTaskPage = () => {
  const run = useRun((state) => state.run);
  return run === null ? null : <LoadedReplayTask run={run} />;
};

const LoadedReplayTask = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('results');
  const { loaded, reload, refresh } = useReplayBoard(run);
  if (loaded.state === 'failed') return <LoadFailed title={t('redo.failed')} error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading') {
    return (
      <Skeleton className="p-24">
        <SkeletonBar className="w-[30%]" />
        <SkeletonBar className="mt-24 h-120" />
      </Skeleton>
    );
  }
  if (loaded.value === null) {
    return (
      <EmptyState
        className="min-h-full"
        title={t('redo.none')}
        text={t('redo.noneText')}
        action={<ButtonLink to={`/runs/${run.id}/debrief`}>{t('redo.toDebrief')}</ButtonLink>}
      />
    );
  }
  return <ReplayBoardView key={loaded.value.id} run={run} board={loaded.value} refresh={refresh} />;
};
