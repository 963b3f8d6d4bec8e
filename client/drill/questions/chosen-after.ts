import type { AskedQuestion } from '#contract/questions.ts';

/** A single choice replaces the last one; of several, and in an order, a second press takes it back. */
export const chosenAfter = (kind: AskedQuestion['kind'], now: readonly number[], place: number): readonly number[] => {
  if (kind === 'single' || kind === 'judge') return [place];
  return now.includes(place) ? now.filter((one) => one !== place) : [...now, place];
};
