/** How a run dealt its customers, as told afterwards. */
import type { Plan } from '#contract/runs.ts';

/** Whether all seats had the same customers or each its own, to be told afterwards; undefined: nobody came. */
export const dealtOf = ({ seed, paper, exam }: Pick<Plan, 'seed' | 'paper' | 'exam'>): Plan['seed'] | undefined =>
  paper !== undefined || exam?.parts.every(({ kind }) => kind !== 'customers') ? undefined : seed;
