/** How customers come on a day of promotion. All figures are data (scenarios/rush.yaml). */

/** Customers who come in together: `count` of them within `over` seconds from second `at` on. */
export type RushBatch = { at: number; count: number; over: number };

/** What of the shop changes in the course of a rush. */
export const SHOP_CHANGES = ['offer-begun', 'offer-over', 'sold-out'] as const;
export type ShopChangeKind = (typeof SHOP_CHANGES)[number];

/**
 * A change of the shop at a moment of the rush, and what its desks are told. `price`, `stock`: what holds of the good from
 * then on, in cents and in pieces; null: as before.
 */
export type ShopChange = {
  at: number;
  what: ShopChangeKind;
  shop: string;
  product: string;
  price: number | null;
  stock: number | null;
  text: string;
};

/** What a customer of the day's offer or of the good that runs out finds when they come. */
export const MOMENTS = ['offer-on', 'offer-over', 'in-stock', 'sold-out', 'protected', 'unprotected'] as const;
export type Moment = (typeof MOMENTS)[number];

export type RushProfile = {
  id: string;
  name: string;
  /** The day and the clock at the start, where all its customers live: `2026-11-10 19:56`. */
  from: string;
  /** Customers a minute at factor 1, a figure for each minute. */
  rate: readonly number[];
  batches: readonly RushBatch[];
  /** The shop's offer begins at second `at` and is over at `until`; without `until` it outlasts the rush. */
  offer?: { at: number; until?: number | undefined } | undefined;
  /** Second at which one of the shop's goods runs out. */
  soldOutAt?: number | undefined;
  /** Share of the customers of the last three minutes who bought before the offer and ask for the difference, percent. */
  priceProtection?: number | undefined;
  /** Share of long cases, percent. */
  long: number;
  /** Scenario type → its share, percent. */
  types: Readonly<Record<string, number>>;
};

/** How long customers wait in the queue: lognormal about a median. */
export type QueuePatience = {
  medianS: number;
  /** Of the logarithm. */
  sigma: number;
  /** Who comes in a minute with at least `rate` customers, or in a batch, has so many times the patience. */
  surge: { rate: number; times: number };
  /** What the patience is multiplied by at levels 1, 2 and 3. */
  levels: readonly number[];
};

/** What happens to who waits in the queue, and how long the desk stays open after the last has come. */
export type QueueRules = {
  patience: QueuePatience;
  /** Seconds in the queue after which a colleague takes the customer. */
  colleagueAfterS: number;
  /** Minutes after the profile's in which open conversations are brought to an end. */
  closingMinutes: number;
};

export type Rush = {
  /** What the rates are multiplied by at levels 1, 2 and 3; rising. */
  levels: readonly number[];
  queue: QueueRules;
  profiles: readonly RushProfile[];
};

/** Stands for a file that isn't there: nobody comes. */
export const NO_RUSH: Rush = {
  levels: [],
  queue: {
    patience: { medianS: 300, sigma: 0, surge: { rate: 1, times: 1 }, levels: [] },
    colleagueAfterS: 90,
    closingMinutes: 5,
  },
  profiles: [],
};

/** Most customers at one desk at the same moment: the dial's last stop, and the cap of every ordinary drill. */
export const MAX_CUSTOMERS = 12;

/** Most customers of one rush from its start to its end. The busiest profile brings 30 on average at level 3. */
export const MAX_ARRIVALS = 40;

export type RushLevel = 1 | 2 | 3;

/**
 * The rush a drill was opened as: all it needs to know of `scenarios/rush.yaml`, so that a later edit changes nothing in
 * a drill that has begun. Times are drill milliseconds.
 */
export type OpenedRush = {
  /** Id of the profile. */
  profile: string;
  level: RushLevel;
  /** Minutes in which customers come. */
  minutes: number;
  /** Whether the capacity follows the trainee. */
  dial: boolean;
  /** Open conversations given to this seat at the start. */
  capacity: number;
  /** Milliseconds in the queue after which a colleague takes the customer. */
  colleagueAfterMs: number;
  /** Milliseconds after `minutes` at which the drill ends, whoever is still there. */
  closingMs: number;
  /** What a customer in the queue is told at once, by the shop's machine; null: nothing. */
  greeting: string | null;
  /** Milliseconds in which who is still there is handed over to the next shift; absent: none, as in older logs. */
  handoverMs?: number;
  /** Milliseconds for each of them, and the most of all, where more are left than `handoverMs` is enough for. */
  handoverEach?: { readonly eachMs: number; readonly mostMs: number };
  /** In order of time. Absent where nothing changes, and in logs older than it is. */
  changes?: readonly ShopChange[];
};

/** Milliseconds for notes on so many customers: as many as the rush has for each, within its bounds. */
export const handoverMsFor = (
  { handoverMs = 0, handoverEach }: Pick<OpenedRush, 'handoverMs' | 'handoverEach'>,
  left: number,
): number =>
  handoverEach === undefined
    ? handoverMs
    : Math.min(handoverEach.mostMs, Math.max(handoverMs, left * handoverEach.eachMs));

/** Why the dial was turned. `keeping-up` alone turns it up. */
export type DialWhy = 'keeping-up' | 'too-slow' | 'waits-grew' | 'somebody-left';

/**
 * How a customer left the queue without having been at the desk: the patience was used up, a colleague took them, or the
 * rush was over.
 */
export type QueueExit = 'gave-up' | 'colleague' | 'rush-over';

/** A reply that somebody waited for: drill time, seconds of the trainee's own hands, seconds the customer waited. */
export type TimedReply = { at: number; handS: number; waitS: number };

/** Where a rush stands. Null in every drill that is none. */
export type RushState = OpenedRush & {
  /** When customers stop coming. */
  endsAt: number;
  /** Nobody new comes any more. */
  isOver: boolean;
  /** Conversations given to the seat now; `capacity` of the opening at first. */
  capacity: number;
  /** When the dial was last turned, and last turned down; null: never. */
  turnedAt: number | null;
  loweredAt: number | null;
  /** The latest replies, oldest first. */
  replies: readonly TimedReply[];
  /** Replies since the dial was last turned. */
  repliesSince: number;
  /** The latest seconds from a reply to the customer's next words. */
  gapsS: readonly number[];
  /** When the trainee last sent anything to anybody. */
  sentAt: number;
  /** When the last two customers left, from the queue or in silence from the desk. */
  leftAt: readonly number[];
  /** Until when the open conversations are handed over to the next shift; null: the shift isn't over. */
  handoverUntil: number | null;
  /** Of `changes`, how many have come. */
  changesTold: number;
};
