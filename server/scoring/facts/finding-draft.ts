/** A finding before it is priced, and the parts it is made from. */
import type { ReportFinding } from '#contract/report.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { Dimension } from '#engine/model/rubric.ts';
import type { Quote } from '#engine/model/turn-judgement.ts';
import { inLanguage, language } from '#i18n/language.ts';
import type { FindingCode } from './codes.ts';

/** Share of a fault's cost that remains once it is put right (RULES T4). */
export const CORRECTED_SHARE = 0.5;

/** A detail's facts, one by one, for sentences that say them in another way. Names and words come from case, card and reply. */
export type DetailParts = {
  /** The operation it is about. */
  action?: { id: string; title: string };
  /** Seconds between telling it as done and the click. */
  clickedAfterS?: number;
  /** Seconds that the customer waited. */
  waitedS?: number;
  /** The words that opened late had the answer: nothing came before them. */
  openedLate?: boolean;
  /** All that the customer heard while they waited. */
  heardOnly?: string;
  /** How many questions had no answer yet. */
  openQuestions?: number;
  /** The question that had no answer. */
  questionText?: string;
  /** The point that was not told. */
  missingPoint?: string;
  /** The right words. */
  rightAnswer?: string;
  /** Whether the trainee said the right words after all. */
  isPutRight?: boolean;
  /** The card that says otherwise. */
  cardTitle?: string;
  /** What the customer answered to a merit, or the picture they sent, as a line of the log has it. */
  customerAnswer?: string;
  pictureText?: string;
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
   * Without a turn: the span in which it could have been said or done, or the moment of a click. The retry starts there
   * (RULES N7).
   */
  span: { from: DrillMs; until: DrillMs } | null;
  /** The trainee's words; null where nothing was said, then `observation` stands in for them. */
  quoteAt: Quote | null;
  /** What was seen instead of words: 「71 秒没有回复」. */
  observation: string;
  /** The customer's words that the finding answers to. */
  customerText: string;
  /** When the words it quotes were sent, where that is later than `at`: the place the report shows (RULES M139). */
  saidAt?: DrillMs | undefined;
  /** Seconds of the wait it is about; null where it is about no wait. */
  seconds: number | null;
  /** Ends the title: 「含糊：没有答几点发」. */
  detail: string | null;
  detailParts: DetailParts;
  /** First sentence of the why, about this very case. */
  because: string;
  /** `because` says it all: the rubric's own sentence isn't true here (RULES M167). */
  isWholeWhy?: true;
  citation: ReportFinding['basis'];
  suggestion: string | null;
  /** Whether `suggestion` is steps to follow, in the report's words; otherwise it is a reply that can be sent as it stands. */
  isSteps: boolean;
  /** What steps are compared by, the same in every language; null: `suggestion` itself is compared. */
  comparableAs: string | null;
  /** Wordings to show where `suggestion` was shown with an earlier finding. */
  spareSuggestions: readonly string[];
  /** `suggestion` was shown with an earlier finding, and nothing else could be said: the report leads the reader there. */
  isShownBefore: boolean;
  /** Question that `suggestion` answers: the trainee's own right words on it are kept, where there are any. */
  answeredQuestion: string | null;
  unsure: boolean;
  /** Of an unsure red line: it takes no marks before somebody rules (RULES M227). */
  waitsForRuling?: true;
  /** Of an unsure one: what is in doubt, as the row that sums doubts up names it. */
  inDoubt?: string | undefined;
  /** The dimension it costs in, where that isn't its rule's. */
  dimension?: Dimension;
  /** Share of the rubric's deduction: 0.5 for what was put right (RULES T4). */
  costShare: number;
  /** Findings of one code with the same value are one fault made again, and are told as one. */
  repeatKey: string | null;
  /** The other times it was done, in order of time. */
  repeats: readonly { at: DrillMs; turn: number | null; quoteAt: Quote | null }[];
  /** Keys of the lost opportunities that it explains. */
  explainedKeys: string[];
  /**
   * Findings on the same words that gave way to this red line: it costs their deductions too, so a red line never saves
   * marks.
   */
  absorbedFaults: { code: FindingCode; costShare: number }[];
  /** Ids of the questions that it spoiled: it explains the loss of their missed points. */
  spoiledQuestions: readonly string[];
};

export type DraftStart = Pick<FindingDraft, 'code' | 'at' | 'conversation'> & Partial<FindingDraft>;

export const draftFinding = (start: DraftStart): FindingDraft => {
  return {
    turn: null,
    span: null,
    quoteAt: null,
    observation: '',
    customerText: '',
    seconds: null,
    detail: null,
    detailParts: {},
    because: '',
    citation: null,
    suggestion: null,
    isSteps: false,
    comparableAs: null,
    spareSuggestions: [],
    isShownBefore: false,
    answeredQuestion: null,
    unsure: false,
    costShare: 1,
    repeatKey: null,
    repeats: [],
    explainedKeys: [],
    absorbedFaults: [],
    spoiledQuestions: [],
    ...start,
  };
};

/** A line that can be sent as it stands, or steps that tell what to do. */
export type Suggestion = string | Steps;
/** Steps in the reader's language, and what they are compared by: their Chinese, whoever reads. */
export type Steps = { steps: string; comparableAs: string };

export const stepsOf = (sayIt: () => string): Steps => {
  const steps = sayIt();
  return { steps, comparableAs: language() === 'zh' ? steps : inLanguage('zh', sayIt) };
};

/** The better wording of a draft. */
export const suggestionParts = (
  suggestion: Suggestion | null,
): Pick<FindingDraft, 'suggestion' | 'isSteps' | 'comparableAs'> =>
  suggestion === null || typeof suggestion === 'string'
    ? { suggestion: suggestion, isSteps: false, comparableAs: null }
    : { suggestion: suggestion.steps, isSteps: true, comparableAs: suggestion.comparableAs };
