/** What goes into the language core and what comes out. Pure data; offsets are UTF-16 offsets into the original reply. */

import type { Asked, AskedKeys } from './asked/asked.ts';
import type { Authority, Level } from './authority/limits.ts';
import type { Promised } from './authority/promises-in.ts';
import type { CardInput, Contradicted } from './cards/contradictions.ts';
import type { DeedClaim, NamedDeed } from './deeds.ts';

export const TONES = ['warm', 'neutral', 'cold', 'impatient', 'hostile'] as const;
export type Tone = (typeof TONES)[number];

export const ANSWERS = ['answered', 'partial', 'vague', 'evaded'] as const;
export type Answer = (typeof ANSWERS)[number];

export const ACTS = [
  'greeting',
  'apology',
  'empathy',
  'thanks',
  'ask-info',
  'hold',
  'order-prompt',
  'payment-reminder',
  'follow-up',
  'promise-time',
  'cross-sell',
  'goodbye',
] as const;
export type Act = (typeof ACTS)[number];

export const RED_LINES = [
  'offsite',
  'insult',
  'threat',
  'privacy',
  'credential',
  'false-claim',
  'paid-review',
  'unauthorised-promise',
  'block-complaint',
  'final-interpretation',
] as const;
export type RedLine = (typeof RED_LINES)[number];

/** A typed right answer; another value of the same kind near `about` is wrong. */
export type TypedValue = {
  kind: 'amount' | 'duration' | 'clock' | 'date' | 'percent' | 'size' | 'side' | 'yes-no';
  is: string;
};

/** A point's keys as the author writes them. `says` alone is enough: everything else sharpens it. */
export type PointKeys = {
  id: string;
  says: string;
  also?: readonly string[] | undefined;
  contradicts?: readonly string[] | undefined;
  /** Wrong answers that have an id of their own (the customer reacts to each differently). */
  wrongs?: readonly { id: string; says: readonly string[] }[] | undefined;
  about?: readonly string[] | undefined;
  yes?: readonly string[] | undefined;
  no?: readonly string[] | undefined;
  value?: TypedValue | undefined;
  unless?: readonly string[] | undefined;
  examples?: { yes?: readonly string[] | undefined; no?: readonly string[] | undefined } | undefined;
  /** Replies of the testplans that say it; taken from there by the program. */
  exemplars?: readonly string[] | undefined;
};

/**
 * `not-recognised`: content on the point's topic, but no key fires (RULES T6).
 * `not-addressed`: the reply says nothing on it.
 */
export type PointState = 'covered' | 'wrong' | 'not-recognised' | 'not-addressed';

export type PointVerdict = {
  id: string;
  state: PointState;
  /** Which of the point's `wrongs` was said, when it has ids. */
  wrongId?: string | undefined;
  /** 0–1. */
  confidence: number;
  start: number;
  end: number;
  /** The key or rule that fired, readable by a teacher. */
  rule: string;
  /** The figure told where another one is right, as it was written; absent where covered. */
  figure?: string;
  /** Wrong by likeness alone: no wording of the author's, no other payer, no turned sign stands behind it. */
  alike?: true;
};

export type RedLineHit = {
  code: RedLine;
  /** `low`: for a person to look at (待核, RULES M3); no mark is capped. */
  confidence: 'high' | 'low';
  /** How likely it is one, 0–1. */
  chance: number;
  start: number;
  end: number;
  rule: string;
  /** A door or a number stands there beyond doubt; whose it is isn't told. */
  shown?: true;
};

/** How a reply deals with one question, from the text alone (the points' verdicts are judged separately). */
export type QuestionTouch = {
  id: string;
  /**
   * `none`: no content on the topic · `hedged`: on topic, but 应该/看情况/尽快 without a fact ·
   * `dodged`: points elsewhere (见详情页, 以系统为准) · `content`: says something definite on the topic.
   */
  touch: 'none' | 'hedged' | 'dodged' | 'content';
};

export type Evidence = { what: string; start: number; end: number };

export type JudgeQuestion = { id: string; text: string; pointIds: readonly string[] };

export type JudgeInput = {
  /** The whole turn, messages joined with '\n'. At most 10,000 characters are read. */
  reply: string;
  /** The customer's last burst, bubbles joined with '\n'. Text in round brackets is an event: （未付款）. */
  customer?: string | undefined;
  points?: readonly CompiledPoint[] | undefined;
  questions?: readonly JudgeQuestion[] | undefined;
  /** Points of no open question that are waited for all the same: what an order is read back by. */
  awaits?: readonly string[] | undefined;
  /** The point the customer has just made sure of. */
  checked?: CheckedBack | null | undefined;
  /** The operations agents may say they did, and which of them are still owed. */
  deeds?: { named: readonly NamedDeed[]; open: readonly string[] } | undefined;
  /** What each level may give, what is owed anyway, and the highest level reported to. */
  authority?: (Authority & { level: Level }) | undefined;
  /** Figures the shop's cards and products fix; null where it has none. */
  cards?: CardInput | null | undefined;
  /** What the customer may be asked for, compiled, and what they have told by themselves, a word each. */
  facts?: AskedKeys | undefined;
  told?: readonly string[] | undefined;
  /** Earlier bubbles, oldest first. */
  history?: readonly { by: 'customer' | 'trainee'; text: string }[] | undefined;
};

/** What the customer said to make sure of a point; `right`: as it is, else the wrong way round; `echo`: the trainee's own figure. */
export type CheckedBack = { point: string; says: string; right: boolean; echo?: true };

export type Judgement = {
  points: PointVerdict[];
  questions: QuestionTouch[];
  answer: Answer;
  tone: Tone;
  /** 0–1; see `POLICY.tone.told`. */
  toneConfidence: number;
  acts: Act[];
  redLines: RedLineHit[];
  /** 稍等 said; `seconds` is the time promised, null when none was. */
  hold: { seconds: number | null } | null;
  /** The reply takes back an earlier statement (说错了 / 更正). */
  corrects: boolean;
  /** The reply asks the customer something (a clause in question or request mood). */
  asks: boolean;
  /** It asks something that wants an answer from them, surely: 您要退还是换; judgements older than it have none. */
  asksOutright?: boolean;
  /** The customer's own question said again instead of an answer: covers nothing, and asks nothing. */
  parrots: boolean;
  /** Keyword lists without a sentence, or many policies at once (T3): covers nothing. */
  stacking: boolean;
  /** Operations told as done by the shop; whether they were is for others to say. */
  claims: DeedClaim[];
  /** What is promised above the level reached. */
  promises: Promised[];
  /** Figures told otherwise than a card has them. */
  contradictions: Contradicted[];
  /** Facts asked for, and words of what the customer told that are asked for again. */
  asked: Asked[];
  askedAgain: Asked[];
  evidence: Evidence[];
};

/** A point made ready for judging once, when content is loaded. Opaque outside `language/`. */
export type CompiledPoint = PointKeys & { readonly compiled: unknown };
