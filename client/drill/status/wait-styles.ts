import type { WaitLevel } from '#client/drill/model/wait-level.ts';

/** The colour of a round's bracket, by the level of its wait. */
export const WAIT_BORDERS: Record<WaitLevel, string> = {
  0: 'border-line-2',
  1: 'border-good-solid',
  2: 'border-warn-solid',
  3: 'border-bad-solid',
};
/** The colour of a round's seconds. */
export const WAIT_TEXTS: Record<WaitLevel, string> = {
  0: 'text-ink-3',
  1: 'text-good',
  2: 'text-warn',
  3: 'text-bad',
};
