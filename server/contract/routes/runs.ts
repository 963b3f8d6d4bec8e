/** Routes of a class's run: planning, joining and leading it, and its results. */
import { z } from 'zod';
import { analysisSchema } from '#contract/analysis.ts';
import type { ClosingPage, RunCards } from '#contract/big-screen/pages.ts';
import type { OpenAppeal } from '#contract/discussion.ts';
import {
  type Certificate,
  type HeldCertificate,
  issueSchema,
  type RunCertificates,
  withdrawSchema,
} from '#contract/exams/certificates.ts';
import { type Standards, standardsSchema } from '#contract/exams/standards.ts';
import { homeworkWindowSchema, seatDueSchema, type WaitingHomework } from '#contract/homework/homework.ts';
import type { OwnShop } from '#contract/plans/own-shops.ts';
import type { ReplayTaskBoard } from '#contract/practice/replay-task.ts';
import type { ClassReport, Debrief, RunResults, RunRuling } from '#contract/results.ts';
import {
  bookmarkSchema,
  extendSchema,
  freezeSchema,
  type IncidentChoice,
  injectSchema,
  type JoinBody,
  joinSchema,
  lockSchema,
  newRunSchema,
  publishSchema,
  type RunBody,
  type RunRow,
  replayTaskSchema,
  type SeatBody,
  saySchema,
  stageChangeSchema,
  type Template,
  templateSchema,
} from '#contract/runs.ts';
import { plannedStartSchema } from '#contract/terms/calendar.ts';
import type { Reachability, ShareAddresses } from '#contract/wire/addresses.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const runRouteSpecs = {
  'GET /api/templates': { who: 'staff', reply: replies<Template[]>() },
  'POST /api/templates': { who: 'teacher', body: templateSchema, reply: replies<Template>() },
  'POST /api/templates/:id/remove': { who: 'teacher of template', reply: replies<null>() },
  'GET /api/incidents': { who: 'staff', reply: replies<IncidentChoice[]>() },
  'GET /api/addresses': { who: 'anyone', reply: replies<ShareAddresses>() },
  'GET /api/reachability': { who: 'staff', reply: replies<Reachability>() },

  /** What each team of the class would play, were a run of these cases made now. `scenarios`: ids, with commas between. */
  'GET /api/classes/:id/own-shops': {
    who: 'teacher of class',
    query: z.object({ scenarios: z.string().max(300).optional() }),
    reply: replies<OwnShop[]>(),
  },
  'GET /api/runs': { who: 'staff', reply: replies<RunRow[]>() },
  'POST /api/runs': { who: 'teacher', body: newRunSchema, reply: replies<RunBody>() },
  'GET /api/runs/:id': { who: 'staff of run', reply: replies<RunBody>() },
  'POST /api/runs/:id/stage': { who: 'teacher of run', body: stageChangeSchema, reply: replies<RunBody>() },
  'POST /api/runs/:id/freeze': { who: 'teacher of run', body: freezeSchema, reply: replies<RunBody>() },
  'POST /api/runs/:id/extend': { who: 'teacher of run', body: extendSchema, reply: replies<RunBody>() },
  'POST /api/runs/:id/lock': { who: 'teacher of run', body: lockSchema, reply: replies<RunBody>() },
  'POST /api/runs/:id/code': { who: 'teacher of run', reply: replies<RunBody>() },
  'POST /api/runs/:id/say': { who: 'staff of run', body: saySchema, reply: replies<RunBody>() },
  'POST /api/runs/:id/inject': { who: 'teacher of run', body: injectSchema, reply: replies<RunBody>() },
  'POST /api/runs/:id/marks': { who: 'staff of run', body: bookmarkSchema, reply: replies<{ id: string }>() },
  'POST /api/runs/:id/marks/:mark/remove': { who: 'staff of run', reply: replies<null>() },
  'POST /api/runs/:id/redo': { who: 'teacher of run', body: replayTaskSchema, reply: replies<RunBody>() },
  'POST /api/runs/:id/redo/close': { who: 'teacher of run', reply: replies<RunBody>() },
  'POST /api/runs/:id/end': { who: 'teacher of run', reply: replies<RunBody>() },
  /** Another due time for everybody: longer, or open again. */
  'POST /api/runs/:id/homework': { who: 'teacher of run', body: homeworkWindowSchema, reply: replies<RunBody>() },
  /** Another day for a lesson that hasn't begun, or none. */
  'POST /api/runs/:id/starts': { who: 'teacher of run', body: plannedStartSchema, reply: replies<RunBody>() },
  /** Due now, and nothing accepted late. */
  'POST /api/runs/:id/homework/close': { who: 'teacher of run', reply: replies<RunBody>() },
  'POST /api/runs/:id/publish': {
    who: 'teacher of run',
    body: publishSchema,
    reply: replies<{ publishedAt: number | null }>(),
  },
  'GET /api/runs/:id/certificates': { who: 'staff of run', reply: replies<RunCertificates>() },
  'POST /api/runs/:id/certificates': { who: 'teacher of run', body: issueSchema, reply: replies<RunCertificates>() },
  'POST /api/runs/:id/certificates/:code/withdraw': {
    who: 'teacher of run',
    body: withdrawSchema,
    reply: replies<RunCertificates>(),
  },
  'GET /api/standards': { who: 'staff', reply: replies<Standards>() },
  /** In the place of the whole list. */
  'POST /api/standards': { who: 'teacher', body: standardsSchema, reply: replies<Standards>() },
  /** Of the seats that the device or the person has. */
  'GET /api/certificates': { who: 'anyone', reply: replies<HeldCertificate[]>() },
  /** Whoever has the paper in hand may check it. */
  'GET /api/certificates/:code': { who: 'anyone', reply: replies<Certificate>() },
  'GET /api/runs/:id/redo': { who: 'staff of run', reply: replies<ReplayTaskBoard | null>() },
  'GET /api/runs/:id/results': { who: 'reviewer of run', reply: replies<RunResults>() },
  'GET /api/runs/:id/rulings': { who: 'reviewer of run', reply: replies<RunRuling[]>() },
  'GET /api/runs/:id/appeals': { who: 'reviewer of run', reply: replies<OpenAppeal[]>() },
  'GET /api/runs/:id/harvest': { who: 'staff of run', reply: 'file' },
  'GET /api/runs/:id/cards': { who: 'staff of run', reply: replies<RunCards>() },
  'GET /api/runs/:id/closing': { who: 'staff of run', reply: replies<ClosingPage>() },
  'GET /api/runs/:id/debrief': { who: 'staff of run', reply: replies<Debrief>() },
  'GET /api/runs/:id/class-report': { who: 'reviewer of run', reply: replies<ClassReport>() },
  'GET /api/runs/:id/export.xlsx': { who: 'staff of run', reply: 'file' },
  'GET /api/runs/:id/analysis': { who: 'reviewer of run', reply: analysisSchema },
  'GET /api/runs/:id/analysis.xlsx': { who: 'staff of run', reply: 'file' },

  'POST /api/seats/:id/approve': { who: 'teacher of seat', reply: replies<null>() },
  'POST /api/seats/:id/refuse': { who: 'teacher of seat', reply: replies<null>() },
  'POST /api/seats/:id/release': { who: 'teacher of seat', reply: replies<null>() },
  'POST /api/seats/:id/due': { who: 'teacher of seat', body: seatDueSchema, reply: replies<null>() },
  /** Of the seats that the device or the person has. */
  'GET /api/homework': { who: 'anyone', reply: replies<WaitingHomework[]>() },
  'GET /api/join/:code': { who: 'anyone', reply: replies<JoinBody>() },
  'POST /api/join/:code': { who: 'anyone', body: joinSchema, reply: replies<SeatBody>() },
  'GET /api/seats/:id': { who: 'owner of seat', reply: replies<SeatBody>() },
  'POST /api/seats/:id/again': { who: 'owner of seat', reply: replies<SeatBody>() },
  /** The whole class's service data, without names. */
  'GET /api/seats/:id/analysis': { who: 'owner of seat', reply: analysisSchema },
  'GET /api/seats/:id/analysis.xlsx': { who: 'owner of seat', reply: 'file' },
} as const satisfies RouteTable;
