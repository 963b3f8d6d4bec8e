import { useMemo, useState } from 'react';
import { HoldClockContext } from '#client/drill/hold/hold-clock.ts';
import { longestWaitingKey } from '#client/drill/model/drill-rounds.ts';
import { useWatchedSecondsUntil } from '#client/features/wall/model/seat-clock.ts';
import { useWatched } from '#client/features/wall/model/watch-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { LiveTile } from '#client/lib/run/run-tiles.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import { SeatLedger } from './seat-ledger.tsx';
import { SeatTabs } from './seat-tabs.tsx';
import { SeatThread } from './seat-thread.tsx';

/** The watched desk: its conversations as tabs, and the thread of one of them. */
export const SeatDesk = ({ tile }: { tile: LiveTile }) => {
  const { t } = useTranslation('wall');
  const drillId = useWatched(({ desk }) => desk?.drillId ?? null);
  const view = useWatched(({ desk }) => (desk?.isCaughtUp === true ? desk.view : null));
  const fatal = useWatched(({ desk }) => desk?.fatal ?? null);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const initialKey = useInitialConversation();
  if (tile.drill === null)
    return (
      <EmptyState
        className="flex-1 bg-canvas"
        title={t(tile.link === 'absent' ? 'pane.absent' : 'pane.noDrill')}
        text={t(tile.link === 'absent' ? 'pane.absentText' : 'pane.noDrillText')}
      />
    );
  if (fatal !== null)
    return <EmptyState className="flex-1 bg-canvas" isError title={t('pane.failed')} text={fatal.message} />;
  if (drillId !== tile.drill || view === null) return <DeskSkeleton />;
  const key = chosenKey ?? initialKey;
  const conversation = key === null ? undefined : view.conversations[key];
  if (conversation === undefined)
    return (
      <EmptyState
        className="flex-1 bg-canvas"
        title={t(tile.state === 'opened' ? 'pane.notBegun' : 'pane.nobody')}
        text={t(
          tile.rush !== undefined
            ? 'rush.nobodyText'
            : tile.state === 'opened'
              ? 'pane.notBegunText'
              : 'pane.nobodyText',
        )}
      />
    );
  return (
    <HoldClockContext value={useWatchedSecondsUntil}>
      <SeatTabs view={view} selected={conversation.key} onSelect={setChosenKey}>
        <SeatLedger conversation={conversation} tile={tile} />
        <SeatThread key={conversation.key} conversation={conversation} tile={tile} />
      </SeatTabs>
    </HoldClockContext>
  );
};

const DeskSkeleton = () => (
  <Skeleton className="min-h-0 flex-1 bg-canvas p-20">
    <div className="flex flex-col gap-20">
      <SkeletonBar className="w-160" />
      <SkeletonBar className="w-240" />
      <SkeletonBar className="ml-auto w-260" />
    </div>
  </Skeleton>
);

/** Who had waited longest when the desk was opened. They stay on screen until another is chosen, whoever waits longer later. */
const useInitialConversation = (): string | null => {
  const drillId = useWatched(({ desk }) => desk?.drillId ?? null);
  const isCaughtUp = useWatched(({ desk }) => desk?.isCaughtUp ?? false);
  const hasArrived = useWatched(({ desk }) => desk !== null && desk.view.arrivalOrder.length > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once per drill, when somebody is there
  return useMemo(() => {
    const { desk } = useWatched.getState();
    if (desk === null || !desk.isCaughtUp) return null;
    return longestWaitingKey(desk.view) ?? desk.view.arrivalOrder[0] ?? null;
  }, [drillId, isCaughtUp, hasArrived]);
};
