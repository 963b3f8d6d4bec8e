/** Routes of a term's three-sided evaluation, trial of pay and recommended trainees: of its class for staff, of one's own for a trainee. */
import { type OwnPay, payChangeSchema, payOpeningSchema, payRulesSchema, type TermPay } from '#contract/terms/pay.ts';
import { type OwnRanking, type RankingStep, rankingSchema } from '#contract/terms/ranking.ts';
import {
  consentSchema,
  type OwnRecommendation,
  type RecommendationStep,
  recommendationSchema,
  type TermRecommended,
} from '#contract/terms/recommended.ts';
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
  'GET /api/classes/:id/terms/:term/sides': { who: 'reviewer of class', reply: replies<TermSides>() },
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
  'GET /api/classes/:id/terms/:term/sides/:person': { who: 'reviewer of class', reply: replies<SideForm>() },
  'POST /api/classes/:id/terms/:term/sides/:person': {
    who: 'reviewer of class',
    body: sideMarksSchema,
    reply: replies<{ at: number }>(),
  },
  'POST /api/classes/:id/terms/:term/sides/:person/draft': {
    who: 'reviewer of class',
    body: sideMarksSchema,
    reply: replies<{ at: number }>(),
  },
  /** Of the person who is signed in, or whom the device sat for (RULES J11). */
  'GET /api/my-terms/:term/sides': { who: 'anyone', reply: replies<OwnSides>() },
  'POST /api/my-terms/:term/sides': { who: 'anyone', body: sideMarksSchema, reply: replies<{ at: number }>() },
  'POST /api/my-terms/:term/sides/draft': { who: 'anyone', body: sideMarksSchema, reply: replies<{ at: number }>() },
  'GET /api/classes/:id/terms/:term/pay': { who: 'reviewer of class', reply: replies<TermPay>() },
  /** As it would be with these coefficients; nothing is stored. */
  'POST /api/classes/:id/terms/:term/pay/preview': {
    who: 'teacher of class',
    body: payRulesSchema,
    reply: replies<TermPay>(),
  },
  'POST /api/classes/:id/terms/:term/pay/rules': {
    who: 'teacher of class',
    body: payChangeSchema,
    reply: replies<{ version: number }>(),
  },
  'POST /api/classes/:id/terms/:term/pay/opening': {
    who: 'teacher of class',
    body: payOpeningSchema,
    reply: replies<{ opened: boolean }>(),
  },
  'GET /api/my-terms/:term/pay': { who: 'anyone', reply: replies<OwnPay>() },
  /** A mentor has those who agreed. */
  'GET /api/classes/:id/terms/:term/recommended': { who: 'reviewer of class', reply: replies<TermRecommended>() },
  'POST /api/classes/:id/terms/:term/recommended': {
    who: 'teacher of class',
    body: recommendationSchema,
    reply: replies<{ state: RecommendationStep }>(),
  },
  'GET /api/classes/:id/terms/:term/recommended/:person/portfolio.xlsx': { who: 'reviewer of class', reply: 'file' },
  /** Consent is given by whoever is signed in: a name that was tapped gives none. */
  'GET /api/my-terms/:term/recommendation': { who: 'signed-in', reply: replies<OwnRecommendation>() },
  'POST /api/my-terms/:term/recommendation': {
    who: 'signed-in',
    body: consentSchema,
    reply: replies<{ state: RecommendationStep }>(),
  },
  /** The teams of one's own class, and the individual ranks once one has joined them. */
  'GET /api/my-terms/:term/ranking': { who: 'signed-in', reply: replies<OwnRanking>() },
  'POST /api/my-terms/:term/ranking': {
    who: 'signed-in',
    body: rankingSchema,
    reply: replies<{ step: RankingStep }>(),
  },
} as const satisfies RouteTable;
