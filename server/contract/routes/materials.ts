/** Routes of what a school adds to the library, its own quick replies and cases, and of the quick replies a person keeps. */
import { z } from 'zod';
import {
  type AuthoredBody,
  type AuthoredRow,
  type CaseCards,
  type CaseChecked,
  type CaseDiff,
  type CaseSaved,
  cardsSchema,
  checkCaseSchema,
  diffSchema,
  filePartSchema,
  saveCaseSchema,
  trialSchema,
  versionSchema,
} from '#contract/authored.ts';
import { drillSummarySchema } from '#contract/bodies.ts';
import {
  type OwnQuestionsBody,
  type QuestionsPreview,
  removeQuestionsSchema,
  saveQuestionsSchema,
  undoImportSchema,
} from '#contract/practice/own-questions.ts';
import {
  changePersonalReplySchema,
  movePersonalReplySchema,
  newPersonalReplySchema,
  type PersonalRepliesBody,
} from '#contract/practice/personal-replies.ts';
import {
  type QuickRepliesBody,
  type QuickRepliesShop,
  type QuickRepliesVersion,
  type RepliesPreview,
  repliesBaseSchema,
  saveRepliesSchema,
} from '#contract/quick-replies.ts';
import { type RouteTable, replies } from './route-spec.ts';

const replyVersion = {
  schema: z.object({
    version: z
      .string()
      .regex(/^[1-9]\d{0,5}$/)
      .transform(Number),
  }),
  code: 'unknown-version',
} as const;
/** All rows of a shop as JSON, or the table they are read from. */
const tableUpload = { readFor: 'staff', json: '1mb', file: '2mb' } as const;
/** Five hundred questions as JSON, or the file they are read from. */
const questionUpload = { readFor: 'teacher', json: '2mb', file: '2mb' } as const;
/** Two files of a quarter of a megabyte in base64. */
const caseUpload = { readFor: 'teacher', json: '1mb' } as const;

export const materialRouteSpecs = {
  /** Routes within the principal's own school. `:id` is a shop's id: shops belong to no school. */
  'GET /api/quick-replies': { who: 'teacher', reply: replies<QuickRepliesShop[]>() },
  'GET /api/quick-replies/:id': { who: 'teacher', reply: replies<QuickRepliesBody>() },
  'GET /api/quick-replies/:id/template.xlsx': { who: 'teacher', reply: 'file' },
  'GET /api/quick-replies/:id/template.csv': { who: 'teacher', reply: 'file' },
  'GET /api/quick-replies/:id/versions/:version': {
    who: 'teacher',
    params: replyVersion,
    reply: replies<QuickRepliesVersion>(),
  },
  /** The file itself is the body. */
  'POST /api/quick-replies/:id/preview': { who: 'teacher', reply: replies<RepliesPreview>(), upload: tableUpload },
  'POST /api/quick-replies/:id': {
    who: 'teacher',
    body: saveRepliesSchema,
    reply: replies<QuickRepliesBody>(),
    upload: tableUpload,
  },
  'POST /api/quick-replies/:id/versions/:version/restore': {
    who: 'teacher',
    params: replyVersion,
    body: repliesBaseSchema,
    reply: replies<QuickRepliesBody>(),
  },
  'POST /api/quick-replies/:id/remove': {
    who: 'teacher',
    body: repliesBaseSchema,
    reply: replies<QuickRepliesBody>(),
  },

  /** What a person keeps for themselves: always that of whoever is signed in. `:id` is a reply's. */
  'GET /api/personal-replies': { who: 'signed-in', reply: replies<PersonalRepliesBody>() },
  'POST /api/personal-replies': {
    who: 'signed-in',
    body: newPersonalReplySchema,
    reply: replies<PersonalRepliesBody>(),
  },
  'POST /api/personal-replies/:id': {
    who: 'signed-in',
    body: changePersonalReplySchema,
    reply: replies<PersonalRepliesBody>(),
  },
  'POST /api/personal-replies/:id/move': {
    who: 'signed-in',
    body: movePersonalReplySchema,
    reply: replies<PersonalRepliesBody>(),
  },
  'POST /api/personal-replies/:id/remove': { who: 'signed-in', reply: replies<PersonalRepliesBody>() },

  /** A school's own questions. No path names one: all is within the principal's own school. */
  'GET /api/own-questions': { who: 'teacher', reply: replies<OwnQuestionsBody>() },
  'GET /api/own-questions/template.xlsx': { who: 'teacher', reply: 'file' },
  /** The file itself is the body; nothing is stored. */
  'POST /api/own-questions/preview': { who: 'teacher', reply: replies<QuestionsPreview>(), upload: questionUpload },
  'POST /api/own-questions': {
    who: 'teacher',
    body: saveQuestionsSchema,
    reply: replies<OwnQuestionsBody>(),
    upload: { readFor: 'teacher', json: '2mb' },
  },
  'POST /api/own-questions/remove': {
    who: 'teacher',
    body: removeQuestionsSchema,
    reply: replies<OwnQuestionsBody>(),
  },
  'POST /api/own-questions/undo': { who: 'teacher', body: undoImportSchema, reply: replies<OwnQuestionsBody>() },

  /** Cases a school's teachers write themselves. */
  'GET /api/authored': { who: 'teacher', reply: replies<AuthoredRow[]>() },
  'POST /api/authored': {
    who: 'teacher',
    body: saveCaseSchema,
    reply: replies<CaseSaved>(),
    upload: caseUpload,
  },
  /** Only checks the files; nothing is stored. */
  'POST /api/authored/check': {
    who: 'teacher',
    body: checkCaseSchema,
    reply: replies<CaseChecked>(),
    upload: caseUpload,
  },
  'GET /api/authored/:id': { who: 'teacher of case', reply: replies<AuthoredBody>() },
  'POST /api/authored/:id/versions': {
    who: 'teacher of case',
    body: saveCaseSchema,
    reply: replies<CaseSaved>(),
    upload: caseUpload,
  },
  'GET /api/authored/:id/diff': { who: 'teacher of case', query: diffSchema, reply: replies<CaseDiff>() },
  'GET /api/authored/:id/file': { who: 'teacher of case', query: filePartSchema, reply: 'file' },
  'POST /api/authored/:id/publish': { who: 'teacher of case', body: versionSchema, reply: replies<AuthoredBody>() },
  'POST /api/authored/:id/withdraw': { who: 'teacher of case', reply: replies<AuthoredBody>() },
  /** With what is right on each: for its school's teachers alone. */
  'GET /api/authored/:id/cards': { who: 'teacher of case', query: cardsSchema, reply: replies<CaseCards>() },
  'POST /api/authored/:id/try': { who: 'teacher of case', body: trialSchema, reply: drillSummarySchema },
} as const satisfies RouteTable;
