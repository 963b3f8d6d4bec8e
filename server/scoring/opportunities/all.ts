import type { Seen } from '../seen.ts';
import { aheadOpportunities } from './ahead.ts';
import { needOpportunities } from './operation.ts';
import type { Opportunity } from './opportunity.ts';
import { responseOpportunities } from './response.ts';
import { solvingOpportunities } from './solving.ts';
import { turnOpportunities } from './turns.ts';
import { windowOpportunities } from './windows.ts';

/** Every chance a conversation offered, in all six dimensions (RULES M8). */
export function opportunitiesOf(seen: Seen): Opportunity[] {
  return [
    ...responseOpportunities(seen),
    ...turnOpportunities(seen),
    ...solvingOpportunities(seen),
    ...aheadOpportunities(seen),
    ...needOpportunities(seen),
    ...windowOpportunities(seen),
  ];
}
