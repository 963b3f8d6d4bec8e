/** Routes of 质检: transcripts to mark without an account. */
import {
  comparisonSchema,
  inspectionMenuSchema,
  inspectionParams,
  inspectionSchema,
  markingSchema,
} from '#contract/practice/inspections.ts';
import type { RouteTable } from './route-spec.ts';

const params = { schema: inspectionParams, code: 'unknown-inspection' } as const;

export const inspectionRouteSpecs = {
  'GET /api/inspections': { who: 'anyone', reply: inspectionMenuSchema },
  'GET /api/inspections/:id': { who: 'anyone', params, reply: inspectionSchema },
  /** Says what the program saw, for a whole marking only. Nothing is stored. */
  'POST /api/inspections/:id/marks': { who: 'anyone', params, body: markingSchema, reply: comparisonSchema },
} as const satisfies RouteTable;
