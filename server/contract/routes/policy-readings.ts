/** Routes of 政策解读. Nothing of them is stored. */
import {
  readingAnswerSchema,
  readingMenuSchema,
  readingParams,
  readingVerdictSchema,
} from '#contract/practice/policy-readings.ts';
import type { RouteTable } from './route-spec.ts';

const params = { schema: readingParams, code: 'unknown-reading' } as const;

export const policyReadingRouteSpecs = {
  'GET /api/policy-readings': { who: 'anyone', reply: readingMenuSchema },
  'POST /api/policy-readings/:id/answers': {
    ...{ who: 'anyone', params, body: readingAnswerSchema, reply: readingVerdictSchema },
  },
} as const satisfies RouteTable;
