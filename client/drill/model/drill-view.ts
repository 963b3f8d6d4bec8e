/** What the desk shows of a drill. Made by `drill-fold.ts` from the wire's events. */

import type { WireDeed } from '#contract/wire/deeds.ts';
import type {
  MoodTrend,
  MoodWord,
  WireBubble,
  WireEvent,
  WireJump,
  WireOpenPlace,
  WireOrder,
  WireResultLine,
  WireStatus,
  WireStoryTime,
} from '#contract/wire-events.ts';
import type { RushView } from './rush-view.ts';
import type { MeterLimits, WaitLevel } from './wait-level.ts';

export type EventOf<K extends WireEvent['kind']> = Extract<WireEvent, { kind: K }>;
export type Tier = EventOf<'drill-opened'>['tiers'][number];
export type Mode = EventOf<'drill-opened'>['mode'];
export type StopReason = EventOf<'clock-stopped'>['why'];
export type EndReason = EventOf<'drill-ended'>['why'];
export type QuestionState = EventOf<'question-changed'>['state'];
type Waits = Pick<EventOf<'story-over'>, 'waits'>;
export type EarlierContact = EventOf<'customer-arrived'>['past'][number];
export type EarlierMessage = EventOf<'customer-arrived'>['before'][number];

/** Who reads along: a live stream's viewers, a group, nobody. */
export type ConversationPlace = WireOpenPlace | 'private';

/** `round`: the round a customer's line belongs to, or the one a reply ended; null = neither. */
type ItemBase = { seq: number; at: number; round: number | null };
export type ThreadItem =
  /** `orders`: with a card of an order, the orders as they were when it came; a later operation doesn't rewrite the card. */
  | (ItemBase & {
      kind: 'customer';
      id: string;
      bubble: WireBubble;
      place: ConversationPlace;
      orders?: readonly WireOrder[];
    })
  /** Somebody standing by: of no round. */
  | (ItemBase & { kind: 'bystander'; id: string; name: string; text: string; place: ConversationPlace })
  | (ItemBase & {
      kind: 'trainee';
      id: string;
      text: string;
      quickReply: string | null;
      edited: number;
      /** Taken back by the trainee: before the customer had read it, or after. */
      withdrawn?: 'unread' | 'read';
    })
  | (ItemBase & {
      kind: 'action';
      id: string;
      action: string;
      title: string;
      fieldValues: Record<string, string | number>;
      sends: boolean;
      result: readonly string[];
      /** What each line of `result` says, where the desk itself says it; null: the case's own words. */
      lines: readonly (WireResultLine | null)[];
    })
  | (ItemBase & { kind: 'deed'; deed: WireDeed })
  | (ItemBase & { kind: 'jump'; jump: WireJump; story: WireStoryTime | null })
  | (ItemBase & { kind: 'arrived'; entryPage: string | null; isReturning: boolean; story: WireStoryTime | null })
  /** What a machine told the customer while they were in the queue of a rush: no reply, and no part of a round. */
  | (ItemBase & { kind: 'greeting'; text: string })
  /** A colleague, the next role or a classmate goes on with the customer: stands in place of `closed`. */
  | (ItemBase & { kind: 'transferred'; note: string; to: string | null; isPassed: boolean })
  /** A report is with the 班组长. */
  | (ItemBase & { kind: 'lead-asked' })
  /** `how` null: nobody answered in time, and the shop says `result`. */
  | (ItemBase & { kind: 'lead-answered' } & Pick<EventOf<'lead-answered'>, 'how' | 'amount' | 'words' | 'result'>)
  /** Only where a thread is looked at from outside (`withHolds`). `isGone`: the customer has. */
  | (ItemBase & { kind: 'hold'; hold: HoldPromise; words: string; isPassed: boolean; isGone: boolean })
  /** `leftAt`: when they in fact went; `at` is when it is shown. `over`: their story ended in that second, one note tells both (thread-rows.ts). `isHandover`: the shift was over by then. */
  | (ItemBase & Waits & { kind: 'away' | 'closed'; leftAt: number; over?: 'parted' | 'open'; isHandover?: boolean })
  /**
   * `isParted`: the trainee had taken leave by then, so none is asked for. `isOpen`: something of the customer's is unanswered, so
   * nothing says that they have no more to say (RULES X74). `isAway`: they had gone by then. `waits`: the customer has just answered
   * the trainee, or owes a picture (RULES X95).
   */
  | (ItemBase & { kind: 'over'; isParted: boolean; isOpen: boolean; isAway: boolean } & Waits);

export type LedgerEntry = {
  question: string;
  text: string;
  state: QuestionState;
  openedAt: number;
  /** When it was settled, or the story ended before it was; null while somebody waits for the answer. */
  settledAt: number | null;
  /** How long the answer took, as the report counts it; null while there is none. */
  seconds: number | null;
};

/** A promise to be back, and what became of it. */
export type HoldPromise = {
  /** Drill time at which it was made, or at which the customer came with it. */
  at: number;
  /** Drill time by which somebody is to be back, ms. */
  backBy: number;
  /** The message that said so; null: another seat's. */
  message: string | null;
  /** It was given with 挂起; else words alone were heard as one. */
  isPressed?: true;
  /** Which seat had promised it before the customer was passed here, and in which words; null: this desk's trainee. */
  from: { seat: string; words: string } | null;
  /** Null: it runs, or is overdue. `by`: the trainee's next message, which is coming back, whatever it says. */
  ended: { at: number; by: string } | { at: number; by: null; how: 'dropped' | 'gone' } | null;
};

