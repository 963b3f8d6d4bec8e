/** One drill in memory: what is remembered of it, its only timer, its queue of commands and who looks on. */
import type { ClockMap } from '#drills/reports/clock-map.ts';
import { createBroadcast } from '#drills/runner/viewers/broadcast.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { DrillRow, LogRow } from '#storage/storage.ts';
import { createDrillCommands } from './drill-commands.ts';
import { createDrillMemory } from './drill-memory.ts';
import type { DrillNeeds } from './drill-needs.ts';
import { createDueTimer } from './due-timer.ts';

export type LiveDrill = ReturnType<typeof createLiveDrill>;

export type DrillHooks = {
  /** Before a tick. */
  beforeTick(): void;
  /** Whenever the queue has run dry. */
  onIdle(isEnded: boolean): void;
  /** Whether a teacher has stopped this drill (RULES C4). */
  isFrozen(): boolean;
  /** Another node has the drill: it is to be dropped. */
  onLeaseLost(): void;
};

/** What the storage has of a drill: its row, the whole log and the content it was opened with. */
export type StoredDrill = { row: DrillRow; log: readonly LogRow[]; content: Content };

export const createLiveDrill = (
  needs: DrillNeeds,
  { row, log, content }: StoredDrill,
  { beforeTick, onIdle, isFrozen, onLeaseLost }: DrillHooks,
) => {
  const { clock } = needs;
  const { id } = row;
  let isDropped = false;
  const broadcast = createBroadcast(needs, id, content, () => memory.snapshot());
  const memory = createDrillMemory(needs, row, log, broadcast);
  const timer = createDueTimer(needs, content, memory, (at) => {
    beforeTick();
    // A timer may fire a hair early; what was due then still is.
    commands.submit({ commandId: null, receivedAt: clock.now(), request: { kind: 'due', at }, answer: () => {} });
  });
  const commands = createDrillCommands(needs, content, memory, {
    isAttended: broadcast.desk.isTaken,
    isFrozen,
    isDropped: () => isDropped,
    onLeaseLost,
    holdOff: timer.holdOff,
    onIdle: () => {
      if (isDropped) return;
      timer.schedule();
      onIdle(memory.snapshot().drill.ended !== null);
    },
  });

  timer.schedule();
  return {
    id,
    row: memory.row,
    giveTo: memory.setGuest,
    drill: (): Drill => memory.snapshot().drill,
    running: (): boolean => memory.snapshot().map.running,
    timeAt: memory.timeAt,
    now: memory.now,
    /** Wall time the clock has stood for a lost connection, and since when it does now. */
    lost: (): Pick<ClockMap, 'lostMs' | 'lostSince'> => memory.snapshot().map,
    desk: broadcast.desk,
    typing: broadcast.typing,
    catchUp: broadcast.catchUp,
    catchUpCost: broadcast.catchUpCost,
    recallFor: broadcast.recallFor,
    watch: broadcast.watch,
    unwatch: broadcast.unwatch,
    isWatched: broadcast.isWatched,
    ...commands,
    /** It is another node's: whoever waits is refused, and who looks on connects again. */
    drop: (): void => {
      isDropped = true;
      timer.cancel();
      broadcast.sendAway();
      broadcast.dispose();
    },
    dispose: (): void => {
      timer.cancel();
      broadcast.dispose();
    },
  };
};
