/** The findings of the language core, as data; offsets are UTF-16 offsets into the original reply. */

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

/** The rule of a red line that a reply merely sounds like: no word of the lists bears it out. */
export const BY_SOUND = '说法像是，没有词表确认';
/** Ends the rule of one whose words stand in the lists while the reply as a whole sounds otherwise. */
export const BY_WORDS = '，但整句读来不像';

/** What a reply does to the customer beyond its tone (`tone/slights.ts`). */
export const SLIGHTS = ['blames', 'mocks', 'hurries', 'pressures', 'shifts', 'begs', 'fobs', 'leaks', 'lures'] as const;

export type SlightKind = (typeof SLIGHTS)[number];

/** `chance`: 0–1. */
export type Slight = { kind: SlightKind; chance: number; start: number; end: number };

/** A typed right answer; another value of the same kind near `about` is wrong. */
export type TypedValue = {
  kind: 'amount' | 'duration' | 'clock' | 'date' | 'percent' | 'size' | 'side' | 'yes-no';
  is: string;
};

/** A point's wordings as the author writes them. `says` alone is enough: everything else sharpens it. */
export type PointWordings = {
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
  /** Replies of the testplans that say the point; the program takes them from there. */
  exemplars?: readonly string[] | undefined;
};

/** `not-recognised`: on the point's topic, but no wording fires (RULES T6). `not-addressed`: nothing on it is said. */
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
  /** The wording or rule that fired, readable by a teacher. */
  rule: string;
  /** The figure said in place of the right one, as it was written; absent where covered. */
  figure?: string;
  /** Wrong by likeness alone: no wording of the author's, no other payer and no turned sign supports it. */
  alike?: true;
  /** Not recognised, and likelier wrong than right: the customer doesn't suppose the right answer (RULES T221). */
  leansWrong?: true;
};

export type RedLineHit = {
  code: RedLine;
  /** `low`: a person looks at it (待核, RULES M3), and no mark is capped. */
  confidence: 'high' | 'low';
  /** The chance (0–1) that it is one. */
  chance: number;
  start: number;
  end: number;
  rule: string;
  /** A door or a number is surely disclosed; the words don't tell whose. */
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

/** What the customer says to check back on a point, and on `more` with it; `right`: the right way round; `echo`: it repeats the trainee's own figure. */
export type CheckedBack = { point: string; says: string; right: boolean; echo?: true; more?: readonly string[] };

/** A point made ready for judging once, when content is loaded. Opaque outside `language/`. */
export type CompiledPoint = PointWordings & { readonly compiled: unknown };

export type JudgeQuestion = { id: string; text: string; pointIds: readonly string[] };
