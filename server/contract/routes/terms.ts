/** Routes of a class's terms and of their sheets. */
import { type ClassTerms, type TermBody, type TermRow, termSchema } from '#contract/terms/term.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const termRouteSpecs = {
  'GET /api/classes/:id/terms': { who: 'staff of class', reply: replies<ClassTerms>() },
  'POST /api/classes/:id/terms': { who: 'teacher of class', body: termSchema, reply: replies<TermRow>() },
  'GET /api/classes/:id/terms/:term': { who: 'staff of class', reply: replies<TermBody>() },
  'POST /api/classes/:id/terms/:term': { who: 'teacher of class', body: termSchema, reply: replies<TermRow>() },
} as const satisfies RouteTable;
