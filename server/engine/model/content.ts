/**
 * The shape of content once read and checked: what the engine, scoring and the presenters work on.
 * Plain JSON (it is hashed and stored once per hash); `prepare.ts` adds compiled keys and look-up tables.
 * Authors write YAML (`library/schema/scenario.ts`); `library/reading/normalise.ts` turns it into this.
 * Money is in integer cents. Spans keep their unit, because the unit decides what `pace` does (RULES C2).
 */
import type { Act, PointWordings, RedLine } from '#language/terms/verdicts.ts';
import type { Platform, Rubric } from './rubric.ts';
import type { ActionSpec, Flag, Shop } from './shop.ts';
import type { ProductChange } from './shop-after.ts';

export type Span = { value: number; unit: 's' | 'm' | 'h' | 'd' };

/** One bubble of a customer's burst. Lines may hold variables such as {day+2}, filled when said. */
export type Bubble =
  | { kind: 'text'; text: string }
  | { kind: 'product'; product: string }
  | { kind: 'order'; order: string | null }
  | { kind: 'picture'; picture: string };
export type Burst = readonly Bubble[];

/** A line of somebody who stands by, in a live stream's public screen or a group: never the customer's. */
export type Bystander = { name: string; text: string };

/** The customer's reaction to a turn. `bursts` are alternatives, used in turn; null: the persona's are used. */
export type Reaction = {
  bursts: readonly Burst[] | null;
  mood: number | null;
  then: string | null;
  afterS: number | null;
};

export const SLOTS = [
  'resolved',
  'undone',
  'claimed',
  'vague',
  'evaded',
  'rigid',
  'cold',
  'hostile',
  'hold',
  'asked-again',
  'rephrase',
  'echo',
  'dont-know',
  'asked-own',
  'asked-supposed',
  'asked-later',
  'asked-which',
  'asked-either',
  'asked-picture',
  'asked-when',
  'asked-home',
  'asked-why',
  'asked-what',
  'asked-whether',
  'asked-more',
  'forbidden',
  'cross-talk',
  'passed',
  'failed',
  'nod',
  'invited-early',
  'invited-again',
] as const;
export type Slot = (typeof SLOTS)[number];

/** Keyed reactions use '*' for "whichever". */
export type Reactions = {
  slots: { readonly [slot in Slot]?: Reaction };
  covered: Readonly<Record<string, Reaction>>;
  partly: Readonly<Record<string, Reaction>>;
  wrong: Readonly<Record<string, Reaction>>;
  redLine: { readonly [code in RedLine | '*']?: Reaction };
  /** The ladder: first nudge, second nudge, leaving. */
  silence: readonly [Reaction, Reaction, Reaction] | null;
};

export type Persona = {
  id: string;
  name: string;
  /** Characters typed a minute. */
  typing: number;
  /** Seconds before the first nudge, the second nudge, and leaving. */
  patience: readonly [number, number, number];
  /** 0–100. */
  mood: number;
  /** Multiplies falls of mood, not rises. */
  swing: number;
  tolerates: number;
  reacts: Reactions;
};

/** Words a trainee can read, and where: a card, product, quick reply, operation or coupon by id, the order, the shop, the customer. */
export type Quoted = { at: string; words: string };

export type Point = PointWordings & {
  must: boolean;
  /** Policy card or product the report cites. */
  policy: string | null;
  /** No card has it: the right answer admits it, promises a time and comes back. */
  unknown: boolean;
  /** Where the story goes on when this bonus point is covered. */
  leads: string | null;
  /** Reactions to wrong answers that have an id; `then` = the wrong answer is believed. */
  wrongReacts: Readonly<Record<string, Reaction>>;
  /** How the customer asks for just this when it is surely missing; content stored before it was known has none. */
  ask?: Reaction;
  /** How the customer checks back what they may have been told: as it is, and the wrong way round. */
  check?: { readonly right: Reaction; readonly wrong: Reaction };
  /** Where the trainee could read the answer. Content stored before it was known has none. */
  ground?: readonly Quoted[];
};

export type Question = {
  id: string;
  /** 1-based bubble that asks; null = the last of the burst. */
  at: number | null;
  text: string;
  /** false: open, but the beat doesn't wait for it. */
  waits: boolean;
  points: readonly Point[];
  /** A better wording the report shows. */
  model: string | null;
  /**
   * What the trainee has to know before they can answer: facts to be asked for, by id, and actions that show it.
   * Content stored before it was known has none.
   */
  first?: readonly (string | Prerequisite)[];
};

