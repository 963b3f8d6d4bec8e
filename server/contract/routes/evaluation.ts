/** Routes of a term's three-sided evaluation: of its class for staff, of one's own for a trainee. */
import {
  type OwnSides,
  type SideForm,
  type SidesState,
  sideMarksSchema,
  sideRulesChangeSchema,
  sidesStateSchema,
  type TermSides,
} from '#contract/terms/sides.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const evaluationRouteSpecs = {
  'GET /api/classes/:id/terms/:term/sides': { who: 'staff of class', reply: replies<TermSides>() },
  'GET /api/classes/:id/terms/:term/sides.xlsx': { who: 'staff of class', reply: 'file' },
  'POST /api/classes/:id/terms/:term/sides/rules': {
    who: 'teacher of class',
    body: sideRulesChangeSchema,
    reply: replies<{ version: number }>(),
  },
  'POST /api/classes/:id/terms/:term/sides/state': {
    who: 'teacher of class',
    body: sidesStateSchema,
    reply: replies<{ state: SidesState }>(),
  },
  /** Whose side it is follows from the role: a mentor's is the enterprise's, everybody else's the school's. */
  'GET /api/classes/:id/terms/:term/sides/:person': { who: 'staff of class', reply: replies<SideForm>() },
  'POST /api/classes/:id/terms/:term/sides/:person': {
    who: 'staff of class',
    body: sideMarksSchema,
    reply: replies<{ at: number }>(),
  },
  'POST /api/classes/:id/terms/:term/sides/:person/draft': {
    who: 'staff of class',
    body: sideMarksSchema,
    reply: replies<{ at: number }>(),
  },
  /** Of the person who is signed in, or whom the device sat for (RULES J11). */
  'GET /api/my-terms/:term/sides': { who: 'anyone', reply: replies<OwnSides>() },
  'POST /api/my-terms/:term/sides': { who: 'anyone', body: sideMarksSchema, reply: replies<{ at: number }>() },
  'POST /api/my-terms/:term/sides/draft': { who: 'anyone', body: sideMarksSchema, reply: replies<{ at: number }>() },
} as const satisfies RouteTable;
