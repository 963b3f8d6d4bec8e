/** Role play: a person plays the customer from a case's card (RULES J28–J34). Drill times are milliseconds. */
import { z } from 'zod';

export const PLAYER_NAME_MAX = 20;
export const FELT_MAX = 120;
/** Longest line of the player's, in UTF-16 units. */
export const PLAYED_LINE_MAX = 200;
/** From pleased to angry, by the words that the desk shows. */
export const PLAYED_MOODS = ['pleased', 'calm', 'anxious', 'upset', 'angry'] as const;
export type PlayedMood = (typeof PLAYED_MOODS)[number];

/** A point of a question in one of the trainee's turns, as rulings name it (contract/results.ts). */
const pointPlaceSchema = z.strictObject({
  conversation: z.string().min(1).max(100),
  point: z.string().min(1).max(100),
  turn: z.number().int().min(1),
});
const scenario = z
  .string()
  .max(100)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);
/** `seed`: as for any drill; who names one asks for its variant. */
export const openRolePlaySchema = z.strictObject({
  scenario,
  seed: z.number().int().min(0).max(2_147_483_647).optional(),
});
export const takeCardSchema = z.strictObject({ name: z.string().trim().min(1).max(PLAYER_NAME_MAX) });
export const feltSchema = z.strictObject({ felt: z.string().trim().max(FELT_MAX) });
/** `unsure`: the player can't say; the doubt stays as it is. */
export const settleSchema = z.strictObject({ point: pointPlaceSchema, said: z.enum(['said', 'not-said', 'unsure']) });

const beat = z.string().min(1).max(100);
/** What the player does. A line's text may be longer here than the engine takes: the refusal says why. */
export const playerActSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('ready') }),
  z.strictObject({ do: z.literal('say'), text: z.string().max(1000), beat: beat.nullable() }),
  z.strictObject({ do: z.literal('asked'), beat }),
  z.strictObject({ do: z.literal('mood'), mood: z.enum(PLAYED_MOODS) }),
  z.strictObject({ do: z.literal('pay') }),
  z.strictObject({ do: z.literal('leave'), how: z.enum(['content', 'angry']) }),
]);

type RolePlayPlan = {
  rolePlay?: true | undefined;
  scenarios: readonly unknown[];
  incidents: readonly unknown[];
} & Readonly<Record<'mode', string> & Partial<Record<'rush' | 'homework' | 'transfers' | 'ownShops', unknown>>>;
/** A lesson of one case, in which nobody comes but the customer whom a classmate plays (RULES J105). */
export const mayRolePlay = (plan: RolePlayPlan): boolean =>
  plan.rolePlay === undefined ||
  (plan.mode !== 'exam' &&
    plan.scenarios.length === 1 &&
    plan.incidents.length === 0 &&
    [plan.rush, plan.homework, plan.transfers, plan.ownShops].every((other) => other === undefined));

/**
 * A seat's part in a lesson of role plays: it serves, or plays the customer of whom it names. `mate` null: nobody is
 * assigned, and whoever has the code plays. `drill`: in which it serves; null: not opened, or not this seat's. `round`: of
 * the group, from 1. `mateIn`: the earlier round in which the mate is still without this seat; null: none (RULES J117).
 */
export type SeatPlay = {
  part: 'serve' | 'play';
  mate: { no: string; name: string } | null;
  drill: string | null;
  state: 'waits' | 'going' | 'over';
  round: number;
  mateIn: number | null;
};
/** In the order in which they are done. */
export type SeatRolePlay = { parts: SeatPlay[] };
/** What leads to the card that a seat has taken for its part. */
export type SeatCard = { code: string };

export type RolePlayOpened = { drill: string; code: string };
/** What a code leads to, before the card is taken. `yours`: this device has taken it. */
export type RolePlayInvite = { shop: string; stage: 'free' | 'yours' | 'taken' | 'over' };

/** `asks`: what the customer wants to know with it, in their own words; `lines`: how the case's customer says it. */
export type PlayedGoal = { beat: string; asks: string[]; lines: string[] };
/**
 * The card: who the customer is and what they want, of the answers nothing. `held`: what they tell only once they are
 * asked. `orders`: cents.
 */
export type PlayerCard = {
  title: string;
  shop: string;
  customer: string;
  nature: string;
  /** What they told the shop before. */
  before: string[];
  orders: { no: string; status: string; total: number; items: { name: string; qty: number }[] }[];
  /** Null: the case has none written. */
  aims: { wants: string; accepts: string; leaves: string } | null;
  goals: PlayedGoal[];
  more: { beat: string; lines: string[] }[];
  held: string[][];
};

/** `agent`: the trainee's words; `card`: an operation of theirs that the customer sees, by its title. */
export type PlayedLine = { id: string; by: 'customer' | 'agent' | 'card'; text: string; at: number };
export type RolePlayState = {
  code: string;
  /** `card`: taken, not ready yet; `ready`: the trainee hasn't started; `stopped`: the clock stands. */
  stage: 'card' | 'ready' | 'running' | 'stopped' | 'over';
  /** Length of the log that this was made of. */
  seq: number;
  /** Drill time when it was made, and whether it goes on. */
  now: number;
  running: boolean;
  lines: PlayedLine[];
  mood: PlayedMood;
  /** Beats whose line was said. */
  said: string[];
  /** Since when the customer waits for an answer; null: they don't. */
  waitsSince: number | null;
  /** Seconds of the first answer; null: there was none yet. */
  firstS: number | null;
  unpaid: boolean;
  /** How the customer left; null: they are here. */
  left: 'content' | 'angry' | null;
};

/** A doubt of the judge's: what should have been told, and the trainee's words that may have told it. */
export type PlayedDoubt = {
  place: z.infer<typeof pointPlaceSchema>;
  question: string;
  point: string;
  quote: string;
  /** What the player said of it; null: nothing yet. */
  said: 'said' | 'not-said' | 'unsure' | null;
};
export type PlayedDoubts = { doubts: PlayedDoubt[]; felt: string | null };

/** What a drill's own page tells of it. `player`: a name; null: nobody, or deleted since (`taken` tells which). */
export type RolePlayOfDrill = {
  code: string;
  title: string;
  player: string | null;
  taken: boolean;
  ready: boolean;
  started: boolean;
  felt: string | null;
  /** Of a lesson, whose it is; null: practice. */
  seat: string | null;
  /** Doubts the player settled, and those they couldn't. */
  settled: number;
  unsure: number;
};
