/**
 * A school's own questions. No row is ever changed but to say until when it counted: a paper that was drawn at an
 * earlier revision is still read and marked by the questions of that revision.
 */
import type { OwnQuestion, QuestionChangeKind } from '#contract/practice/own-questions.ts';

/** One change. `revision` counts from 1 within a school; `by`: a person's id; `at`: epoch milliseconds. */
export type StoredQuestionChange = {
  school: string;
  revision: number;
  kind: QuestionChangeKind;
  /** The name of the file that was read. */
  file: string | null;
  /** The import taken back. */
  undoes: number | null;
  added: number;
  changed: number;
  removed: number;
  by: string;
  at: number;
};
/** `since`: the revision that brought it; `until`: the one that replaced or removed it, null while it counts. */
export type StoredQuestion = { question: OwnQuestion; since: number; until: number | null };

export type OwnQuestionsStorage = {
  /**
   * Stores a change with the questions it brings, in the place of those of the same id, and without those of
   * `removed`. False when the revision is taken: somebody else has changed them meanwhile, and nothing is stored.
   */
  add(change: StoredQuestionChange, put: readonly OwnQuestion[], removed: readonly string[]): Promise<boolean>;
  /** Newest first. */
  changes(school: string): Promise<StoredQuestionChange[]>;
  /** The newest revision; 0: there was no change. */
  revision(school: string): Promise<number>;
  /** The questions that counted at a revision, in the order in which they came. */
  at(school: string, revision: number): Promise<StoredQuestion[]>;
};
