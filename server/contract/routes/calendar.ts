/** Routes of a term's calendar: of its class for staff, of one's own for a trainee. */
import { type OwnCalendar, planDrillSchema, plannedChangeSchema, type TermCalendar } from '#contract/terms/calendar.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const calendarRouteSpecs = {
  'GET /api/classes/:id/terms/:term/calendar': { who: 'reviewer of class', reply: replies<TermCalendar>() },
  'GET /api/classes/:id/terms/:term/calendar.ics': { who: 'reviewer of class', reply: 'file' },
  'POST /api/classes/:id/terms/:term/calendar': {
    who: 'teacher of class',
    body: planDrillSchema,
    reply: replies<{ id: string }>(),
  },
  'POST /api/classes/:id/terms/:term/calendar/:planned': {
    who: 'teacher of class',
    body: plannedChangeSchema,
    reply: replies<null>(),
  },
  /** Of the person who is signed in, or whom the device sat for (RULES J11). */
  'GET /api/my-terms/:term/calendar': { who: 'anyone', reply: replies<OwnCalendar>() },
  'GET /api/my-terms/:term/calendar.ics': { who: 'anyone', reply: 'file' },
} as const satisfies RouteTable;
