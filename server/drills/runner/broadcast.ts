import type { Clock } from '#common/clock.ts';
import type { DrillEvents } from '#contract/wire-events.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import { createPresenter } from '#drills/present/present.ts';
import { type ClockMap, drillTime } from '#drills/reports/clock-map.ts';
import { readLog } from '#drills/reports/drill-log.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
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
/** A drill and its clock as they stand after the last commit. */
export type DrillSnapshot = { drill: Drill; map: ClockMap };
export type Broadcast = ReturnType<typeof createBroadcast>;

/**
 * Sends a drill's viewers each commit as one contiguous message (RULES N1), and who is typing. Watchers (staff) see the
 * drill without sitting at the desk, and nobody is told of them.
 */
export function createBroadcast(
  { engine, storage, clock, shownLogs, feed }: Needs,
  id: string,
  content: Content,
  standing: () => DrillSnapshot,
) {
  const desk = createDesk();
  const watchers = new Map<string, DeskSeat>();
  const typing = createTypingFeed(id, {
    seats: function* () {
      yield* desk.seats();
      yield* watchers.values();
    },
  });
  const open = (staff: boolean): ShownLog =>
    shownLogs.open(
      () => createPresenter(content, staff),
      () => readLog(storage, id),
    );
  let shown = open(false);
  let recalled = 0;
  /** What watchers are shown; null while nobody watches. */
  let staffShown: ShownLog | null = null;

  const send = (seat: DeskSeat, upTo: number, events: DrillEvents['events']): void => {
    const { drill, map } = standing();
    const now = Math.max(drill.at, drillTime(map, clock.now()));
    seat.viewer.events({ drillId: id, after: seat.upTo, upTo, events, now, running: map.running });
    seat.upTo = upTo;
  };

  const tell = (seats: Iterable<DeskSeat>, log: ShownLog, after: number, events: readonly DrillEvent[]): void => {
    const seen = events.flatMap((event, index) => log.show(after + index + 1, event));
    // Nothing to see, nothing sent: `upTo` stays, and the next message's `after` still is what these viewers have (RULES N1).
    if (seen.length === 0) return;
    // Who still catches up gets these events in their turn.
    for (const seat of seats) if (!seat.isBehind) send(seat, standing().drill.seq, seen);
  };

  /** Sends what comes after the seat's `upTo`, even when that is nothing, or a piece of it. Returns whether that was all. */
  const sendPiece = (seat: DeskSeat, log: ShownLog): boolean => {
    const { events, isLast } = log.piece(seat.upTo, CATCH_UP_CHUNK_EVENTS);
    const last = events.at(-1);
    send(seat, isLast || last === undefined ? standing().drill.seq : last.seq, events);
    seat.isBehind = !isLast;
    return isLast;
  };

  const sendTyping = ({ viewer }: DeskSeat): void => {
    for (const notice of typing.current()) viewer.typing({ drillId: id, ...notice });
  };

  /** Sends the first piece now and the others by the feed. A seat that joins anew meanwhile goes on from there. */
  const replay = (seat: DeskSeat, log: () => ShownLog | null): void => {
    const from = log();
    if (from === null) return;
    const isFed = seat.isBehind;
    // Where the log must be read first, nothing is sent until then that comes after it.
    if (!from.isKept()) seat.isBehind = true;
    else if (sendPiece(seat, from)) return;
    if (isFed) return;
    const step = async (): Promise<void> => {
      await log()?.recall();
      const rest = log();
      const isHere = desk.isSeated(seat) || watchers.get(seat.viewer.id) === seat;
      if (!seat.isBehind || !isHere || rest === null) return;
      // Who is typing is told last: a line of the customer's that comes later takes it back.
      if (rest.isKept() && sendPiece(seat, rest)) sendTyping(seat);
      else feed.add(step);
    };
    feed.add(step);
  };
  const ofDesk = (): ShownLog => shown;
  const ofStaff = (): ShownLog | null => staffShown;

  /** Presents the log as watchers are shown it, who see more of it than the desk. */
  const openForStaff = async (): Promise<void> => {
    let rows = await readLog(storage, id);
    // What happened while it was read must be in it, too: the view goes on from there.
    while ((rows.at(-1)?.seq ?? 0) < standing().drill.seq) rows = await readLog(storage, id);
    if (staffShown !== null) return;
    staffShown = open(true);
    const { seq } = standing().drill;
    for (const row of rows) if (row.seq <= seq) staffShown.show(row.seq, row.event);
  };
  let opening: Promise<void> | null = null;

  return {
    desk,
    typing,
    /** Shows the views the next event of the past, so that they know it; no viewer is sent it again. */
    recall: (event: DrillEvent): void => {
      recalled += 1;
      shown.show(recalled, event);
      staffShown?.show(recalled, event);
    },
    /** Starts the views anew: `recall` is about to show them the whole log. */
    restart: (): void => {
      recalled = 0;
      shown.dispose();
      shown = open(false);
      staffShown?.dispose();
      staffShown = watchers.size === 0 ? null : open(true);
    },
    /** Tells everybody the events that came after position `after` and led to where the drill stands. */
    publish: (after: number, events: readonly DrillEvent[]): void => {
      tell(desk.seats(), shown, after, events);
      if (staffShown !== null) tell(watchers.values(), staffShown, after, events);
      const { drill, map } = standing();
      typing.show(map.running ? engine.typingNotices(drill) : []);
    },
    catchUp: (viewer: Viewer, after: number): void => {
      const seat = desk.seat(viewer);
      seat.upTo = Math.min(after, standing().drill.seq);
      replay(seat, ofDesk);
    },
    /** Sends everybody what they missed, after the log was recalled anew. */
    catchUpAll: (): void => {
      for (const seat of desk.seats()) replay(seat, ofDesk);
      for (const seat of watchers.values()) replay(seat, ofStaff);
    },
    /**
     * Reads and presents what `catchUp` or, for `staff`, `watch` is going to send, where it isn't kept. To be called
     * just before.
     */
    recallFor: async (staff: boolean): Promise<void> => {
      if (!staff || staffShown !== null) return (staff ? staffShown : shown)?.recall();
      opening ??= openForStaff().finally(() => {
        opening = null;
      });
      await opening;
    },
    watch: (viewer: Viewer, after: number): void => {
      const { seq } = standing().drill;
      const seat = watchers.get(viewer.id) ?? { viewer, upTo: 0, isBehind: false };
      seat.upTo = Math.min(after, seq);
      watchers.set(viewer.id, seat);
      replay(seat, ofStaff);
      sendTyping(seat);
    },
    /** Whether the viewer watched. */
    unwatch: (viewerId: string): boolean => {
      const watched = watchers.delete(viewerId);
      if (watchers.size > 0) return watched;
      staffShown?.dispose();
      staffShown = null;
      return watched;
    },
    /** Everybody who looks on is to connect again. */
    sendAway: (): void => {
      const away = [...desk.seats(), ...watchers.values()];
      watchers.clear();
      for (const { viewer } of away) viewer.moved?.();
    },
    isWatched: (): boolean => watchers.size > 0,
    /** What a catch-up after position `after` costs, in kept events. */
    catchUpCost: (after: number, staff: boolean): number => {
      const { seq } = standing().drill;
      const log = staff ? staffShown : shown;
      return log?.isKept() ? Math.max(0, seq - after) : PRESENTED_COST * seq;
    },
    dispose: (): void => {
      shown.dispose();
      staffShown?.dispose();
    },
  };
}
