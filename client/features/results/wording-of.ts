import type { Debrief } from '#contract/results.ts';

/** What stands where no good turn does: words to say, or an operation to click. */
export const wordingOf = ({ family }: Pick<Debrief['picks'][number], 'family'>): 'wording' | 'toDo' =>
  family === 'operation' ? 'toDo' : 'wording';
