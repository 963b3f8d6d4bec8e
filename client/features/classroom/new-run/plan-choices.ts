import type { Plan } from '#contract/runs.ts';

export type Mode = Plan['mode'];
/** In the order they are offered; the contract's own lists are values of the server. */
export const MODES: readonly Mode[] = ['practice', 'lesson', 'exam'];
export const ARRIVAL_KINDS: readonly Plan['arrivals'][] = ['spaced', 'together', 'ladder'];
