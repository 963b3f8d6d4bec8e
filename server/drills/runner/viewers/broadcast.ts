import type { Clock } from '#common/clock.ts';
import type { DrillEvents } from '#contract/wire-events.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import { type ClockMap, drillTime } from '#drills/reports/clock-map.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent, DrillMs } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { Storage } from '#storage/storage.ts';
import { createCatchUp } from './catch-up.ts';
import type { CatchUpFeed } from './catch-up-feed.ts';
import { createDesk, type DeskSeat, type Viewer } from './desk.ts';
import type { ShownLog, ShownLogs } from './shown-logs.ts';
import { createTypingFeed } from './typing-feed.ts';
import { createViewerLogs } from './viewer-logs.ts';

/** What an event costs that is read from the log and presented, or folded, too: in kept events, as measured. */
const PRESENTED_COST = 6;
export const FOLDED_COST = 20;

type Needs = { engine: DrillEngine; storage: Storage; clock: Clock; shownLogs: ShownLogs; feed: CatchUpFeed };
/**
 * A drill and its clock as they stand after the last commit. `due`: drill time of the next thing to happen by itself, where
 * that was worked out for the commit; null: nothing will.
 */
export type DrillSnapshot = { drill: Drill; map: ClockMap; due?: DrillMs | null };
export type Broadcast = ReturnType<typeof createBroadcast>;

/**
 * Sends a drill's viewers each commit as one contiguous message (RULES N1), and who is typing. Watchers (staff) see the
 * drill without sitting at the desk, and nobody is told of them.
 */
export const createBroadcast = (
  { engine, storage, clock, shownLogs, feed }: Needs,
  id: string,
  content: Content,
  snapshot: () => DrillSnapshot,
) => {
  const desk = createDesk();
  const watchers = new Map<string, DeskSeat>();
  const typing = createTypingFeed(id, {
    seats: function* () {
      yield* desk.seats();
      yield* watchers.values();
    },
  });
  const logs = createViewerLogs({ storage, shownLogs }, id, content, () => snapshot().drill.seq);

  const sendTo = (seat: DeskSeat, upTo: number, events: DrillEvents['events']): void => {
    const { drill, map } = snapshot();
    const now = Math.max(drill.at, drillTime(map, clock.now()));
    seat.viewer.sendEvents({ drillId: id, after: seat.upTo, upTo, events, now, running: map.running });
    seat.upTo = upTo;
  };

  const sendEvents = (seats: Iterable<DeskSeat>, log: ShownLog, after: number, events: readonly DrillEvent[]): void => {
    const shownEvents = events.flatMap((event, index) => log.show(after + index + 1, event));
    // Nothing to see, nothing sent: `upTo` stays, and the next message's `after` still is what these viewers have (RULES N1).
    if (shownEvents.length === 0) return;
    // Who still catches up gets these events in their turn.
    for (const seat of seats) if (!seat.isBehind) sendTo(seat, snapshot().drill.seq, shownEvents);
  };

  const sendTyping = ({ viewer }: DeskSeat): void => {
    for (const notice of typing.current()) viewer.sendTyping({ drillId: id, ...notice });
  };

  const catchUpSeat = createCatchUp({
    ...{ feed, sendTo, sendTyping },
    lastSeq: () => snapshot().drill.seq,
    isHere: (seat) => desk.isSeated(seat) || watchers.get(seat.viewer.id) === seat,
  });

  return {
    desk,
    typing,
    /** Shows the views the next event of the past, so that they know it; no viewer is sent it again. */
    recall: logs.recall,
    /** Starts the views anew: `recall` is about to show them the whole log. */
    restart: (): void => logs.restart(watchers.size > 0),
    /** Tells everybody the events that came after position `after` and led to where the drill stands. */
    publish: (after: number, events: readonly DrillEvent[]): void => {
      sendEvents(desk.seats(), logs.desk(), after, events);
      const staffLog = logs.staff();
      if (staffLog !== null) sendEvents(watchers.values(), staffLog, after, events);
      const { drill, map } = snapshot();
      typing.show(map.running ? engine.typingNotices(drill) : []);
    },
    catchUp: (viewer: Viewer, after: number): void => {
      const seat = desk.seatOf(viewer);
      seat.upTo = Math.min(after, snapshot().drill.seq);
      catchUpSeat(seat, logs.desk);
    },
    /** Sends everybody what they missed, after the log was recalled anew. */
    catchUpAll: (): void => {
      for (const seat of desk.seats()) catchUpSeat(seat, logs.desk);
      for (const seat of watchers.values()) catchUpSeat(seat, logs.staff);
    },
    /**
     * Reads and presents what `catchUp` or, for `staff`, `watch` is going to send, where it isn't kept. To be called
     * just before.
     */
    recallFor: logs.recallFor,
    watch: (viewer: Viewer, after: number): void => {
      const { seq } = snapshot().drill;
      const seat = watchers.get(viewer.id) ?? { viewer, upTo: 0, isBehind: false };
      seat.upTo = Math.min(after, seq);
      watchers.set(viewer.id, seat);
      catchUpSeat(seat, logs.staff);
      sendTyping(seat);
    },
    /** Whether the viewer watched. */
    unwatch: (viewerId: string): boolean => {
      const wasWatching = watchers.delete(viewerId);
      if (watchers.size === 0) logs.closeStaff();
      return wasWatching;
    },
    /** Everybody who looks on is to connect again. */
    sendAway: (): void => {
      const seatsToMove = [...desk.seats(), ...watchers.values()];
      watchers.clear();
      for (const { viewer } of seatsToMove) viewer.sendMoved?.();
    },
    isWatched: (): boolean => watchers.size > 0,
    /** What a catch-up after position `after` costs, in kept events. */
    catchUpCost: (after: number, asStaff: boolean): number => {
      const { seq } = snapshot().drill;
      const log = asStaff ? logs.staff() : logs.desk();
      return log?.isInMemory() ? Math.max(0, seq - after) : PRESENTED_COST * seq;
    },
    dispose: logs.dispose,
  };
};
