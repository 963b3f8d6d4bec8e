/**
 * The dial of a rush: how many conversations a seat is given, by how fast its trainee answers (RULES Q6). It is decided
 * at events, and at the times at which a decision can change without one, so that no tick is needed to look.
 */
import type { Drill } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { Tier } from '#engine/model/rubric.ts';
import { type DialWhy, MAX_CUSTOMERS, type RushState, type TimedReply } from '#engine/model/rush.ts';
import { atDesk, queueOf } from '#engine/state/desk-load.ts';

/** The dial's stops: open conversations given to a seat. */
export const CAPACITIES = [1, 2, 3, 5, 8, MAX_CUSTOMERS] as const;

const SECOND_MS = 1000;
/** Milliseconds after a turn of the dial in which it stays, and after one down in which it isn't turned up. */
const REST_MS = 60_000;
const REST_AFTER_DOWN_MS = 120_000;
/** Older replies say nothing of how fast the trainee is now, unless there are too few younger ones. */
const FRESH_MS = 240_000;
const FEWEST_REPLIES = 3;
/** Seconds from a reply to the customer's next words where too few are known, and the bounds of their mean. */
const GAP_S = { usual: 20, least: 10, most: 60, fewest: 3 } as const;
/** Seconds a customer may wait for each reply in a full desk, by which its size is reckoned. */
const WAIT_S = 45;
/** Rounds whose 80th percentile is looked at. */
const ROUNDS = 6;
const SHARE = 0.8;
/** Room that is needed, as a multiple of the stop, by who was turned down before: else chance swings them to and fro. */
const REGAIN = 1.15;
/** Less room than this share of the level turns it down. */
const LEAST_ROOM = 0.7;
/** Times the rubric's fail limit above which rounds, and the oldest wait, turn it down. */
const SLOW_ROUNDS = 1.5;
const LONG_WAIT = 2;
/** So many customers who left within a minute turn it down. */
const LEFT = 2;
const LEFT_WITHIN_MS = 60_000;

export type DialTurn = { at: DrillMs; from: number; to: number; why: DialWhy };

/** Seconds of hands a reply takes: by median and by mean of the latest; null with too few of them. */
const handsOf = ({ replies }: RushState, at: DrillMs, fewest: number): { median: number; mean: number } | null => {
  const fresh = replies.filter((reply) => at - reply.at <= FRESH_MS);
  const timed = fresh.length >= fewest ? fresh : replies.slice(-fewest);
  if (timed.length < fewest) return null;
  const hand = timed.map(({ handS }) => handS).sort((a, b) => a - b);
  const middle = hand.length / 2;
  return {
    median: ((hand[Math.ceil(middle) - 1] ?? 0) + (hand[Math.floor(middle)] ?? 0)) / 2,
    mean: hand.reduce((sum, one) => sum + one, 0) / hand.length,
  };
};

/** Customers that one who needs `handS` a reply can serve at once. */
const roomFor = ({ gapsS }: RushState, handS: number): number => {
  const mean = gapsS.reduce((sum, gap) => sum + gap, 0) / Math.max(1, gapsS.length);
  const gapS = gapsS.length < GAP_S.fewest ? GAP_S.usual : Math.min(GAP_S.most, Math.max(GAP_S.least, mean));
  return (WAIT_S + gapS) / Math.max(1, handS);
};

/** Whether there is room for a higher stop: by the slower of both figures, since one quick stretch is no pace. */
const hasRoomFor = (rush: RushState, at: DrillMs, higher: number): boolean => {
  const hands = handsOf(rush, at, ROUNDS);
  return (
    hands !== null &&
    roomFor(rush, Math.max(hands.median, hands.mean)) >= higher * (rush.loweredAt === null ? 1 : REGAIN)
  );
};

/** Whether this stop is too high for the trainee's pace, by the quicker of both figures. */
const isTooHigh = (rush: RushState, at: DrillMs): boolean => {
  const hands = handsOf(rush, at, FEWEST_REPLIES);
  return hands !== null && roomFor(rush, Math.min(hands.median, hands.mean)) < LEAST_ROOM * rush.capacity;
};

