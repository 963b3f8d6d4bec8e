import { X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestWait } from '#client/drill/model/drill-rounds.ts';
import { watchDrill } from '#client/features/wall/model/watch-live.ts';
import { useWatched } from '#client/features/wall/model/watch-store.ts';
import { clauses } from '#client/lib/clauses.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import type { LiveTile } from '#client/lib/run/run-tiles.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Skeleton, SkeletonBar } from '#client/ui/layout/skeleton.tsx';
import type { RunBody } from '#contract/runs.ts';
import { SeatFigures } from './seat-figures.tsx';
import { SeatFoot } from './seat-foot.tsx';
import { SeatLedger } from './seat-ledger.tsx';
import { SeatTabs } from './seat-tabs.tsx';
import { SeatThread } from './seat-thread.tsx';

type Props = {
  run: RunBody;
  seat: string;
  /** Null: the frame around it has its own close button. */
  onClose: (() => void) | null;
};

/** A teacher's view of one desk as it happens; the customer notices nothing of it. */
export const SeatPane = ({ run, seat, onClose }: Props) => {
  const { t } = useTranslation('wall');
  const tile = useRun((state) => state.tiles[seat]);
  const drill = tile?.drill ?? null;
  useEffect(() => {
    watchDrill(drill);
    return () => watchDrill(null);
  }, [drill]);
  if (tile === undefined) return null;
  const notes = [
    tile.conversations.length > 0 ? t('pane.customers', { n: tile.conversations.length }) : null,
    tile.redLines > 0 ? t('pane.redLines', { n: tile.redLines }) : null,
    tile.attempt > 1 ? t('mark.attempt', { n: tile.attempt }) : null,
    tile.lateMs >= 60_000 ? t('pane.late', { n: Math.floor(tile.lateMs / 60_000) }) : null,
  ].filter((note) => note !== null);
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface">
      {onClose === null ? null : (
        <div className="flex min-h-48 shrink-0 items-center gap-10 border-line border-b pr-12 pl-16">
          <h2 className="cut font-semibold text-18">
            {tile.no} {tile.name}
          </h2>
          <span className="cut flex-1 text-14 text-ink-3">{clauses(notes)}</span>
          <Button square aria-label={t('pane.close')} onClick={onClose}>
            <X size={16} aria-hidden="true" />
          </Button>
        </div>
      )}
      <SeatFigures tile={tile} />
      <SeatDesk tile={tile} />
      {run.endedAt === null ? <SeatFoot run={run} tile={tile} /> : null}
    </div>
  );
};

/** Conversations as tabs, one thread; the longest wait first until one is chosen. */
const SeatDesk = ({ tile }: { tile: LiveTile }) => {
  const { t } = useTranslation('wall');
  const drillId = useWatched((state) => state.drillId);
  const view = useWatched((state) => state.view);
  const isCaughtUp = useWatched((state) => state.caughtUp);
  const fatal = useWatched((state) => state.fatal);
  const [chosen, setChosen] = useState<string | null>(null);
  const first = useFirst();
  if (tile.drill === null)
    return (
      <EmptyState
        className="flex-1 bg-canvas"
        title={t(tile.link === 'absent' ? 'pane.absent' : 'pane.noDrill')}
        text={t(tile.link === 'absent' ? 'pane.absentText' : 'pane.noDrillText')}
      />
    );
  if (fatal !== null)
    return <EmptyState className="flex-1 bg-canvas" bad title={t('pane.failed')} text={fatal.message} />;
  if (drillId !== tile.drill || !isCaughtUp)
    return (
      <Skeleton className="min-h-0 flex-1 bg-canvas p-20">
        <div className="flex flex-col gap-20">
          <SkeletonBar className="w-160" />
          <SkeletonBar className="w-240" />
          <SkeletonBar className="ml-auto w-260" />
        </div>
      </Skeleton>
    );
  const key = chosen ?? first;
  const conversation = key === null ? undefined : view.conversations[key];
  if (conversation === undefined)
    return (
      <EmptyState
        className="flex-1 bg-canvas"
        title={t(tile.state === 'opened' ? 'pane.notBegun' : 'pane.nobody')}
        text={t(tile.state === 'opened' ? 'pane.notBegunText' : 'pane.nobodyText')}
      />
    );
  return (
    <SeatTabs view={view} selected={conversation.key} onSelect={setChosen}>
      <SeatLedger conversation={conversation} tile={tile} />
      <SeatThread key={conversation.key} conversation={conversation} tile={tile} />
    </SeatTabs>
  );
};

/** Whom to show until one is chosen: who waited longest on opening. It stays then, whoever waits longer later. */
const useFirst = (): string | null => {
  const drillId = useWatched((state) => state.drillId);
  const isCaughtUp = useWatched((state) => state.caughtUp);
  const hasArrived = useWatched((state) => state.view.order.length > 0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked at once per drill, when somebody is there
  return useMemo(() => {
    const { view } = useWatched.getState();
    return isCaughtUp ? (longestWait(view) ?? view.order[0] ?? null) : null;
  }, [drillId, isCaughtUp, hasArrived]);
};
