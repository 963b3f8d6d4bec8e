/** Routes of practice on the question bank. */
import { z } from 'zod';
import {
  answersSchema,
  bankFileQuery,
  paperQuery,
  paperSchema,
  questionMenuSchema,
  verdictSchema,
} from '#contract/questions.ts';
import type { RouteTable } from './route-spec.ts';

export const questionRouteSpecs = {
  'GET /api/questions': { who: 'anyone', reply: questionMenuSchema },
  'GET /api/questions/paper': { who: 'anyone', query: paperQuery, reply: paperSchema },
  /** Says what is right, but only of questions that are answered here. Nothing is stored. */
  'POST /api/questions/answers': { who: 'anyone', body: answersSchema, reply: z.array(verdictSchema) },
  /** The questions with what is right, for staff alone: Moodle's text format, and a table. */
  'GET /api/questions/bank.gift': { who: 'staff', query: bankFileQuery, reply: 'file' },
  'GET /api/questions/bank.xlsx': { who: 'staff', query: bankFileQuery, reply: 'file' },
} as const satisfies RouteTable;
