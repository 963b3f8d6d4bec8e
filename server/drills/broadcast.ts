import type { DrillEvents } from '#contract/wire-events.ts';
import { createDesk } from '#drills/desk.ts';
import { readLog } from '#drills/drill-log.ts';
import type { DrillEngine } from '#drills/engine.ts';
import { createPresenter } from '#drills/present.ts';
import { createTypingFeed } from '#drills/typing-feed.ts';
import { drillTime, type WallMap } from '#drills/wall-map.ts';
import type { Drill } from '#engine/drill.ts';
import type { DrillEvent } from '#engine/events.ts';
import type { Content } from '#engine/prepare.ts';
import type { Clock } from '#server/clock.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { engine: DrillEngine; storage: Storage; clock: Clock };
type Seat = { viewer: { events(message: DrillEvents): void }; upTo: number };
/** A drill and its clock as they stand after the last commit. */
export type Standing = { drill: Drill; map: WallMap };

/** What a drill's viewers hear: each commit as one contiguous message (RULES N1), and who is typing. */
export function createBroadcast({ engine, storage, clock }: Needs, id: string, content: Content) {
  const desk = createDesk();
  const typing = createTypingFeed(id, desk);
  let present = createPresenter(content);

  const message = ({ drill, map }: Standing, after: number, events: DrillEvents['events']): DrillEvents => {
    const now = Math.max(drill.at, drillTime(map, clock.now()));
    return { drillId: id, after, upTo: drill.seq, events, now, running: map.running };
  };

  return {
    desk,
    typing,
    /** Shows the presenter an event of the past, which nobody is told again. */
    recall: (event: DrillEvent): void => void present(event),
    /** Forgets the past: it is about to be recalled from the log. */
    restart: (): void => {
      present = createPresenter(content);
    },
    /** Tells everybody the events that came after position `after` and led to `standing`. */
    publish: (after: number, events: readonly DrillEvent[], standing: Standing): void => {
      const seen = events.flatMap((event, index) =>
        present(event).map((wire) => ({ seq: after + index + 1, event: wire })),
      );
      for (const seat of desk.seats()) {
        // Nothing to see: the next message's `after` still is what this viewer has (RULES N1).
        if (seen.length === 0) continue;
        seat.viewer.events(message(standing, seat.upTo, seen));
        seat.upTo = standing.drill.seq;
      }
      typing.show(standing.map.running ? engine.typingNotices(standing.drill) : []);
    },
    /** Sends everything after the seat's `upTo` as one message, even when that is nothing. */
    catchUp: (seat: Seat, standing: Standing): void => {
      const replay = createPresenter(content);
      const events = readLog(storage, id).flatMap(({ seq, event }) => {
        const wires = replay(event);
        return seq > seat.upTo && seq <= standing.drill.seq ? wires.map((wire) => ({ seq, event: wire })) : [];
      });
      seat.viewer.events(message(standing, seat.upTo, events));
      seat.upTo = standing.drill.seq;
    },
  };
}
