/** Routes of 班组长 seats: a teacher gives the part, its holder answers, staff read what came of it. */
import { type LeadBoard, leadAnswerSchema, leadSeatSchema } from '#contract/together/leads.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const leadRouteSpecs = {
  'GET /api/runs/:id/leads': { who: 'staff of run', reply: replies<LeadBoard>() },
  'POST /api/runs/:id/leads': { who: 'teacher of run', body: leadSeatSchema, reply: replies<LeadBoard>() },
  'POST /api/seats/:id/lead-answers': { who: 'owner of seat', body: leadAnswerSchema, reply: replies<null>() },
} as const satisfies RouteTable;