export type ConversationView = {
  key: string;
  name: string;
  /** When it was in the story as the customer last came, or after its last jump; null: the server didn't say. */
  story: WireStoryTime | null;
  scenario: string;
  type: string;
  shop: string;
  isRegular: boolean;
  earlierContacts: readonly EarlierContact[];
  earlierMessages: readonly EarlierMessage[];
  orders: readonly WireOrder[];
  /** As they were when the customer first came, which cards in earlier messages show. */
  ordersAtFirst: readonly WireOrder[];
  moods: readonly { at: number; mood: MoodWord }[];
  /** Which way the mood went since the last turn. */
  moodTrend: MoodTrend;
  status: WireStatus;
  /** The trainee has promised in words to be back by a later hour or day, and hasn't been. */
  isCallPromised: boolean;
  /** Where the customer wrote last; the trainee's next reply appears in the same place. */
  place: ConversationPlace;
  items: readonly ThreadItem[];
  rounds: readonly Round[];
  openRoundIndex: number | null;
  /** Time of a message sent while the customer was away: it starts a round only if they come back to the desk (RULES V1). */
  pendingSince: number | null;
  /** False until the first human message of this visit (RULES T10). */
  isGreeted: boolean;
  ledger: readonly LedgerEntry[];
  rating: number | null;
  /** When the story of this visit ended. */
  overAt: number | null;
  /** Of a rush: a goodbye ended this visit, and they take no place at the desk any more. */
  leaveTaken: boolean;
  /** How long they were in the queue of a rush before this visit; 0: not at all. It is part of no response time. */
  queuedMs: number;
  /** The trainee took them out of the queue by hand, before others or above the capacity. */
  isTakenByHand: boolean;
  /** The note to the colleague who goes on with them; null: nobody does. */
  transferNote: string | null;
  /** A classmate goes on with them, and no colleague of the shop's. */
  isPassed: boolean;
  /** Who had them before, and their note; null: nobody had. */
  handed: { role: string; note: string; seat?: string | undefined } | null;
  /** On the way to a classmate's seat, where they haven't come yet; null: they aren't. */
  passing: { seat: string; isRecalled: boolean } | null;
  /** Why they came back from the way to a classmate, until the trainee's next words; null: they didn't. */
  passReturn: { seat: string; why: EventOf<'pass-returned'>['why']; reason: string } | null;
  /** When it was said that somebody is back, oldest first. */
  holdPromises: readonly HoldPromise[];
  /** Of a project task: the role that gets them next; null: none does. */
  nextRole: string | null;
  /** Of the customer. */
  bubbleCount: number;
  /** How many of them came before the trainee's last words: who answers has read. */
  answeredBubbleCount: number;
  /** The log's number of their last bubble that wants an answer: a nod holds no reply back (RULES N5). */
  lastAskingSeq: number;
  /** How often each quick reply was sent in this conversation. */
  quickReplyUses: Readonly<Record<string, number>>;
};

/** What holds of a good from a moment of a rush on (`at`, drill ms); null: as before. `price`: cents. */
export type ShopChange = Pick<EventOf<'shop-changed'>, 'at' | 'shop' | 'product' | 'price' | 'stock'>;

export type DrillView = {
  /** `customers`: null in a rush, where nobody knows how many will come. */
  opening: {
    mode: Mode;
    pace: number;
    customers: number | null;
    tiers: readonly Tier[];
    meter: MeterLimits;
  } | null;
  stopReason: StopReason | null;
  endReason: EndReason | null;
  /** Drill time at which it ended; null: it hasn't. */
  endedAt: number | null;
  /** Drill time of 开始. A replay task's log is a copy with an earlier 开始 in it; there it is the time of the latest one. */
  beganAt: number | null;
  /** What the shop told its desks, oldest first; `product`: the good whose price or stock it changed. */
  notices: readonly { seq: number; at: number; text: string; product?: string }[];
  /** What of the shop has changed since the drill began, oldest first. */
  shopChanges: readonly ShopChange[];
  /** The rush it was opened as; null in every other drill. */
  rush: RushView | null;
  /** Customers whom classmates offer to this desk, oldest first. */
  coming: readonly EventOf<'pass-coming'>[];
  arrivalOrder: readonly string[];
  conversations: Readonly<Record<string, ConversationView>>;
};

export const emptyView: DrillView = {
  opening: null,
  stopReason: null,
  endReason: null,
  endedAt: null,
  beganAt: null,
  notices: [],
  shopChanges: [],
  rush: null,
  coming: [],
  arrivalOrder: [],
  conversations: {},
};

const UNSETTLED_STATES: readonly QuestionState[] = [
  'open',
  'clarifying',
  'partly',
  'vague',
  'evaded',
  'wrong',
  'unrecognised',
];
export const isSettled = (state: QuestionState): boolean => !UNSETTLED_STATES.includes(state);

/** Seconds of a settled entry: until the answer, or, without an answer, as long as the question stood open. */
export const entrySeconds = ({ openedAt, settledAt, seconds }: LedgerEntry): number =>
  seconds ?? ((settledAt ?? openedAt) - openedAt) / 1000;

export type Round = {
  startedAt: number;
  endedAt: number | null;
  outcome: 'open' | 'replied' | 'unanswered' | 'void';
  /** The first round of a visit: 首次响应. */
  isFirst: boolean;
  /** A stop longer than 10 s fell into this round, so it is left out of the figures (RULES C4). */
  isInterrupted: boolean;
  /** The customer's last words opened it: what follows them is a goodbye, and no reply that the report times. */
  isFarewell?: true;
  /** The limits of the load it was asked under, or of a larger one before its reply (RULES X99). */
  tier: Tier | null;
  level: WaitLevel;
};
