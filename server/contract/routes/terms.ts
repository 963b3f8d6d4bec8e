/** Routes of a class's terms and of their sheets. */

import { type Booklet, bookletQuery, bookletSchema } from '#contract/terms/booklet.ts';
import type { TermFaults } from '#contract/terms/faults.ts';
import { type PeriodReport, periodQuery } from '#contract/terms/period.ts';
import {
  type OwnSheet,
  type OwnSheetRow,
  type PublishedSheet,
  publishSheetSchema,
  type SheetAppeals,
  sheetAnswerSchema,
  sheetAppealSchema,
  sheetFileQuery,
  withdrawSheetSchema,
} from '#contract/terms/published.ts';
import { entrySchema, type SheetRow, sheetChangeSchema, type TermSheet } from '#contract/terms/sheet.ts';
import { type TermTeams, teamsChangeSchema } from '#contract/terms/teams.ts';
import { type ClassTerms, type TermBody, type TermRow, termSchema } from '#contract/terms/term.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const termRouteSpecs = {
  /** Over any days, a term or not; and since when its trainees have done nothing. */
  'GET /api/classes/:id/report': { who: 'staff of class', query: periodQuery, reply: replies<PeriodReport>() },
  'GET /api/classes/:id/report.xlsx': { who: 'staff of class', query: periodQuery, reply: 'file' },
  'GET /api/classes/:id/terms': { who: 'staff of class', reply: replies<ClassTerms>() },
  'POST /api/classes/:id/terms': { who: 'teacher of class', body: termSchema, reply: replies<TermRow>() },
  'GET /api/classes/:id/terms/:term': { who: 'reviewer of class', reply: replies<TermBody>() },
  'POST /api/classes/:id/terms/:term': { who: 'teacher of class', body: termSchema, reply: replies<TermRow>() },
  'GET /api/classes/:id/terms/:term/faults': { who: 'reviewer of class', reply: replies<TermFaults>() },
  'GET /api/classes/:id/terms/:term/sheet': { who: 'reviewer of class', reply: replies<TermSheet>() },
  'POST /api/classes/:id/terms/:term/sheet': {
    who: 'teacher of class',
    body: sheetChangeSchema,
    reply: replies<{ version: number }>(),
  },
  'GET /api/classes/:id/terms/:term/sheet.xlsx': { who: 'staff of class', query: sheetFileQuery, reply: 'file' },
  /** Who enters which column stands in the sheet's rules: a mentor of the company is staff, too. */
  'POST /api/classes/:id/terms/:term/entries': {
    who: 'reviewer of class',
    body: entrySchema,
    reply: replies<SheetRow>(),
  },
  'POST /api/classes/:id/terms/:term/sheet/publish': {
    who: 'teacher of class',
    body: publishSheetSchema,
    reply: replies<{ version: number }>(),
  },
  'POST /api/classes/:id/terms/:term/sheet/withdraw': {
    who: 'teacher of class',
    body: withdrawSheetSchema,
    reply: replies<{ version: number }>(),
  },
  /** As it was published, withdrawn or not. */
  'GET /api/classes/:id/terms/:term/sheet/versions/:version': {
    who: 'reviewer of class',
    reply: replies<PublishedSheet>(),
  },
  'GET /api/classes/:id/terms/:term/appeals': { who: 'reviewer of class', reply: replies<SheetAppeals>() },
  /** Who answers about which column stands in the sheet's rules, as for entries. */
  'POST /api/classes/:id/terms/:term/appeals/:appeal/answer': {
    who: 'reviewer of class',
    body: sheetAnswerSchema,
    reply: replies<{ person: string; item: string }>(),
  },
  /** Of the person who is signed in, or whom the device sat for (RULES J11). */
  'GET /api/sheets': { who: 'anyone', reply: replies<OwnSheetRow[]>() },
  'GET /api/sheets/:term': { who: 'anyone', reply: replies<OwnSheet>() },
  'POST /api/sheets/:term/appeals': { who: 'anyone', body: sheetAppealSchema, reply: replies<OwnSheet>() },
  /** The draft, and what may be chosen from the term's published lessons and homework. */
  'GET /api/classes/:id/terms/:term/booklet': {
    who: 'teacher of class',
    query: bookletQuery,
    reply: replies<Booklet>(),
  },
  'POST /api/classes/:id/terms/:term/booklet': {
    who: 'teacher of class',
    body: bookletSchema,
    reply: replies<Booklet>(),
  },
  'GET /api/classes/:id/terms/:term/booklet.docx': { who: 'teacher of class', reply: 'file' },
  'GET /api/classes/:id/terms/:term/teams': { who: 'reviewer of class', reply: replies<TermTeams>() },
  'POST /api/classes/:id/terms/:term/teams': {
    who: 'teacher of class',
    body: teamsChangeSchema,
    reply: replies<{ version: number }>(),
  },
} as const satisfies RouteTable;
