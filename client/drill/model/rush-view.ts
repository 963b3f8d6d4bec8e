/** What the desk shows of a rush beside its conversations. Made by `rush-fold.ts` from the wire's events. */
import type { WireDialWhy, WireQueueExit, WireRush } from '#contract/wire/rush.ts';
import type { WireOrder } from '#contract/wire-events.ts';

/** Somebody in the queue, as the shop's own system knows them: nothing of what they want or how long they will wait. */
export type QueueEntry = {
  /** The key by which they are taken (`queue:take`), and which their conversation has once they are at the desk. */
  conversation: string;
  name: string;
  isRegular: boolean;
  /** They were at this desk before. */
  isBack: boolean;
  /** The page they come from; null: none is known. */
  from: string | null;
  /** Their orders as the side panel has them; `total`: cents. Null: the server didn't say. */
  orders: readonly { status: WireOrder['status']; total: number }[] | null;
  /** Drill time at which they came. A colleague takes them at `since + opened.colleagueAfterMs`. */
  since: number;
  /** What they were told by machine, with its number in the log; null: nothing. */
  greeting: { seq: number; at: number; text: string } | null;
};

/** A turn of the dial, with its reason: a desk that eases must say why. */
export type DialTurn = { seq: number; at: number; from: number; to: number; why: WireDialWhy };

/** Somebody who left the queue without having been at the desk. */
export type QueueExit = {
  seq: number;
  at: number;
  conversation: string;
  name: string;
  how: WireQueueExit;
  /** Milliseconds they had waited. */
  waitedMs: number;
};

/** A customer given to a colleague, with the trainee's note. */
export type Transfer = { seq: number; at: number; conversation: string; name: string; note: string };

export type RushView = {
  /** As it was opened: profile, level, minutes, whether the dial turns by itself, greeting. */
  opened: WireRush;
  /** Drill time from which nobody new comes. */
  endsAt: number;
  /** That time has come; who is at the desk is still to be served. */
  isOver: boolean;
  /** Until when who is left is handed over to the next shift, drill time; null: the shift isn't over. */
  handoverUntil: number | null;
  /** Drill time from which nobody was answered any more: the report ends there. */
  shiftOverAt: number | null;
  /** Open conversations given to the seat now: the dial's stop, or the fixed number. */
  capacity: number;
  /** Who waits, longest first. */
  queue: readonly QueueEntry[];
  /** Who is at the desk, in order of coming there: the list's order and the number keys' (RULES J164). */
  slots: readonly string[];
  /** Turns of the dial, oldest first; empty with a fixed capacity. */
  turns: readonly DialTurn[];
  /** Who left the queue, oldest first. */
  exits: readonly QueueExit[];
  /** Who was given to a colleague, oldest first. */
  transfers: readonly Transfer[];
};
