/** Routes of written papers: a teacher sets and follows one, a seat sits it. Its run's own routes start, end and publish it. */
import {
  paperAppealSchema,
  paperRulingSchema,
  paperWithdrawalSchema,
  type ReadPaper,
} from '#contract/papers/appeals.ts';
import {
  type AnswerStored,
  newPaperSchema,
  type OwnPaper,
  type PaperBoard,
  type PaperSeat,
  paperAnswerSchema,
} from '#contract/papers/papers.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const paperRouteSpecs = {
  /** Of the seats that the device or the person has, of the last month. */
  'GET /api/papers': { who: 'anyone', reply: replies<OwnPaper[]>() },
  /** `id`: of the run that it is. */
  'POST /api/papers': { who: 'teacher', body: newPaperSchema, reply: replies<{ id: string }>() },
  /** With keys, which staff alone have. */
  'GET /api/runs/:id/paper': { who: 'staff of run', reply: replies<PaperBoard>() },
  'GET /api/runs/:id/paper.xlsx': { who: 'staff of run', reply: 'file' },
  /** With keys and answers, once the seat can answer no more. */
  'GET /api/seats/:id/paper/read': { who: 'staff of seat', reply: replies<ReadPaper>() },
  'POST /api/seats/:id/paper/rulings': { who: 'teacher of seat', body: paperRulingSchema, reply: replies<ReadPaper>() },
  'POST /api/seats/:id/paper/appeals/withdraw': {
    who: 'owner of seat',
    body: paperWithdrawalSchema,
    reply: replies<PaperSeat>(),
  },
  'POST /api/seats/:id/paper/appeals': { who: 'owner of seat', body: paperAppealSchema, reply: replies<PaperSeat>() },
  'GET /api/seats/:id/paper': { who: 'owner of seat', reply: replies<PaperSeat>() },
  'POST /api/seats/:id/paper': { who: 'owner of seat', reply: replies<PaperSeat>() },
  'POST /api/seats/:id/paper/answers': {
    who: 'owner of seat',
    body: paperAnswerSchema,
    reply: replies<AnswerStored>(),
  },
  'POST /api/seats/:id/paper/hand-in': { who: 'owner of seat', reply: replies<PaperSeat>() },
} as const satisfies RouteTable;
