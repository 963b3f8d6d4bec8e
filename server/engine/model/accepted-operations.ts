/** Operations that serve the same end (RULES T8). */
import type { Need } from './content.ts';

/** The operations any of which meets a need; none where it is no operation. */
export const acceptedOperations = ({ do: action, or = [] }: Pick<Need, 'do' | 'or'>): readonly string[] =>
  action === null ? [] : [action, ...or];
