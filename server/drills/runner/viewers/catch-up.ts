import type { CatchUpFeed } from './catch-up-feed.ts';
import type { DeskSeat } from './desk.ts';
import type { ShownEvent, ShownLog } from './shown-logs.ts';

/** Wire events in one message of a catch-up. An ordinary drill is one message; a piece takes a third of a millisecond. */
export const CATCH_UP_CHUNK_EVENTS = 500;

type Needs = {
  feed: CatchUpFeed;
  /** How long the drill's log is now. */
  lastSeq(): number;
  /** The seat has all up to `upTo` then. */
  sendTo(seat: DeskSeat, upTo: number, events: ShownEvent[]): void;
  sendTyping(seat: DeskSeat): void;
  /** Whether the seat's viewer still looks on. */
  isHere(seat: DeskSeat): boolean;
};

/** Sends a seat what comes after its `upTo`, by the log that `log` gives when a piece is due; null: nothing any more. */
export type CatchUp = (seat: DeskSeat, log: () => ShownLog | null) => void;

/**
 * Sends the first piece now and the others by the feed. A seat that joins anew meanwhile goes on from there. When a piece
 * can't be read or sent, its page is to connect again: it is told nothing more, and so would notice no gap.
 */
export const createCatchUp = ({ feed, lastSeq, sendTo, sendTyping, isHere }: Needs): CatchUp => {
  /** Sends what comes after the seat's `upTo`, even when that is nothing, or a piece of it. Returns whether that was all. */
  const sendChunk = (seat: DeskSeat, log: ShownLog): boolean => {
    const { events, isLast } = log.chunk(seat.upTo, CATCH_UP_CHUNK_EVENTS);
    const lastShown = events.at(-1);
    sendTo(seat, isLast || lastShown === undefined ? lastSeq() : lastShown.seq, events);
    seat.isBehind = !isLast;
    return isLast;
  };

  /** Seats whose next piece is in the feed. */
  const seatsInFeed = new WeakSet<DeskSeat>();

  return (seat, log) => {
    const firstLog = log();
    if (firstLog === null) return;
    // Where the log must be read first, nothing is sent until then that comes after it.
    if (!firstLog.isInMemory()) seat.isBehind = true;
    else if (sendChunk(seat, firstLog)) return;
    const sendNextChunk = async (): Promise<void> => {
      seatsInFeed.delete(seat);
      try {
        await log()?.recall();
        const currentLog = log();
        if (!seat.isBehind || !isHere(seat) || currentLog === null) return;
        // Who is typing is told last: a line of the customer's that comes later takes it back.
        if (currentLog.isInMemory() && sendChunk(seat, currentLog)) sendTyping(seat);
        else addNextChunk();
      } catch (error) {
        seat.viewer.sendMoved?.();
        throw error;
      }
    };
    const addNextChunk = (): void => {
      if (seatsInFeed.has(seat)) return;
      seatsInFeed.add(seat);
      feed.add(sendNextChunk);
    };
    addNextChunk();
  };
};
