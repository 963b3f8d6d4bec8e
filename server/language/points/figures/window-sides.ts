/** Who pays and who acts by the clauses of a window. */

import type { Wording } from '#language/points/wordings/wording.ts';
import type { HeardClause } from './heard.ts';

/** Who pays by the clauses of a window, the last word counting. */
export function payerIn(clauses: readonly HeardClause[]): -1 | 0 | 1 {
  return clauses.findLast((clause) => !clause.mute && clause.payer !== 0)?.payer ?? 0;
}

/** 1 when who acts is whom the wording names, -1 the other of the two, 0 when either doesn't say. */
export function actorFit(wording: Wording, clauses: readonly HeardClause[]): number {
  if (wording.actor === 0) return 0;
  const said = clauses.find((clause) => clause.actor !== 0)?.actor ?? 0;
  return said * wording.actor;
}
