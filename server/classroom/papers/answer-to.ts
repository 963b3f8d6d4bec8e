import type { GivenAnswer } from '#contract/questions.ts';
import type { DrawnPaper } from '#drills/papers/marks.ts';

/** The answer as it is stored, null for an empty one; undefined: it can't be one to this question. */
export const answerTo = (
  { kind, options }: DrawnPaper[number],
  answer: GivenAnswer,
): GivenAnswer | null | undefined => {
  if ('figure' in answer) return kind === 'calculate' ? answer : undefined;
  const { chosen } = answer;
  const isPossible = new Set(chosen).size === chosen.length && chosen.every((place) => place < options.length);
  if (kind === 'calculate' || !isPossible) return undefined;
  if (chosen.length === 0) return null;
  return (kind === 'single' || kind === 'judge') && chosen.length > 1 ? undefined : { chosen };
};
