/** Routes of the person who is signed in, of accounts and schools, of classes and their rosters. */
import {
  type ClassBody,
  type ClassRow,
  classChangeSchema,
  classSchema,
  type Me,
  memberAccountSchema,
  memberChangeSchema,
  newPasswordSchema,
  newPersonSchema,
  newSchoolSchema,
  type PersonRow,
  personChangeSchema,
  type RosterPreview,
  rosterSchema,
  rosterTextSchema,
  type SchoolRow,
  setUpSchema,
  signInSchema,
} from '#contract/people.ts';
import type { PortfolioBody } from '#contract/portfolio.ts';
import { type SessionRow, type SignInsBody, signInsQuery } from '#contract/sign-ins.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const accountRouteSpecs = {
  'GET /api/me': { who: 'anyone', reply: replies<Me>() },
  'POST /api/set-up': { who: 'anyone', body: setUpSchema, reply: replies<Me>() },
  'POST /api/session': { who: 'anyone', body: signInSchema, reply: replies<Me>() },
  'POST /api/session/end': { who: 'anyone', reply: replies<Me>() },
  'POST /api/me/password': { who: 'signed-in', body: newPasswordSchema, reply: replies<null>() },
  'GET /api/me/sessions': { who: 'signed-in', reply: replies<SessionRow[]>() },
  /** Both answer with the sessions that are left. */
  'POST /api/me/sessions/:session/end': { who: 'signed-in', reply: replies<SessionRow[]>() },
  'POST /api/me/sessions/end': { who: 'signed-in', reply: replies<SessionRow[]>() },
  'GET /api/schools': { who: 'machine-admin', reply: replies<SchoolRow[]>() },
  'POST /api/schools': { who: 'machine-admin', body: newSchoolSchema, reply: replies<SchoolRow>() },
  'GET /api/people': { who: 'admin', reply: replies<PersonRow[]>() },
  'POST /api/people': { who: 'admin', body: newPersonSchema, reply: replies<PersonRow>() },
  'POST /api/people/:id': { who: 'admin of person', body: personChangeSchema, reply: replies<PersonRow>() },
  'GET /api/people/:id/sessions': { who: 'admin of person', reply: replies<SessionRow[]>() },
  'POST /api/people/:id/sessions/:session/end': { who: 'admin of person', reply: replies<SessionRow[]>() },
  'POST /api/people/:id/sessions/end': { who: 'admin of person', reply: replies<SessionRow[]>() },
  'GET /api/sign-ins': { who: 'admin', query: signInsQuery, reply: replies<SignInsBody>() },
  'GET /api/sign-ins.xlsx': { who: 'admin', query: signInsQuery, reply: 'file' },
  /** Drills of runs only: practice is shown to nobody but the trainee. */
  'GET /api/people/:id/portfolio': { who: 'staff of person', reply: replies<PortfolioBody>() },

  'GET /api/classes': { who: 'staff', reply: replies<ClassRow[]>() },
  'POST /api/classes': { who: 'teacher', body: classSchema, reply: replies<ClassBody>() },
  'GET /api/classes/:id': { who: 'staff of class', reply: replies<ClassBody>() },
  'POST /api/classes/:id': { who: 'teacher of class', body: classChangeSchema, reply: replies<ClassBody>() },
  /** A file with the names, or the names as text. */
  'POST /api/classes/:id/roster/preview': {
    who: 'teacher of class',
    body: rosterTextSchema,
    reply: replies<RosterPreview>(),
    upload: { readFor: 'staff', json: '256kb', file: '2mb' },
  },
  'POST /api/classes/:id/roster': { who: 'teacher of class', body: rosterSchema, reply: replies<ClassBody>() },
  'POST /api/classes/:id/members/:person': {
    who: 'teacher of class',
    body: memberChangeSchema,
    reply: replies<ClassBody>(),
  },
  'POST /api/classes/:id/members/:person/account': {
    who: 'teacher of class',
    body: memberAccountSchema,
    reply: replies<ClassBody>(),
  },
} as const satisfies RouteTable;
