/** What was found in one turn of a trainee's when it closed, stored with the event `turn-judged`. */
import type { Level, PromiseKind } from '#language/authority/limits.ts';
import type { Act, Answer, RedLine, SlightKind, Tone } from '#language/terms/verdicts.ts';

/** A place in a trainee's own words: message id and UTF-16 offsets into that message. */
export type Quote = { message: string; start: number; end: number };

export type PointNote = {
  point: string;
  /** Null for a window's point. */
  question: string | null;
  state: 'covered' | 'wrong' | 'not-recognised';
  wrongId: string | null;
  /** False when said before its question was asked (RULES T3). */
  asked: boolean;
  /** Wrong in an earlier turn, right now (RULES T4). */
  corrected: boolean;
  /** 0–1. */
  confidence: number;
  quote: Quote;
  rule: string;
  /** The figure told where another one is right. */
  figure?: string;
  /** Wrong by likeness alone: made sure of before it is minded (RULES T25). */
  alike?: true;
  /** Not recognised, and likelier told wrong than right. */
  leans?: 'wrong';
};

export type QuickReplyNote = {
  message: string;
  quickReply: string;
  similarity: number;
  edited: number;
  verdict: 'fit' | 'off-topic' | 'rigid' | 'repeated';
};

/**
 * All that was found in one turn when it closed. Stored, so that scoring never judges again. A list that may be left out is
 * absent where it is empty, and in logs older than it is.
 */
export type TurnJudgement = {
  /** 1-based within the conversation. */
  turn: number;
  /** Messages and cards of the turn, in order. */
  messages: readonly string[];
  text: string;
  /** The words of the customer's last burst before it. */
  customer: string;
  /** The beat it was said in. */
  beat: string;
  /** Milliseconds of drill time (RULES C1). */
  firstAt: number;
  lastAt: number;
  points: readonly PointNote[];
  /** `touches`: noted by reports only, of an answer that nobody made out and nobody can rule on: it states something of the question. */
  questions: readonly {
    question: string;
    answer: Answer | 'clarifying' | 'held' | 'not-recognised' | 'untouched';
    touches?: true;
  }[];
  tone: Tone;
  /** 0–1. */
  toneConfidence: number;
  toneQuote: Quote | null;
  acts: readonly Act[];
  /** What its words do to the customer: blame, mock, hurry them … (RULES M79); `unsure`: for a person to look at (待核). */
  slights?: readonly { kind: SlightKind; unsure: boolean; quote: Quote }[];
  redLines: readonly { code: RedLine; confidence: 'high' | 'low'; quote: Quote; rule: string }[];
  hold: { seconds: number | null; quote: Quote | null } | null;
  /** `aside`: the words likelier ask for a side fact. */
  asked: readonly { fact: string; quote: Quote; again: boolean; aside?: true }[];
  askedAgain: readonly { what: string; quote: Quote }[];
  /** Side facts asked for (RULES T71): they are answered and count for nothing; `again`: told before. */
  sideAsked?: readonly { fact: string; quote: Quote; again?: true }[];
  canned: readonly QuickReplyNote[];
  unfilled: readonly { name: string; quote: Quote }[];
  stacking: boolean;
  corrects: boolean;
  crossTalk: { conversation: string; points: readonly string[] } | null;
  /** Indexes into the scenario's forbids done by words in this turn. */
  forbiddenWords: readonly { forbid: number; quote: Quote }[];
  /**
   * Operations the trainee says are done and hadn't done by then: what the words may mean, the one the case needs, if
   * any, first.
   */
  claims?: readonly { actions: readonly string[]; quote: Quote }[];
  /**
   * Operations the trainee undertakes to do: what the words may mean, in the order of the desk. `anew`: on top of what
   * was done before (我一块报).
   */
  undertakes?: readonly { actions: readonly string[]; anew: boolean; quote: Quote }[];
  /** Operations the case wants that the words speak of as the shop's to do, in whatever form: the customer may ask after them. */
  speaksOf?: readonly string[];
  /**
   * Promises above what the levels reported to may give; `by`: who may give it. `unsure`: for a person to look at (待核).
   * `amount`: yuan of money and coupon; the share of the price that is left of a discount (0–1, lower is more); times of
   * a multiple.
   */
  beyond?: readonly { gift: PromiseKind; amount: number; by: Level | null; unsure: boolean; quote: Quote }[];
  /**
   * Figures told otherwise than a card, a product's page or the order has them; `right`: the right figure, where it is
   * one; `open`: a card leaves the matter open.
   */
  against?: readonly { card: string; unsure: boolean; quote: Quote; right?: string; open?: true }[];
  /** Points perhaps told before anybody asked for them; `confidence` 0–1. */
  ahead?: readonly { point: string; confidence: number; quote: Quote; figure?: string }[];
  /** Points perhaps told that were not heard: the customer doesn't ask for them as if nobody had spoken of them. */
  touched?: readonly { point: string; figure?: string; other?: true }[];
  /** Telling characters of this turn that no earlier turn had. */
  topics?: string;
  /**
   * Points the customer didn't ask for because the trainee had spoken of them: where their question is let pass, a
   * person looks.
   */
  spoken?: readonly string[];
  /** Promised to be back by a later hour or day; judgements older than it don't say so. */
  callsBack?: true;
  /** Said goodbye in words of leave that are no `goodbye` to the head of acts (RULES T148). */
  takesLeave?: true;
  /** Figures that the customer's lines repeat, told or shown here for the first time. */
  figures?: readonly string[];
  /** Whether a question or window was waiting for words in this turn (else nothing can be evaded). */
  owed: boolean;
};
