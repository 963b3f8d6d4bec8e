import type { Clock } from '#common/clock.ts';
import type { DrillEvents } from '#contract/wire-events.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import { createPresenter, type Presenter } from '#drills/present/present.ts';
import { type ClockMap, drillTime } from '#drills/reports/clock-map.ts';
import { readLog } from '#drills/reports/drill-log.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/cast.ts';
import type { Storage } from '#storage/storage.ts';
import { createDesk, type DeskSeat, type Viewer } from './desk.ts';
import { createTypingFeed } from './typing-feed.ts';

type Needs = { engine: DrillEngine; storage: Storage; clock: Clock };
/** A drill and its clock as they stand after the last commit. */
export type DrillSnapshot = { drill: Drill; map: ClockMap };

/**
 * Sends a drill's viewers each commit as one contiguous message (RULES N1), and who is typing. Watchers (staff) see the
 * drill without sitting at the desk, and nobody is told of them.
 */
export function createBroadcast({ engine, storage, clock }: Needs, id: string, content: Content) {
  const desk = createDesk();
  const watchers = new Map<string, DeskSeat>();
  const typing = createTypingFeed(id, {
    seats: function* () {
      yield* desk.seats();
      yield* watchers.values();
    },
  });
  let present = createPresenter(content);
  /** Presents to the watchers; null while nobody watches. */
  let presentStaff: Presenter | null = null;

  const send = (seat: DeskSeat, { drill, map }: DrillSnapshot, events: DrillEvents['events']): void => {
    const now = Math.max(drill.at, drillTime(map, clock.now()));
    seat.viewer.events({ drillId: id, after: seat.upTo, upTo: drill.seq, events, now, running: map.running });
    seat.upTo = drill.seq;
  };

  type Commit = { after: number; events: readonly DrillEvent[]; standing: DrillSnapshot };
  const tell = (seats: Iterable<DeskSeat>, presenter: Presenter, { after, events, standing }: Commit): void => {
    const seen = events.flatMap((event, index) =>
      presenter(event).map((wire) => ({ seq: after + index + 1, event: wire })),
    );
    // Nothing to see, nothing sent: `upTo` stays, and the next message's `after` still is what these viewers have (RULES N1).
    if (seen.length > 0) for (const seat of seats) send(seat, standing, seen);
  };

  /** Sends everything after the seat's `upTo` as one message, even when that is nothing. */
  const replay = (seat: DeskSeat, standing: DrillSnapshot, presenter: Presenter): void => {
    const events = readLog(storage, id).flatMap(({ seq, event }) => {
      if (seq > standing.drill.seq) return [];
      const wires = presenter(event);
      return seq > seat.upTo ? wires.map((wire) => ({ seq, event: wire })) : [];
    });
    send(seat, standing, events);
  };

  return {
    desk,
    typing,
    /** Shows the presenters an event of the past, so that they know it; no viewer is sent it again. */
    recall: (event: DrillEvent): void => {
      present(event);
      presentStaff?.(event);
    },
    /** Starts with new presenters, which `recall` is about to show the whole log. */
    restart: (): void => {
      present = createPresenter(content);
      presentStaff = watchers.size === 0 ? null : createPresenter(content, true);
    },
    /** Tells everybody the events that came after position `after` and led to `standing`. */
    publish: (after: number, events: readonly DrillEvent[], standing: DrillSnapshot): void => {
      const commit = { after, events, standing };
      tell(desk.seats(), present, commit);
      if (presentStaff !== null) tell(watchers.values(), presentStaff, commit);
      typing.show(standing.map.running ? engine.typingNotices(standing.drill) : []);
    },
    catchUp: (seat: DeskSeat, standing: DrillSnapshot): void => replay(seat, standing, createPresenter(content)),
    /** Sends everybody what they missed, after the log was recalled anew. */
    catchUpAll: (standing: DrillSnapshot): void => {
      for (const seat of desk.seats()) replay(seat, standing, createPresenter(content));
      for (const seat of watchers.values()) replay(seat, standing, createPresenter(content, true));
    },
    watch: (viewer: Viewer, after: number, standing: DrillSnapshot): void => {
      const seat = { viewer, upTo: Math.min(after, standing.drill.seq) };
      watchers.set(viewer.id, seat);
      presentStaff = createPresenter(content, true);
      replay(seat, standing, presentStaff);
      for (const notice of typing.current()) viewer.typing({ drillId: id, ...notice });
    },
    /** Whether the viewer watched. */
    unwatch: (viewerId: string): boolean => {
      const watched = watchers.delete(viewerId);
      if (watchers.size === 0) presentStaff = null;
      return watched;
    },
    isWatched: (): boolean => watchers.size > 0,
  };
}
