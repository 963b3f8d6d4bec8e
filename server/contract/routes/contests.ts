/** Routes of contests: their host's, those of schools that enter, a contestant's own, and the board that is open to all. */
import type { ContestBoard, OwnContest, SeatContest } from '#contract/contests/board.ts';
import {
  type ContestBody,
  type ContestListRow,
  codeNameSchema,
  contestNameSchema,
  enterByCodeSchema,
  enterSchema,
  type FileCheck,
  fileSchema,
  mergeSchema,
  newCodeSchema,
  unmergeSchema,
  unveilSchema,
} from '#contract/contests/contests.ts';
import { newContestSchema } from '#contract/contests/rules.ts';
import { replaySchema } from '#contract/replay.ts';
import { type RouteTable, replies } from './route-spec.ts';

/** A file of results of two thousand rows; read from staff only. */
const FILE = { readFor: 'staff', json: '2mb' } as const;

export const contestRouteSpecs = {
  /** Those that one's school made or has entered. */
  'GET /api/contests': { who: 'staff', reply: replies<ContestListRow[]>() },
  'POST /api/contests': { who: 'teacher', body: newContestSchema, reply: replies<ContestBody>() },
  /** Another school's teacher enters a class by a code. */
  'POST /api/contest-entries': { who: 'teacher', body: enterByCodeSchema, reply: replies<ContestBody>() },
  /** Whether a file of results is as its server signed it; nothing is stored. */
  'POST /api/contest-files': { who: 'staff', body: fileSchema, reply: replies<FileCheck>(), upload: FILE },
  /** Of the host, or of a school that has entered; its handler asks which. */
  'GET /api/contests/:contest': { who: 'staff', reply: replies<ContestBody>() },
  'GET /api/contests/:contest/results.json': { who: 'staff', reply: 'file' },
  'GET /api/contests/:contest/board.xlsx': { who: 'staff', reply: 'file' },
  'POST /api/contests/:id/entries': { who: 'teacher of contest', body: enterSchema, reply: replies<ContestBody>() },
  'POST /api/contests/:id/codes': { who: 'teacher of contest', body: newCodeSchema, reply: replies<ContestBody>() },
  'POST /api/contests/:id/codes/remove': {
    ...{ who: 'teacher of contest', body: codeNameSchema },
    reply: replies<ContestBody>(),
  },
  'POST /api/contests/:id/unveil': { who: 'teacher of contest', body: unveilSchema, reply: replies<ContestBody>() },
  'POST /api/contests/:id/files': {
    ...{ who: 'teacher of contest', body: mergeSchema, upload: FILE },
    reply: replies<ContestBody>(),
  },
  'POST /api/contests/:id/files/remove': {
    ...{ who: 'teacher of contest', body: unmergeSchema },
    reply: replies<ContestBody>(),
  },
  /** The board as everybody may see it: whoever has its address, which nobody can guess. */
  'GET /api/contests/:id/board': { who: 'anyone', reply: replies<ContestBoard>() },
  'GET /api/contests/:id/replays/:key/:n': { who: 'anyone', reply: replaySchema },
  /** The school takes its own run out of the contest. */
  'POST /api/runs/:id/contest/leave': { who: 'teacher of run', reply: replies<null>() },
  /** Of the seats that the device or the person has, of the last month. */
  'GET /api/own-contests': { who: 'anyone', reply: replies<OwnContest[]>() },
  'GET /api/seats/:id/contest': { who: 'owner of seat', reply: replies<SeatContest>() },
  'POST /api/seats/:id/contest/name': { who: 'owner of seat', body: contestNameSchema, reply: replies<SeatContest>() },
} as const satisfies RouteTable;
