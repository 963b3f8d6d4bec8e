import type { GivenAnswer } from '#contract/questions.ts';
import type { StoredAnswer } from '#storage/papers.ts';

export const answeredIn = (answers: readonly StoredAnswer[]): number =>
  answers.filter(({ answer }) => answer !== null).length;

/** The answers that a seat has given, by question. */
export const givenIn = (answers: readonly StoredAnswer[]): Map<string, GivenAnswer> =>
  new Map(answers.flatMap(({ question, answer }) => (answer === null ? [] : [[question, answer] as const])));
