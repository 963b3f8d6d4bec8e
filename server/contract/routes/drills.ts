/** Routes of drills, their reports, what people say and rule about them, and what a principal has practised so far. */
import { z } from 'zod';
import { analysisSchema } from '#contract/analysis.ts';
import { drillSummarySchema, shopSchema } from '#contract/bodies.ts';
import { openDrillSchema } from '#contract/commands.ts';
import {
  appealSchema,
  commentEditSchema,
  commentSchema,
  type Discussion,
  settlingSchema,
} from '#contract/discussion.ts';
import { type Claimed, claimSchema, type PortfolioBody, type Today } from '#contract/portfolio.ts';
import { replaySchema } from '#contract/replay.ts';
import { reportSchema } from '#contract/report.ts';
import { proposalSchema, rulingSchema } from '#contract/results.ts';
import { type DrillRetries, retrySchema } from '#contract/retries.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const drillRouteSpecs = {
  'POST /api/drills': { who: 'anyone', body: openDrillSchema, reply: drillSummarySchema },
  /** Lists the principal's own drills; without a device or a person the list is empty. */
  'GET /api/drills': { who: 'anyone', reply: z.array(drillSummarySchema) },
  'GET /api/drills/:id': { who: 'reader of drill', reply: drillSummarySchema },
  'GET /api/drills/:id/shops/:shop': { who: 'reader of drill', reply: shopSchema },
  /** `rubric` is absent, or `current`: the drill is scored anew by today's rubric. */
  'GET /api/drills/:id/report': {
    who: 'reader of drill',
    query: z.object({ rubric: z.string().optional() }),
    reply: reportSchema,
  },
  'GET /api/drills/:id/report.json': { who: 'reader of drill', reply: 'file' },
  'GET /api/drills/:id/report.docx': { who: 'reader of drill', reply: 'file' },
  'GET /api/drills/:id/replay': { who: 'reader of drill', reply: replaySchema },
  'POST /api/drills/:id/rulings': { who: 'staff of drill', body: rulingSchema, reply: reportSchema },
  'POST /api/drills/:id/rulings/:ruling/undo': { who: 'staff of drill', reply: reportSchema },
  /** A trainee's own note on a doubtful answer, as long as they may read the report. */
  'POST /api/drills/:id/proposals': { who: 'owner of drill', body: proposalSchema, reply: reportSchema },
  'GET /api/drills/:id/discussion': { who: 'reader of drill', reply: replies<Discussion>() },
  'POST /api/drills/:id/comments': { who: 'reviewer of drill', body: commentSchema, reply: replies<Discussion>() },
  'POST /api/drills/:id/comments/:comment/edit': {
    who: 'reviewer of drill',
    body: commentEditSchema,
    reply: replies<Discussion>(),
  },
  'POST /api/drills/:id/comments/:comment/delete': { who: 'reviewer of drill', reply: replies<Discussion>() },
  'POST /api/drills/:id/appeals': { who: 'owner of drill', body: appealSchema, reply: replies<Discussion>() },
  'POST /api/drills/:id/appeals/:appeal/withdraw': { who: 'owner of drill', reply: replies<Discussion>() },
  'POST /api/drills/:id/appeals/:appeal/settle': {
    who: 'staff of drill',
    body: settlingSchema,
    reply: replies<Discussion>(),
  },
  /** The drill's owner does a turn again, and how each try went (RULES N7). */
  'POST /api/drills/:id/redos': { who: 'owner of drill', body: retrySchema, reply: drillSummarySchema },
  'GET /api/drills/:id/tries': { who: 'reader of drill', reply: replies<DrillRetries>() },

  /** Service data of the principal's own drills. */
  'GET /api/analysis': { who: 'anyone', reply: analysisSchema },
  'GET /api/analysis.xlsx': { who: 'anyone', reply: 'file' },
  /** The portfolio of the principal's device and person; without either it is empty. */
  'GET /api/portfolio': { who: 'anyone', reply: replies<PortfolioBody>() },
  'GET /api/portfolio.xlsx': { who: 'anyone', reply: 'file' },
  /** Gives the device's own practice to the person who sits or is signed in at it. */
  'POST /api/portfolio/claim': { who: 'anyone', body: claimSchema, reply: replies<Claimed>() },
  'GET /api/today': { who: 'anyone', reply: replies<Today>() },
} as const satisfies RouteTable;
