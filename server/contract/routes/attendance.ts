/** Routes of a term's attendance, leave and handover notes: of its class for staff, of one's own for a trainee. */
import {
  attendanceChangeSchema,
  attendanceEntrySchema,
  enteredLeaveSchema,
  type LeaveRow,
  leaveDecisionSchema,
  leaveRequestSchema,
  sessionShiftSchema,
  type TermAttendance,
} from '#contract/terms/attendance.ts';
import { noteSchema, type OwnHandover, type OwnTerms, type TermHandover } from '#contract/terms/handover.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const attendanceRouteSpecs = {
  'GET /api/classes/:id/terms/:term/attendance': { who: 'reviewer of class', reply: replies<TermAttendance>() },
  'GET /api/classes/:id/terms/:term/attendance.xlsx': { who: 'staff of class', reply: 'file' },
  'POST /api/classes/:id/terms/:term/attendance/rules': {
    who: 'teacher of class',
    body: attendanceChangeSchema,
    reply: replies<{ version: number }>(),
  },
  'POST /api/classes/:id/terms/:term/attendance/shifts': {
    who: 'teacher of class',
    body: sessionShiftSchema,
    reply: replies<null>(),
  },
  'POST /api/classes/:id/terms/:term/attendance/entries': {
    who: 'teacher of class',
    body: attendanceEntrySchema,
    reply: replies<null>(),
  },
  /** For a trainee: it is approved with that. */
  'POST /api/classes/:id/terms/:term/leaves': {
    who: 'teacher of class',
    body: enteredLeaveSchema,
    reply: replies<{ id: string }>(),
  },
  /** The mentor's; where the school has none, the teachers'. */
  'POST /api/classes/:id/terms/:term/leaves/:leave/decision': {
    who: 'reviewer of class',
    body: leaveDecisionSchema,
    reply: replies<LeaveRow['state']>(),
  },
  'GET /api/classes/:id/terms/:term/handover': { who: 'reviewer of class', reply: replies<TermHandover>() },
  /** Of whoever is signed in or sits there. */
  'GET /api/my-terms': { who: 'anyone', reply: replies<OwnTerms>() },
  'POST /api/my-terms/:term/leaves': {
    who: 'signed-in',
    body: leaveRequestSchema,
    reply: replies<{ id: string }>(),
  },
  'POST /api/my-terms/:term/leaves/:leave/withdraw': { who: 'signed-in', reply: replies<null>() },
  'GET /api/my-terms/:term/handover': { who: 'anyone', reply: replies<OwnHandover>() },
  'POST /api/my-terms/:term/handover': { who: 'anyone', body: noteSchema, reply: replies<{ id: string }>() },
  'POST /api/my-terms/:term/handover/:note/take': { who: 'anyone', reply: replies<null>() },
  'POST /api/my-terms/:term/handover/:note/remove': { who: 'anyone', reply: replies<null>() },
} as const satisfies RouteTable;
