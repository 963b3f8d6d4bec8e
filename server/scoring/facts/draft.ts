import type { ReportFinding } from '#contract/report.ts';
import type { DrillMs, Quote } from '#engine/model/events.ts';
import type { FindingCode } from './codes.ts';

/** What is left of a fault's cost once it is put right (RULES T4). */
export const CORRECTED = 0.5;

/** What a detail says, in parts: for sentences that say it in another way. Names and words are those of case, card and reply. */
export type DetailParts = {
  /** The operation it is about. */
  action?: { id: string; title: string };
  /** Clicked so many seconds after it had been told as done. */
  clickedAfterS?: number;
  /** How long the customer waited, and all they heard meanwhile. */
  waitedS?: number;
  heard?: string;
  /** How many questions had no answer yet. */
  open?: number;
  /** The question that had no answer. */
  question?: string;
  /** The point that was not told. */
  missing?: string;
  /** What would have been right, and whether it was said after all. */
  right?: string;
  putRight?: boolean;
  /** The card that has it otherwise. */
  card?: string;
  /** What the customer answered to a merit, or the picture they sent, as a line of the log has it. */
  answer?: string;
  picture?: string;
  /** The time given for coming back, and when the trainee was back. */
  promisedS?: number;
  backS?: number;
};

/** A finding before it has marks and an id. */
export type Draft = {
  code: FindingCode;
  at: DrillMs;
  conversation: string;
  turn: number | null;
  /** Without a turn: from when to when it could have been said or done; of a deed the moment. Done again there (RULES N7). */
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
  /** Begins the why, about this very case. */
  because: string;
  basis: ReportFinding['basis'];
  better: string | null;
  /** Whether `better` tells what to do, in words of ours: else it can be sent as it stands. */
  steps: boolean;
  /** What can be said instead where `better` was shown before. */
  spare: readonly string[];
  /** `better` is the wording of a finding before it, and nothing else could be said: a reader is led there. */
  shownBefore: boolean;
  /** Question its better wording answers: there the trainee's own right words are kept, where there are any. */
  mends: string | null;
  unsure: boolean;
  /** Share of the rubric's deduction: 0.5 for what was put right (RULES T4). */
  share: number;
  /** Findings of one code that are the same deed done again, told as one. */
  sameAs: string | null;
  /** The other times it was done, in order of time. */
  again: readonly { at: DrillMs; turn: number | null; quoteAt: Quote | null }[];
  /** Lost opportunities it explains. */
  covers: string[];
  /** Findings whose very words a red line took over: its cost holds theirs, so a red line never saves marks. */
  absorbed: { code: FindingCode; share: number }[];
  /** Questions it is to blame for: their missed points are its loss. */
  about: readonly string[];
};

export type DraftStart = Pick<Draft, 'code' | 'at' | 'conversation'> & Partial<Draft>;

export function draft(start: DraftStart): Draft {
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
export type Suggestion = string | { steps: string };

/** The better wording of a draft. */
export const suggested = (line: Suggestion | null): Pick<Draft, 'better' | 'steps'> =>
  line === null || typeof line === 'string' ? { better: line, steps: false } : { better: line.steps, steps: true };