/** Seconds within which four of five of these rounds were answered. */
const slowRound = (rounds: readonly TimedReply[]): number => {
  const waits = rounds.map(({ waitS }) => waitS).sort((a, b) => a - b);
  return waits[Math.ceil(SHARE * waits.length) - 1] ?? 0;
};

/** How full the desk is. `waits`: since when each customer there waits for an answer; who is done waits for none. */
type Load = { isFull: boolean; waits: readonly DrillMs[] };

const loadOf = (drill: Drill, { capacity }: RushState): Load => {
  const open = atDesk(drill);
  return {
    isFull: open.length >= capacity || queueOf(drill).length > 0,
    waits: open.flatMap(({ waitingSince, ending }) => (waitingSince === null || ending !== null ? [] : [waitingSince])),
  };
};

const failS = (tiers: readonly Tier[], capacity: number): number =>
  (tiers.find(({ upTo }) => capacity <= upTo) ?? tiers.at(-1))?.failS ?? WAIT_S;

/** Why the dial goes down at this moment; null when it doesn't. */
const whyDown = ({ waits }: Load, rush: RushState, limitS: number, at: DrillMs): DialWhy | null => {
  const { leftAt, replies, repliesSince } = rush;
  if (leftAt.filter((left) => at - left < LEFT_WITHIN_MS).length >= LEFT) return 'somebody-left';
  const since = replies.slice(-Math.min(ROUNDS, repliesSince));
  const isSlow = repliesSince >= FEWEST_REPLIES && slowRound(since) > SLOW_ROUNDS * limitS;
  if (isSlow || waits.some((from) => at - from > LONG_WAIT * limitS * SECOND_MS)) return 'waits-grew';
  return isTooHigh(rush, at) ? 'too-slow' : null;
};

const turnAt = (tiers: readonly Tier[], load: Load, rush: RushState, at: DrillMs): DialTurn | null => {
  const from = rush.capacity;
  const lower = CAPACITIES.findLast((capacity) => capacity < from);
  const higher = CAPACITIES.find((capacity) => capacity > from);
  const limitS = failS(tiers, from);
  const down = lower === undefined ? null : whyDown(load, rush, limitS, at);
  if (down !== null) return { at, from, to: lower ?? from, why: down };
  if (higher === undefined || (rush.loweredAt !== null && at < rush.loweredAt + REST_AFTER_DOWN_MS)) return null;
  // After a turn down the replies that led to it must have passed.
  if (rush.loweredAt !== null && rush.loweredAt === rush.turnedAt && rush.repliesSince < ROUNDS) return null;
  // Whoever leaves somebody waiting past the limit keeps up with nobody, however quick the replies before were.
  if (load.waits.some((since) => at - since > limitS * SECOND_MS)) return null;
  if (!load.isFull || !hasRoomFor(rush, at, higher) || slowRound(rush.replies.slice(-ROUNDS)) > limitS) return null;
  return { at, from, to: higher, why: 'keeping-up' };
};

/**
 * When the dial is turned next, and how, if nothing else happens before; null: not without an event. Times at which a
 * decision can change by themselves: the rests are over, a reply grows old, somebody has waited too long.
 */
export const nextTurnOfDial = (tiers: readonly Tier[], drill: Drill, rush: RushState): DialTurn | null => {
  if (!rush.dial || rush.isOver) return null;
  const rested = (rush.turnedAt ?? 0) + REST_MS;
  const load = loadOf(drill, rush);
  const limitMs = failS(tiers, rush.capacity) * LONG_WAIT * SECOND_MS;
  const times = [
    ...[drill.at, rested, (rush.loweredAt ?? 0) + REST_AFTER_DOWN_MS],
    ...rush.replies.map(({ at }) => at + FRESH_MS + 1),
    ...load.waits.map((from) => from + limitMs + 1),
  ];
  const coming = times.filter((at) => at >= Math.max(drill.at, rested)).sort((a, b) => a - b);
  for (const at of coming) {
    const turn = turnAt(tiers, load, rush, at);
    if (turn !== null) return turn;
  }
  return null;
};
