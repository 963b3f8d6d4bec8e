/** Which cases a drill has, and of which its trainee may be told. */
import type { DrillCases, DrillRow } from '#storage/storage.ts';

/** All cases, those of customers who are still to come included: for what the server decides by, never for a page. */
export const casesOf = (drill: DrillCases): readonly string[] =>
  drill.rush === undefined ? drill.scenarios : drill.drawn;

/** The cases a page may be told of: none of a rush before it is over (RULES Q8). */
export const toldCases = (drill: DrillCases & Pick<DrillRow, 'state'>): readonly string[] =>
  drill.rush === undefined || drill.state === 'ended' ? casesOf(drill) : [];
