/** Who pays and who acts, by the clauses of a window. */

import type { Wording } from '#language/points/wordings/wording.ts';
import type { Party } from '#language/terms/party.ts';
import type { HeardClause } from './heard.ts';

/** The payer by the clauses of a window; of several the last counts. */
export function payerIn(clauses: readonly HeardClause[]): Party | null {
  return clauses.findLast((clause) => !clause.mute && clause.payer !== null)?.payer ?? null;
}

/** Whether the party told is the one wanted: 1 when it is, -1 when it is the other, 0 when either is not named. */
export const partyFit = (wanted: Party | null, told: Party | null): 1 | 0 | -1 =>
  wanted === null || told === null ? 0 : wanted === told ? 1 : -1;

/** 1 when the party that acts is the one the wording names, -1 when it is the other, 0 when either names none. */
export function actorFit(wording: Wording, clauses: readonly HeardClause[]): -1 | 0 | 1 {
  return partyFit(wording.actor, clauses.find((clause) => clause.actor !== null)?.actor ?? null);
}
