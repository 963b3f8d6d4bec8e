/** Routes of the learning path: where somebody stands, a class's view, evaluations, and a school's own conditions. */
import {
  type ClassPath,
  type Evaluation,
  evaluationSchema,
  type OwnPath,
  type PathSettings,
  pathSettingsSchema,
  restorePathSchema,
  withdrawEvaluationSchema,
} from '#contract/practice/learning-path.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const learningPathRouteSpecs = {
  /** Of the device and the person who sits or is signed in there. */
  'GET /api/path': { who: 'anyone', reply: replies<OwnPath>() },
  'GET /api/classes/:id/path': { who: 'staff of class', reply: replies<ClassPath>() },
  'GET /api/classes/:id/path.xlsx': { who: 'staff of class', reply: 'file' },
  /** A mentor of the company is staff, too. */
  'POST /api/people/:id/evaluations': { who: 'staff of person', body: evaluationSchema, reply: replies<Evaluation>() },
  'POST /api/people/:id/evaluations/:evaluation/withdraw': {
    who: 'staff of person',
    body: withdrawEvaluationSchema,
    reply: replies<null>(),
  },
  'GET /api/path/settings': { who: 'staff', reply: replies<PathSettings>() },
  'POST /api/path/settings': { who: 'teacher', body: pathSettingsSchema, reply: replies<PathSettings>() },
  'POST /api/path/settings/restore': { who: 'teacher', body: restorePathSchema, reply: replies<PathSettings>() },
} as const satisfies RouteTable;
