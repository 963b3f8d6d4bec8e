/** Routes of the puzzles. */
import {
  devicePuzzlesSchema,
  puzzleAnswerSchema,
  puzzleMenuSchema,
  puzzleParams,
  puzzlePlayerSchema,
  puzzleResultSchema,
  puzzleSchema,
} from '#contract/practice/puzzles.ts';
import type { RouteTable } from './route-spec.ts';

const params = { schema: puzzleParams, code: 'unknown-puzzle' } as const;

export const puzzleRouteSpecs = {
  'GET /api/puzzles': { who: 'anyone', reply: puzzleMenuSchema },
  'GET /api/puzzles/:id': { who: 'anyone', params, reply: puzzleSchema },
  /** Says what came of the answer, whose words are stored nowhere. A first answer moves the puzzle's rating, and that of who is signed in. */
  'POST /api/puzzles/:id/answers': { who: 'anyone', params, body: puzzleAnswerSchema, reply: puzzleResultSchema },
  /** Takes what was answered on a device before into the account; says what the account has then. */
  'POST /api/puzzles/own': { who: 'signed-in', body: devicePuzzlesSchema, reply: puzzlePlayerSchema },
} as const satisfies RouteTable;
