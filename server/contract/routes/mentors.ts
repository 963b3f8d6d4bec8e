/** Routes of mentors of several schools: invitations by a school, what it shares, and the mentor's own page. */
import {
  acceptSchema,
  inviteSchema,
  type MentorHome,
  type MentorshipDone,
  type MentorshipRow,
  type MentorTrainees,
  type Share,
  shareSchema,
} from '#contract/mentors/mentors.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const mentorRouteSpecs = {
  'GET /api/mentorships': { who: 'admin', reply: replies<MentorshipRow[]>() },
  'POST /api/mentorships': { who: 'admin', body: inviteSchema, reply: replies<MentorshipRow>() },
  'POST /api/mentorships/:mentorship/end': { who: 'admin', reply: replies<MentorshipRow>() },
  'GET /api/mentor': { who: 'mentor', reply: replies<MentorHome>() },
  /** Of terms that have begun and ended a month ago at most. */
  'GET /api/mentor/trainees': { who: 'mentor', reply: replies<MentorTrainees>() },
  'POST /api/mentor/accept': { who: 'mentor', body: acceptSchema, reply: replies<MentorshipDone>() },
  /** Declines an invitation, or ends what was accepted. */
  'POST /api/mentor/schools/:mentorship/end': { who: 'mentor', reply: replies<MentorshipDone>() },
  'GET /api/runs/:id/share': { who: 'staff of run', reply: replies<Share>() },
  'POST /api/runs/:id/share': { who: 'teacher of run', body: shareSchema, reply: replies<Share>() },
  'GET /api/classes/:id/terms/:term/share': { who: 'staff of class', reply: replies<Share>() },
  'POST /api/classes/:id/terms/:term/share': { who: 'teacher of class', body: shareSchema, reply: replies<Share>() },
} as const satisfies RouteTable;
