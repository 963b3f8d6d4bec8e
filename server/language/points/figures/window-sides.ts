/** Who pays and who acts, by the clauses of a window. */

import type { Wording } from '#language/points/wordings/wording.ts';
import type { HeardClause } from './heard.ts';

/** The payer by the clauses of a window; of several the last counts. */
export function payerIn(clauses: readonly HeardClause[]): -1 | 0 | 1 {
  return clauses.findLast((clause) => !clause.mute && clause.payer !== 0)?.payer ?? 0;
}

/** 1 when the party that acts is the one the wording names, -1 when it is the other, 0 when either names none. */
export function actorFit(wording: Wording, clauses: readonly HeardClause[]): number {
  if (wording.actor === 0) return 0;
  const said = clauses.find((clause) => clause.actor !== 0)?.actor ?? 0;
  return said * wording.actor;
}
