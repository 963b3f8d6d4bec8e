import type { Clock } from '#common/clock.ts';
import type { DrillEvents } from '#contract/wire-events.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import { createPresenter } from '#drills/present/present.ts';
import { type ClockMap, drillTime } from '#drills/reports/clock-map.ts';
import { readLog } from '#drills/reports/drill-log.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent, DrillMs } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { Storage } from '#storage/storage.ts';
import type { CatchUpFeed } from './catch-up-feed.ts';
import { createDesk, type DeskSeat, type Viewer } from './desk.ts';
import type { ShownLog, ShownLogs } from './shown-logs.ts';
import { createTypingFeed } from './typing-feed.ts';

/** Wire events in one message of a catch-up. An ordinary drill is one message; a piece takes a third of a millisecond. */
export const CATCH_UP_CHUNK_EVENTS = 500;

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
export function createBroadcast(
  { engine, storage, clock, shownLogs, feed }: Needs,
  id: string,
  content: Content,
  snapshot: () => DrillSnapshot,
) {
  const desk = createDesk();
  const watchers = new Map<string, DeskSeat>();
  const typing = createTypingFeed(id, {
    seats: function* () {
      yield* desk.seats();
      yield* watchers.values();
    },
  });
  const openLog = (asStaff: boolean): ShownLog =>
    shownLogs.open(
      () => createPresenter(content, asStaff),
      () => readLog(storage, id),
    );
  let deskLog = openLog(false);
  let recalledCount = 0;
  /** What watchers are shown; null while nobody watches. */
  let staffLog: ShownLog | null = null;

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

  /** Sends what comes after the seat's `upTo`, even when that is nothing, or a piece of it. Returns whether that was all. */
  const sendChunk = (seat: DeskSeat, log: ShownLog): boolean => {
    const { events, isLast } = log.chunk(seat.upTo, CATCH_UP_CHUNK_EVENTS);
    const lastShown = events.at(-1);
    sendTo(seat, isLast || lastShown === undefined ? snapshot().drill.seq : lastShown.seq, events);
    seat.isBehind = !isLast;
    return isLast;
  };

  const sendTyping = ({ viewer }: DeskSeat): void => {
    for (const notice of typing.current()) viewer.sendTyping({ drillId: id, ...notice });
  };

  /** Sends the first piece now and the others by the feed. A seat that joins anew meanwhile goes on from there. */
  const catchUpSeat = (seat: DeskSeat, log: () => ShownLog | null): void => {
    const firstLog = log();
    if (firstLog === null) return;
    const isInFeed = seat.isBehind;
    // Where the log must be read first, nothing is sent until then that comes after it.
    if (!firstLog.isInMemory()) seat.isBehind = true;
    else if (sendChunk(seat, firstLog)) return;
    if (isInFeed) return;
    const sendNextChunk = async (): Promise<void> => {
      await log()?.recall();
      const currentLog = log();
      const isHere = desk.isSeated(seat) || watchers.get(seat.viewer.id) === seat;
      if (!seat.isBehind || !isHere || currentLog === null) return;
      // Who is typing is told last: a line of the customer's that comes later takes it back.
      if (currentLog.isInMemory() && sendChunk(seat, currentLog)) sendTyping(seat);
      else feed.add(sendNextChunk);
    };
    feed.add(sendNextChunk);
  };
  const currentDeskLog = (): ShownLog => deskLog;
  const currentStaffLog = (): ShownLog | null => staffLog;

  /** Presents the log as watchers are shown it, who see more of it than the desk. */
  const openForStaff = async (): Promise<void> => {
    let rows = await readLog(storage, id);
    // What happened while it was read must be in it, too: the view goes on from there.
    while ((rows.at(-1)?.seq ?? 0) < snapshot().drill.seq) rows = await readLog(storage, id);
    if (staffLog !== null) return;
    staffLog = openLog(true);
    const { seq } = snapshot().drill;
    for (const row of rows) if (row.seq <= seq) staffLog.show(row.seq, row.event);
  };
  let openingStaffLog: Promise<void> | null = null;

  return {
    desk,
    typing,
    /** Shows the views the next event of the past, so that they know it; no viewer is sent it again. */
    recall: (event: DrillEvent): void => {
      recalledCount += 1;
      deskLog.show(recalledCount, event);
      staffLog?.show(recalledCount, event);
    },
    /** Starts the views anew: `recall` is about to show them the whole log. */
    restart: (): void => {
      recalledCount = 0;
      deskLog.dispose();
      deskLog = openLog(false);
      staffLog?.dispose();
      staffLog = watchers.size === 0 ? null : openLog(true);
    },
    /** Tells everybody the events that came after position `after` and led to where the drill stands. */
    publish: (after: number, events: readonly DrillEvent[]): void => {
      sendEvents(desk.seats(), deskLog, after, events);
      if (staffLog !== null) sendEvents(watchers.values(), staffLog, after, events);
      const { drill, map } = snapshot();
      typing.show(map.running ? engine.typingNotices(drill) : []);
    },
    catchUp: (viewer: Viewer, after: number): void => {
      const seat = desk.seatOf(viewer);
      seat.upTo = Math.min(after, snapshot().drill.seq);
      catchUpSeat(seat, currentDeskLog);
    },
    /** Sends everybody what they missed, after the log was recalled anew. */
    catchUpAll: (): void => {
      for (const seat of desk.seats()) catchUpSeat(seat, currentDeskLog);
      for (const seat of watchers.values()) catchUpSeat(seat, currentStaffLog);
    },
    /**
     * Reads and presents what `catchUp` or, for `staff`, `watch` is going to send, where it isn't kept. To be called
     * just before.
     */
    recallFor: async (asStaff: boolean): Promise<void> => {
      if (!asStaff || staffLog !== null) return (asStaff ? staffLog : deskLog)?.recall();
      openingStaffLog ??= openForStaff().finally(() => {
        openingStaffLog = null;
      });
      await openingStaffLog;
    },
    watch: (viewer: Viewer, after: number): void => {
      const { seq } = snapshot().drill;
      const seat = watchers.get(viewer.id) ?? { viewer, upTo: 0, isBehind: false };
      seat.upTo = Math.min(after, seq);
      watchers.set(viewer.id, seat);
      catchUpSeat(seat, currentStaffLog);
      sendTyping(seat);
    },
    /** Whether the viewer watched. */
    unwatch: (viewerId: string): boolean => {
      const wasWatching = watchers.delete(viewerId);
      if (watchers.size > 0) return wasWatching;
      staffLog?.dispose();
      staffLog = null;
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
      const log = asStaff ? staffLog : deskLog;
      return log?.isInMemory() ? Math.max(0, seq - after) : PRESENTED_COST * seq;
    },
    dispose: (): void => {
      deskLog.dispose();
      staffLog?.dispose();
    },
  };
}
