/** Routes of 质检: transcripts to mark without an account. */
import {
  type ClassInspection,
  type ClassItemBody,
  type InspectionBoard,
  itemParams,
  pickSchema,
  saveMarkingSchema,
} from '#contract/practice/class-inspections.ts';
import {
  type Comparison,
  comparisonSchema,
  inspectionMenuSchema,
  inspectionParams,
  inspectionSchema,
  markingSchema,
} from '#contract/practice/inspections.ts';
import { type RouteTable, replies } from './route-spec.ts';

const item = { schema: itemParams, code: 'unknown-inspection' } as const;
const params = { schema: inspectionParams, code: 'unknown-inspection' } as const;

export const inspectionRouteSpecs = {
  'GET /api/inspections': { who: 'anyone', reply: inspectionMenuSchema },
  'GET /api/inspections/:id': { who: 'anyone', params, reply: inspectionSchema },
  /** Says what the program saw, for a whole marking only. Nothing is stored. */
  'POST /api/inspections/:id/marks': { who: 'anyone', params, body: markingSchema, reply: comparisonSchema },

  'GET /api/runs/:id/inspection': { who: 'staff of run', reply: replies<InspectionBoard>() },
  /** Which drills of the run are marked; one that somebody has marked stays. */
  'POST /api/runs/:id/inspection': { who: 'teacher of run', body: pickSchema, reply: replies<InspectionBoard>() },
  'GET /api/runs/:id/inspection.xlsx': { who: 'staff of run', reply: 'file' },
  /** Staff mark the same transcripts, each for themselves. */
  'GET /api/runs/:id/inspection/:no': { who: 'staff of run', params: item, reply: replies<ClassItemBody>() },
  'POST /api/runs/:id/inspection/:no': {
    who: 'staff of run',
    params: item,
    body: saveMarkingSchema,
    reply: replies<null>(),
  },
  'POST /api/runs/:id/inspection/:no/hand-in': { who: 'staff of run', params: item, reply: replies<Comparison>() },
  /** Without the seat's own drills. */
  'GET /api/seats/:id/inspection': { who: 'owner of seat', reply: replies<ClassInspection>() },
  'GET /api/seats/:id/inspection/:no': { who: 'owner of seat', params: item, reply: replies<ClassItemBody>() },
  'POST /api/seats/:id/inspection/:no': {
    who: 'owner of seat',
    params: item,
    body: saveMarkingSchema,
    reply: replies<null>(),
  },
  'POST /api/seats/:id/inspection/:no/hand-in': { who: 'owner of seat', params: item, reply: replies<Comparison>() },
} as const satisfies RouteTable;
