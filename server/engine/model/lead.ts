/** 班组长: what a seat reports to a higher level is answered by a person of the same run (RULES J46). Times are drill time. */

/** `answerMs`: how long a request waits for the lead, in drill time, before the shop's own answer comes. */
export type OpenedLead = { answerMs: number };

/** `amount`: cents that may be given; null: an exception without a sum. */
export type LeadAnswer =
  | { how: 'granted'; amount: number | null; words: string }
  | { how: 'refused' | 'asked-back' | 'passed-up'; words: string };

/** A report that waits for its answer. `id`: of the operation. */
export type OpenAsk = { id: string; conversation: string; action: string; at: number; dueAt: number };

/** What the lead has granted in a conversation last, and what of it isn't given yet. Cents; null: no sum. */
export type Grant = { amount: number | null; left: number | null };

/** A drill with a lead, as it stands. By conversation: when it was answered last, and what was granted. */
export type LeadState = OpenedLead & {
  asks: readonly OpenAsk[];
  answeredAt: Readonly<Record<string, number>>;
  granted: Readonly<Record<string, Grant>>;
};

/** Longest reason, in UTF-16 units. */
export const LEAD_WORDS_MAX = 200;
