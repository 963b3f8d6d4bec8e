import type { ReportFinding } from '#contract/report.ts';
import type { DrillMs, Quote } from '#engine/model/events.ts';
import { inLanguage, language } from '#i18n/language.ts';
import type { FindingCode } from './codes.ts';

/** Share of a fault's cost that remains once it is put right (RULES T4). */
export const CORRECTED = 0.5;

/** A detail's facts, one by one, for sentences that say them in another way. Names and words come from case, card and reply. */
export type DetailParts = {
  /** The operation it is about. */
  action?: { id: string; title: string };
  /** Seconds between telling it as done and the click. */
  clickedAfterS?: number;
  /** Seconds that the customer waited, and all they heard meanwhile. */
  waitedS?: number;
  heard?: string;
  /** How many questions had no answer yet. */
  open?: number;
  /** The question that had no answer. */
  question?: string;
  /** The point that was not told. */
  missing?: string;
  /** The right words, and whether the trainee said them after all. */
  right?: string;
  putRight?: boolean;
  /** The card that says otherwise. */
  card?: string;
  /** What the customer answered to a merit, or the picture they sent, as a line of the log has it. */
  answer?: string;
  picture?: string;
  /** Seconds after which the trainee promised to be back, and after which they were. */
  promisedS?: number;
  backS?: number;
};

/** A finding before it has marks and an id. */
export type FindingDraft = {
  code: FindingCode;
  at: DrillMs;
  conversation: string;
  turn: number | null;
  /**
   * Without a turn: the span in which it could have been said or done, or the moment of a deed. The retry starts there
   * (RULES N7).
   */
  span: { from: DrillMs; until: DrillMs } | null;
  /** The trainee's words; null where nothing was said, then `seen` stands in for them. */
  quoteAt: Quote | null;
  /** What was seen instead of words: 「71 秒没有回复」. */
  seen: string;
  customer: string;
  seconds: number | null;
  /** Ends the title: 「含糊：没有答几点发」. */
  detail: string | null;
  parts: DetailParts;
  /** First sentence of the why, about this very case. */
  because: string;
  basis: ReportFinding['basis'];
  better: string | null;
  /** Whether `better` is steps to follow, in the report's words; otherwise it is a reply that can be sent as it stands. */
  steps: boolean;
  /** What steps are compared by, the same in every language; null: `better` itself is compared. */
  betterAs: string | null;
  /** Wordings to show where `better` was shown with an earlier finding. */
  spare: readonly string[];
  /** `better` was shown with an earlier finding, and nothing else could be said: the report leads the reader there. */
  shownBefore: boolean;
  /** Question that `better` answers: the trainee's own right words on it are kept, where there are any. */
  mends: string | null;
  unsure: boolean;
  /** Share of the rubric's deduction: 0.5 for what was put right (RULES T4). */
  share: number;
  /** Findings of one code with the same value are the same deed done again, and are told as one. */
  sameAs: string | null;
  /** The other times it was done, in order of time. */
  again: readonly { at: DrillMs; turn: number | null; quoteAt: Quote | null }[];
  /** Lost opportunities it explains. */
  covers: string[];
  /**
   * Findings on the same words that gave way to this red line: it costs their deductions too, so a red line never saves
   * marks.
   */
  absorbed: { code: FindingCode; share: number }[];
  /** Questions that this finding spoiled: it explains the loss of their missed points. */
  about: readonly string[];
};

export type DraftStart = Pick<FindingDraft, 'code' | 'at' | 'conversation'> & Partial<FindingDraft>;

export function draftFinding(start: DraftStart): FindingDraft {
  return {
    turn: null,
    span: null,
    quoteAt: null,
    seen: '',
    customer: '',
    seconds: null,
    detail: null,
    parts: {},
    because: '',
    basis: null,
    better: null,
    steps: false,
    betterAs: null,
    spare: [],
    shownBefore: false,
    mends: null,
    unsure: false,
    share: 1,
    sameAs: null,
    again: [],
    covers: [],
    absorbed: [],
    about: [],
    ...start,
  };
}

/** A line that can be sent as it stands, or steps that tell what to do. */
export type Suggestion = string | Steps;
/** Steps in the reader's language, and what they are compared by: their Chinese, whoever reads. */
export type Steps = { steps: string; as: string };

export function stepsOf(told: () => string): Steps {
  const steps = told();
  return { steps, as: language() === 'zh' ? steps : inLanguage('zh', told) };
}

/** The better wording of a draft. */
export const suggestionParts = (line: Suggestion | null): Pick<FindingDraft, 'better' | 'steps' | 'betterAs'> =>
  line === null || typeof line === 'string'
    ? { better: line, steps: false, betterAs: null }
    : { better: line.steps, steps: true, betterAs: line.as };
