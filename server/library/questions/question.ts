/** Questions as papers are drawn from them: plain JSON, which a catalog keeps. */
import type { QuestionKind, QuestionLevel } from '#library/schema/questions.ts';
import type { Draw } from './calculation.ts';

/** The text that an answer rests on. `shop`: where a page of that shop shows it, else null. */
export type Citation = {
  section: 'products' | 'policies' | 'quickReplies' | 'authority' | 'law' | 'trade' | 'own';
  id: string;
  title: string;
  text: string;
  source: string | null;
  date: string | null;
  shop: string | null;
};

/**
 * What is given or right. `chosen`: places of options, of an ordering all of them in order; `figure`: in the question's
 * unit, yuan for 元.
 */
export type Answer = { chosen: readonly number[] } | { figure: number };

export type Question = {
  id: string;
  /** Null: of a shop's own questions, which belong to no topic. */
  topic: string | null;
  kind: QuestionKind;
  level: QuestionLevel;
  shop: string | null;
  /** With slots, as `why`, where numbers are drawn. */
  stem: string;
  /** As authored: an ordering's in the right order; none of a calculation; of a judgement, whose two are said in the reader's language. */
  options: readonly string[];
  /** Null: the calculation or `figure` says it. */
  right: readonly number[] | null;
  calculation: Draw | null;
  /** Of a school's own calculation, whose numbers aren't drawn. */
  figure?: { figure: number; unit: string; tolerance: number };
  /** A school's own question. */
  own?: true;
  why: string;
  citations: readonly Citation[];
};

/** How many questions of what a paper has; null: of any. */
export type BlueprintCell = {
  topic: string | null;
  level: QuestionLevel | null;
  kind: QuestionKind | null;
  count: number;
};

export type QuestionBank = {
  /** Changes whenever a question does: a paper drawn from another bank is another paper. */
  hash: string;
  topics: readonly { id: string; name: string }[];
  questions: readonly Question[];
};
export const NO_QUESTIONS: QuestionBank = { hash: '', topics: [], questions: [] };

/** A question with its numbers drawn and its options in the order they are shown in; `key` stays on the server. */
export type DrawnQuestion = {
  id: string;
  topic: string | null;
  kind: QuestionKind;
  level: QuestionLevel;
  shop: string | null;
  stem: string;
  options: readonly string[];
  /** Of a calculation: 元, 秒 …; null for the other kinds. */
  unit: string | null;
  key: Answer;
  /** How far a figure may be off, in its unit. */
  tolerance: number;
  why: string | null;
  citations: readonly Citation[];
};