/** An action that has to be done before a question can be answered; `model` is what is said until then. */
export type Prerequisite = { do: string; model: string | null };

export type Condition = { ask: string } | { do: string } | { point: string };
export type ActionValues = Readonly<Record<string, string | number>>;

/** Exactly one of `do`, `ask`, `act` is set. */
export type Need = {
  do: string | null;
  with: ActionValues;
  /** Operations that serve the same end: any one meets it. `with` binds `do` alone. Content stored before it was known has none. */
  or?: readonly string[];
  ask: string | null;
  act: Act | null;
  after: readonly Condition[];
  untilEnd: boolean;
  /** What to write in the action's note. Content stored before it was known has none. */
  note?: string | null;
  /** How the customer asks for this operation when all else is settled. */
  undone?: Reaction;
  /** Where the trainee could read that this is owed. Content stored before it was known has none. */
  ground?: readonly Quoted[];
};

/** Exactly one of `do`, `act` is set. */
export type Forbid = {
  do: string | null;
  act: Act | null;
  with: ActionValues;
  because: string;
  /** Words by which the customer asks for it themselves; from then on nothing forbids it (RULES T130). Absent: they never do. */
  asked?: readonly string[];
  reaction: Reaction | null;
};

export const WINDOW_KINDS = [
  'follow-up',
  'order-prompt',
  'payment-reminder',
  'recognise-regular',
  'goodbye',
  'return',
  'confirm-order',
  'cross-sell',
] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

export type WindowSpec = {
  kind: WindowKind;
  from: Span | null;
  until: Span;
  points: readonly string[];
  /** The action that takes it (on platforms where words don't do). */
  do: string | null;
  /** What could be said in it, as the author would. Content stored before it was known has none. */
  model?: string | null;
  /** What the customer goes through at the end, in this order. Content stored before it was known has none. */
  recap?: readonly RecapItem[];
};

/**
 * One point gone through at the end: restated where the trainee has told it, by the first of `told` whose figures were
 * told, else asked.
 */
export type RecapItem = { point: string; told: readonly Burst[]; ask: Burst };

/** Taken off as a customer orders or pays; `sent`: a coupon used only where the trainee has sent it (RULES T135). */
export type PlacedOff = Order['off'][number] & { sent?: true | undefined };

export type CustomerDeed =
  | {
      deed: 'place-order';
      product: string;
      sku: string | null;
      pays: boolean;
      amount: number;
      /** Pieces; absent: one. Content stored before it was known has none, nor the two below. */
      qty?: number;
      /** What else is in the order. */
      more?: readonly OrderItem[];
      /** What was taken off the sum, by card; `amount` is what is left. */
      off?: readonly PlacedOff[];
    }
  | { deed: 'pay'; order: string | null; off?: readonly PlacedOff[] }
  | { deed: 'open-refund'; amount: number | null }
  | { deed: 'open-complaint'; level: number }
  | { deed: 'bad-review' }
  /** Answers an invitation to rate; no author writes it. `stars`: 1–5. */
  | { deed: 'rate'; stars: number };

/** Where others read along: a live stream's public screen, a group. */
export type OpenPlace = 'public' | 'group';

export type Beat = {
  id: string;
  says: Burst | null;
  /** Where it is said, when others read along. Absent: in private. */
  place?: OpenPlace;
  /** What bystanders say after it: alternatives, one drawn by the seed. Content stored before it was known has none. */
  others?: readonly (readonly Bystander[])[];
  mood: number | null;
  asks: readonly Question[];
  needs: readonly Need[];
  /** Points the beat's window listens for. */
  points: readonly Point[];
  window: WindowSpec | null;
  quiet: { for: Span } | null;
  does: readonly CustomerDeed[];
  /** Facts the customer gives away here by themselves. */
  tells: readonly string[];
  recalls: string | null;
  tolerates: number | null;
  reacts: Reactions;
  then: {
    resolved: string | null;
    failed: string | null;
    silent: string | null;
    taken: string | null;
    missed: string | null;
  };
};

export type Fact = {
  id: string;
  says: Burst;
  cues: readonly string[];
  /** Words of the customer's other lines, or of what the desk shows, that tell it unasked (RULES T129). Absent: none. */
  given?: readonly string[];
  /** An action that draws the fact out too. */
  do: string | null;
  /** How the model trainee asks for it. Content stored before it was known has none. */
  model?: string | null;
  mood: number | null;
};

