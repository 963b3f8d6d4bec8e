import './strings.ts';
import { useTranslation } from 'react-i18next';
import type { RunBody } from '#contract/runs.ts';
import { useRun } from '../../lib/run-store.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LoadFailed } from '../../ui/load-failed.tsx';
import { Skeleton, SkeletonBar } from '../../ui/skeleton.tsx';
import { RedoBoardView } from './redo-board.tsx';
import { useRedoBoard } from './use-redo-board.ts';

/** One turn, done again by everybody, side by side. */
export const RedoPage = () => {
  const run = useRun((state) => state.run);
  return run === null ? null : <RedoRoom run={run} />;
};

const RedoRoom = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('results');
  const { loaded, again, refresh } = useRedoBoard(run);
  if (loaded.state === 'failed') return <LoadFailed title={t('redo.failed')} error={loaded.error} again={again} />;
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
  return <RedoBoardView key={loaded.value.id} run={run} board={loaded.value} refresh={refresh} />;
};
