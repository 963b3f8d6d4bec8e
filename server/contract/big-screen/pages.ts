/** What stands on the big screen beside the wall: whom the class is about to serve, and how a lesson closes. */
import type { DimensionId } from '#contract/report.ts';

/** A good as the customer has ordered it or looks at it; the picture's address, or null. */
export type CardGood = { id: string; name: string; price: number; picture: string | null };

/** A planned case, as its trainees may know it before the drill (RULES Z23). */
export type RunCard = {
  id: string;
  title: string;
  typeName: string;
  level: number;
  minutes: number;
  /** What serving such a customer trains, by the case's type. */
  trains: string;
  shop: { id: string; name: string; platformName: string; hours: [string, string] };
  /** Whom the whole class serves, with what the desk shows as they come in; null: that isn't one and the same, or an exam. */
  customer: { name: string; isRegular: boolean; goods: CardGood[] } | null;
};

/** Why no customer is named beforehand. */
export type UnnamedCustomers = 'exam' | 'own-customers' | 'own-shops';
/** `cards` is empty in a rush and in a project task, whose customers nobody is told of beforehand. */
export type RunCards = { cards: RunCard[]; unnamed: UnnamedCustomers | null };

/** Something the class did well. `dimension`: the best of the report's parts; seconds are the class's mean. */
export type DoneWell =
  | { kind: 'no-red-line' }
  | { kind: 'nobody-left' }
  | { kind: 'first-response'; seconds: number }
  | { kind: 'dimension'; id: DimensionId; name: string; percent: number }
  | { kind: 'better-again'; seats: number };

/** How a lesson closes: figures of the class, never of one person beside a name (RULES Z24). */
export type ClosingPage = {
  /** Those who served somebody, in the roster's order. */
  people: { seat: string; name: string }[];
  /** Seats whose drill isn't scored yet. */
  unscored: number;
  /** Customers who had a reply from a person, in all attempts; messages likewise. */
  customers: number;
  messages: number;
  /** Means of the seats that can be compared; null without any. */
  firstResponseS: number | null;
  passed: number;
  of: number;
  /** Three at most. */
  well: DoneWell[];
  /** What to take away: a fault that at least two seats had, with what the rubric advises; null: none was shared. */
  takeAway: { title: string; advice: string } | null;
};