export const OUTCOMES = ['paid', 'kept', 'returned', 'exchanged', 'lost', 'escalated'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Ending = {
  id: string;
  says: Burst | null;
  outcome: Outcome;
  sale: number | null;
  amount: number | null;
  level: number | null;
  mood: number | null;
  does: readonly CustomerDeed[];
  /** The goodbye that fits this ending. Content stored before it was known has none. */
  model?: string | null;
  /** The customer comes back: `left` = a wrong id, point left wrong, or forbidden action done; `unmet` = an action never done. */
  later: { left: string | null; unmet: string | null; after: Span; to: string } | null;
};

export type OrderItem = { product: string; sku: string | null; qty: number; price: number; paid: number | null };
export type OrderStatus = 'unpaid' | 'paid' | 'shipped' | 'signed' | 'cancelled';
export type Order = {
  id: string;
  no: string;
  status: OrderStatus;
  /** Dates and times as the panel shows them. */
  placed: string | null;
  paidOn: string | null;
  shippedOn: string | null;
  signedOn: string | null;
  receiver: string | null;
  phone: string | null;
  address: string | null;
  insured: boolean;
  items: readonly OrderItem[];
  gifts: readonly { product: string; price: number }[];
  off: readonly { card: string; amount: number }[];
  total: number;
  /** What the trainee noted last; `flag`: the latest one set. Absent: nothing. */
  remark?: { note: string; flag: Flag | null };
  /** Shown by `check-order` only. */
  inside: readonly { on: string; note: string }[];
  /** Shown by `check-logistics` only, earliest first; absent where nobody wrote a trail. */
  tracking?: readonly { on: string; note: string }[];
  /** Texts of which each, told to this customer, is the red line privacy. */
  secret: readonly string[];
};

export type EarlierContact = { when: string; by: 'bot' | 'agent' | 'customer'; name: string | null; says: Burst };

export type Scenario = {
  /** type/name */
  id: string;
  type: string;
  level: number;
  title: string;
  minutes: number;
  teaches: string;
  shop: string;
  /**
   * A case that a teacher brings into a running drill 突发 (hidden from the practice list): how the teacher's list calls
   * it, and what the shop tells its desks when it happens. `changes`: what holds of a good from the notice on; absent in
   * content older than it is.
   */
  incident: { title: string; notice: string | null; changes?: ProductChange } | null;
  story: { date: string; time: string } | null;
  before: readonly EarlierContact[];
  customer: {
    persona: string;
    name: string;
    enters: string | null;
    ownsOrder: boolean;
    regular: boolean;
    past: readonly { on: string; product: string; note: string | null }[];
    /** What the customer has said already: asking for it again is asked-again. */
    said: readonly string[];
    mood: number | null;
    knows: readonly Fact[];
  };
  orders: readonly Order[];
  forbids: readonly Forbid[];
  duties: readonly Need[];
  reacts: Reactions;
  /** The first beat opens the story. */
  beats: readonly Beat[];
  endings: readonly Ending[];
  /** Which variant of a case that varies this is; a case that doesn't vary has none. */
  variant?: VariantMark;
};

/**
 * Enough to make the variant again: the template's hash, the deck and the number of the card in it. `drawn`: what was
 * drawn, by the author's name, as teachers read it.
 */
export type VariantMark = {
  template: string;
  deck: string;
  card: number;
  drawn: Readonly<Record<string, string>>;
};

/** A picture customers send, by the name their lines call it. */
export type CustomerPicture = {
  id: string;
  /** Where the browser finds the drawing. */
  picture: string;
  /** What is to be seen: read aloud, and written where there are only words. */
  alt: string;
  /** Pixels as drawn, so that the picture's place in the thread is kept before it has loaded. */
  width: number;
  height: number;
};

/** Everything one drill needs, pinned by its hash. */
export type ContentData = {
  scenarios: readonly Scenario[];
  shops: readonly Shop[];
  personas: readonly Persona[];
  actions: readonly ActionSpec[];
  rubric: Rubric;
  platforms: readonly Platform[];
  types: readonly { id: string; name: string; stage: 'before' | 'during' | 'after' }[];
  /** The pictures its customers may send. Content stored before they were drawn has none, nor has a case without any. */
  pictures?: readonly CustomerPicture[] | undefined;
};
