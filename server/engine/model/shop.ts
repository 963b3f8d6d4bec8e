/**
 * A shop as the desk has it: goods, policy cards, quick replies and the operations on offer. Part of a drill's content
 * (`content.ts`); money is in integer cents.
 */
import type { Level, LevelGrant } from '#language/authority/limits.ts';
import type { CardFigure, LeftOpen } from '#language/cards/card-wordings.ts';

/** Colours of the flag on an order's remark, as 千牛 has them. */
export const FLAGS = ['red', 'yellow', 'green', 'blue', 'purple'] as const;
export type Flag = (typeof FLAGS)[number];

export type Product = {
  id: string;
  name: string;
  price: number;
  stock: number | null;
  skus: readonly string[];
  /** Key facts, a line each. */
  facts: readonly string[];
  /** Doubts customers have, with the true answer. */
  doubts: readonly { asks: string; answer: string }[];
  picture: string | null;
};

export type PolicyCard = LeftOpen & {
  id: string;
  title: string;
  text: string;
  basis: 'law' | 'shop' | 'both';
  source: string;
  date: string;
  /** Figures it fixes, by the words agents tell them in; cards without figures, and content stored before it was known, have none. */
  states?: readonly CardFigure[] | undefined;
};

/** Stands for a card where the shop's hours are told otherwise. */
export const HOURS = 'hours';

/** `own`: the school's, beside what the shop comes with; left out otherwise, so that shipped content keeps its hash. */
export type QuickReply = { id: string; code: string; group: string; title: string; text: string; own?: true };

export type Shop = {
  id: string;
  name: string;
  /** Key of `platforms`. */
  platform: string;
  hours: readonly [string, string];
  voice: string;
  role: string;
  products: readonly Product[];
  policies: readonly PolicyCard[];
  quickReplies: readonly QuickReply[];
  /** What may be promised at which level, a line each, and the same in figures. Content stored before those were known has none. */
  authority: readonly LevelGrant[];
  coupons: readonly { id: string; name: string; amount: number; least: number }[];
  /** What is taken off every order of `least` cents or more, by the card that says so. Content stored before it was known has none. */
  reductions?: readonly { card: string; amount: number; least: number }[] | undefined;
  /** What each flag means here. Content stored before flags were known has none. */
  flags?: { readonly [flag in Flag]?: string } | undefined;
  /** Ids of `actions` the desk offers. */
  actions: readonly string[];
};

export type ActionField = {
  name: string;
  title: string;
  kind: 'text' | 'money' | 'order' | 'product' | 'sku' | 'coupon' | 'address' | 'choice';
  required: boolean;
  /** `shops`: the only ones that have it; absent: all have. */
  choices: readonly { value: string; title: string; shops?: readonly string[] | undefined }[];
};

/** Words of an operation that is answered within `minutes`, where so many later the shop is closed. */
export type Overnight = { minutes: number; done: string; doing: string };

export type ActionSpec = {
  id: string;
  title: string;
  group: string;
  /** Whether a card appears in the conversation (a card is a human message, RULES T8). */
  sends: boolean;
  fields: readonly ActionField[];
  /** Fields of which one at least is filled. Content stored before it was known has none. */
  oneOf?: readonly string[] | undefined;
  /** What the trainee reads when it is done. */
  done: string;
  /** Reports whose answer would come after the shop has closed. Content stored before it was known has none. */
  overnight?: Overnight | undefined;
  /** What happens when it isn't done; null where nobody wrote it. Content stored before it was known has none. */
  why?: string | null | undefined;
  /** What the trainee may say while doing it; fields of the deed in braces. Content stored before it was known has none. */
  doing?: string | null | undefined;
  /** The level it reports to. Content stored before it was known has none. */
  reports?: Level | undefined;
  /** The words agents name the deed by, … for a few characters between. Content stored before it was known has none. */
  named?: readonly string[] | undefined;
};
