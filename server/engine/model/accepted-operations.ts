/** Operations that serve the same end (RULES T8). */
import type { Need } from './content.ts';

/** The operations any of which meets a need; none where it is no operation. */
export const acceptedOperations = ({ do: action, or = [] }: Pick<Need, 'do' | 'or'>): readonly string[] =>
  action === null ? [] : [action, ...or];

/** Operations that only look something up: the customer sees nothing of them and gains nothing by them but the answer. */
export const LOOK_UPS: readonly string[] = ['check-order', 'check-logistics'];

/** Whether nothing but a look-up meets a need. */
export const isOnlyLookUp = (need: Pick<Need, 'do' | 'or'>): boolean => {
  const ways = acceptedOperations(need);
  return ways.length > 0 && ways.every((way) => LOOK_UPS.includes(way));
};
