/** Who pays and who acts, by the clauses of a window. */

import type { Wording } from '#language/points/wordings/wording.ts';
import type { PolarityValue } from '#language/reading/lexicon.ts';
import type { Party } from '#language/terms/party.ts';
import type { ComparedClause } from './compared-reply.ts';

/** The payer by the clauses of a window; of several the last counts. */
export const payerIn = (clauses: readonly ComparedClause[]): Party | null => {
  return clauses.findLast((clause) => !clause.isMute && clause.payer !== null)?.payer ?? null;
};

/** Whether the party told is the one wanted: 1 when it is, -1 when it is the other, 0 when either is not named. */
export const partyFit = (expected: Party | null, said: Party | null): PolarityValue =>
  expected === null || said === null ? 0 : expected === said ? 1 : -1;

/** 1 when the party that acts is the one the wording names, -1 when it is the other, 0 when either names none. */
export const actorFit = (wording: Wording, clauses: readonly ComparedClause[]): PolarityValue => {
  return partyFit(wording.actor, clauses.find((clause) => clause.actor !== null)?.actor ?? null);
};
