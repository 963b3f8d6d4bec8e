/**
 * The request to judge a turn, as data, and the judge's answer. Ids are looked up in the drill's content, so that a
 * judge in another thread is sent the content once and then only what differs from turn to turn.
 */

import type { Level } from '#language/authority/limits.ts';
import type { Judgement } from '#language/judgement.ts';
import type { CheckedBack, PointVerdict } from '#language/terms/verdicts.ts';
import type { Conversation } from './drill.ts';
import type { Quote } from './turn-judgement.ts';

/** UTF-16 offsets into the turn's text. */
export type Span = { start: number; end: number };

/** A turn's messages joined with '\n', and where each begins. */
export type JoinedText = { text: string; said: readonly { id: string; text: string; start: number }[] };

/** Another customer at the desk, for telling whether the words were meant for them. */
export type OtherCustomer = {
  conversation: string;
  scenario: string;
  /** Points of the questions this customer is waiting on. */
  waits: readonly string[];
};

export type JudgeRequest = {
  /** The content the drill is pinned to. */
  contentHash: string;
  conversation: string;
  turn: number;
  /** All ids below are of this scenario, the other customers' aside. */
  scenario: string;
  words: JoinedText;
  /** Minutes of the story's day at the turn's last message; requests older than it have none. */
  nowMinute?: number;
  /** The story's day at that message, 'YYYY-MM-DD'; requests older than it have none. */
  today?: string;
  /** The words the reply answers: questions, the customer's last burst, and in brackets what the desk shows: （未付款）. */
  customer: string;
  /** Points to listen for. */
  points: readonly string[];
  /** Points asked behind a short pause, listened for apart from those; requests older than it have none. */
  beyond?: readonly string[];
  /** Questions open now. */
  questions: readonly string[];
  /** Points an open window waits to have read back. */
  awaits: readonly string[];
  /** The point the customer has just checked back; requests older than it have none. */
  checked?: CheckedBack | null;
  /** Facts the trainee may ask for. */
  facts: readonly string[];
  /**
   * `named`: the operations this desk offers, any of which the trainee may say they did; `open`: those owed by now,
   * none where the turn did one.
   */
  deeds: { named: readonly string[]; open: readonly string[] };
  /** The highest level the trainee has reported to, which may promise more; requests older than it have none. */
  level?: Level;
  /** The lead has answered here; `amount`: cents they granted, null: none. Absent: nobody has. */
  decided?: { amount: number | null };
  /** The trainee's latest messages with the turn's own, oldest first, for telling words said again. */
  latest: Conversation['said'];
  /** Wordings of the orders that are nobody's business but the owner's. */
  secrets: readonly string[];
  /** What the owner of the order has told, and the addresses on it; null when the customer isn't the owner. */
  owner: { told: string; addresses: string } | null;
  others: readonly OtherCustomer[];
  /** What the turn's operations showed: sums, goods, what the desk answered; requests older than it have none. */
  shown?: string;
  /** Whether the turn has an operation in this conversation (a card sent, an address changed); requests older than it have none. */
  hasActedHere?: boolean;
  /** Operations done in this conversation by now; requests older than it have none. */
  doneHere?: readonly string[];
  /** Whether this customer has ordered or paid by now; requests older than it say no. */
  hasBoughtHere?: boolean;
  /** Goods whose price has changed since the drill began, with what they cost now, in cents. Absent: none. */
  prices?: readonly { name: string; cents: number }[];
  /** Pieces in stock now of goods that had another number when the drill began. Absent: none. */
  stocks?: readonly number[];
};

export type JudgeAnswer = {
  judgement: Judgement;
  /** Points of no open question that are told otherwise, borne out by a rule; answers older than it have none. */
  unasked?: readonly PointVerdict[];
  /** Figures told otherwise than the case and its shop have them, with what is right; answers older than it have none. */
  strays?: readonly (Span & { card: string; right: string })[];
  /** Messages that are a pasted table. */
  tables: readonly string[];
  /**
   * `named`: in the very words of an example. Older answers don't say so, and all of theirs were. `aside`: the words
   * likelier ask for a side fact.
   */
  asked: readonly (Span & { fact: string; named?: boolean; aside?: true })[];
  /** Things the customer had said of themselves already, and is asked for. */
  askedAgain: readonly (Span & { what: string })[];
  /** Messages that say one of the trainee's earlier ones again. */
  repeated: readonly string[];
  /** Variables of quick replies left as they are: {买家昵称}. */
  unfilled: readonly { name: string; quote: Quote }[];
  /** The first secret wording told and not denied. */
  secret: Span | null;
  /** Which of `judgement.redLines`, by index, only say again what the owner has told. */
  theirOwn: readonly number[];
  /** Which of the figures that the customer's lines repeat were told or shown; answers older than it have none. */
  figures?: readonly string[];
  /** Points perhaps told that the judge did not hear; answers older than it have none. */
  touched?: readonly Touched[];
  /** Says by what later hour or day the shop answers. */
  callsBack?: true;
  /** Seconds from the full minute of `nowMinute` to the hour by which a 稍等 is over. Absent: it names none. */
  holdBy?: number;
  /** Telling characters of what the turn tells; answers older than it have none. */
  topics?: string;
  /** Another customer's points and none of this one's. */
  crossTalk: { conversation: string; points: readonly string[] } | null;
};

/** An answer and the turn it is about, as `decide` takes it. */
export type Judged = Pick<JudgeRequest, 'conversation' | 'turn'> & { answer: JudgeAnswer };

/** A point perhaps told, with the figure as the trainee wrote it where it was one and only one. */
export type Touched = { id: string; figure?: string; other?: true };
