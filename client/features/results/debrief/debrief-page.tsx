import '#client/features/results/model/strings.ts';
import { useBookmarks } from '#client/features/results/model/use-bookmarks.ts';
import { useDebrief } from '#client/features/results/model/use-debrief.ts';
import { useDebriefPlace } from '#client/features/results/model/use-debrief-place.ts';
import { useStepKeys } from '#client/features/results/model/use-step-keys.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { LoadFailed } from '#client/ui/layout/load-failed.tsx';
import { Notice } from '#client/ui/layout/notice.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { Debrief } from '#contract/results.ts';
import type { RunBody } from '#contract/runs.ts';
import { DebriefBar } from './debrief-bar.tsx';
import { DebriefBookmarks } from './debrief-bookmarks.tsx';
import { DebriefOverview } from './debrief-overview.tsx';
import { DebriefPick } from './debrief-pick.tsx';

/** What to talk over: the class's commonest faults, each beside one who did it well, and what the teacher bookmarked. */
export const DebriefPage = () => {
  const run = useRun((state) => state.run);
  return run === null ? null : <LoadedDebrief run={run} />;
};

const LoadedDebrief = ({ run }: { run: RunBody }) => {
  const { t } = useTranslation('results');
  const { loaded, reload, refresh, unscored } = useDebrief(run);
  if (loaded.state === 'failed')
    return <LoadFailed title={t('debrief.failed')} error={loaded.error} onRetry={reload} />;
  if (loaded.state === 'loading') {
    return (
      <Skeleton className="p-24">
        <SkeletonBar className="w-[30%]" />
        <div className="mt-24 grid grid-cols-2 gap-24 max-pane:grid-cols-1">
          <SkeletonBar className="h-200" />
          <SkeletonBar className="h-200" />
        </div>
      </Skeleton>
    );
  }
  return (
    <div className="flex min-h-full flex-col">
      {unscored === null || unscored === 0 ? null : (
        <Notice
          action={
            <Button size="s" onClick={refresh}>
              {t('debrief.refresh')}
            </Button>
          }
        >
          {t('debrief.unscored', { n: unscored })}
        </Notice>
      )}
      <DebriefContent run={run} debrief={loaded.value} refresh={refresh} isEarly={unscored === null} />
    </div>
  );
};

type ContentProps = { run: RunBody; debrief: Debrief; refresh: () => void; isEarly: boolean };

const DebriefContent = ({ run, debrief: { picks, marks }, refresh, isEarly }: ContentProps) => {
  const { bookmarks, remove } = useBookmarks(run.id, marks, refresh);
  const { view, index, go, look } = useDebriefPlace(picks.length, bookmarks.length);
  useStepKeys(picks.length, view === 'one' ? index : -1, go);
  const pick = picks[index];
  if (picks.length === 0 && bookmarks.length === 0)
    return <EmptyDebrief run={run} isEarly={isEarly} refresh={refresh} />;
  return (
    <>
      <DebriefBar
        pickCount={picks.length}
        bookmarkCount={bookmarks.length}
        view={view}
        index={index}
        onView={look}
        onGo={go}
      />
      {view === 'marks' ? (
        <DebriefBookmarks run={run} bookmarks={bookmarks} onRemove={remove} />
      ) : pick === undefined ? (
        <EmptyDebrief run={run} isEarly={isEarly} refresh={refresh} />
      ) : view === 'all' ? (
        <DebriefOverview picks={picks} onGo={go} />
      ) : (
        <DebriefPick key={pick.code} run={run} pick={pick} number={index + 1} />
      )}
    </>
  );
};

const EmptyDebrief = ({ run, isEarly, refresh }: { run: RunBody; isEarly: boolean; refresh: () => void }) => {
  const { t } = useTranslation('results');
  const cause = isEarly ? 'early' : run.joined === 0 ? 'nobody' : 'clean';
  return (
    <EmptyState
      className="flex-1"
      title={t(`debrief.empty.${cause}`)}
      text={t(`debrief.emptyText.${cause}`)}
      {...(cause === 'clean' ? { action: <Button onClick={refresh}>{t('debrief.refresh')}</Button> } : {})}
    />
  );
};
