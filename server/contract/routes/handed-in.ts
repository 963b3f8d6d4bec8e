/** Routes of practice that is handed in: by its owner alone, read and marked by the staff of the seat's school. */
import {
  type HandedIn,
  type HandedInRow,
  type HandingIn,
  handedInMarkSchema,
  handInSchema,
} from '#contract/homework/handed-in.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const handedInRouteSpecs = {
  'GET /api/drills/:id/handing-in': { who: 'owner of drill', reply: replies<HandingIn>() },
  'POST /api/drills/:id/handing-in': { who: 'owner of drill', body: handInSchema, reply: replies<HandingIn>() },
  'POST /api/drills/:id/handing-in/take-back': { who: 'owner of drill', reply: replies<HandingIn>() },
  /** Of the seats that the device or the person has. */
  'GET /api/handed-in': { who: 'anyone', reply: replies<HandedIn[]>() },
  /** What was handed in to the homework. */
  'GET /api/runs/:id/handed-in': { who: 'staff of run', reply: replies<HandedInRow[]>() },
  /** What was handed in to the class or to any of its homework. */
  'GET /api/classes/:id/handed-in': { who: 'staff of class', reply: replies<HandedInRow[]>() },
  'GET /api/runs/:id/handed-in.xlsx': { who: 'staff of run', reply: 'file' },
  'GET /api/classes/:id/handed-in.xlsx': { who: 'staff of class', reply: 'file' },
  'POST /api/seats/:id/handed-in/:drill/mark': {
    who: 'teacher of seat',
    body: handedInMarkSchema,
    reply: replies<HandedInRow>(),
  },
} as const satisfies RouteTable;
