/**
 * Routes of project tasks and of transfers between seats: a teacher sets a task, follows it and gives roles away; reports show
 * what the notes were worth.
 */
import {
  type DrillHandOvers,
  newProjectSchema,
  type ProjectBoard,
  type ProjectChoice,
  projectRoleSchema,
} from '#contract/plans/projects.ts';
import type { Mate, TransferBoard } from '#contract/together/transfers.ts';
import { type RouteTable, replies } from './route-spec.ts';

export const projectRouteSpecs = {
  'GET /api/project-tasks': { who: 'staff', reply: replies<ProjectChoice[]>() },
  /** `id`: of the run that it is. */
  'POST /api/projects': { who: 'teacher', body: newProjectSchema, reply: replies<{ id: string }>() },
  'GET /api/runs/:id/project': { who: 'staff of run', reply: replies<ProjectBoard>() },
  'POST /api/runs/:id/project/role': { who: 'teacher of run', body: projectRoleSchema, reply: replies<ProjectBoard>() },
  /** Whom a trainee can give a customer to, and what staff read of who did. */
  'GET /api/seats/:id/mates': { who: 'owner of seat', reply: replies<Mate[]>() },
  'GET /api/runs/:id/transfers': { who: 'staff of run', reply: replies<TransferBoard>() },
  /** Null: the drill is of no project task, and its lesson has no transfers. */
  'GET /api/drills/:id/hand-overs': { who: 'reader of drill', reply: replies<DrillHandOvers | null>() },
} as const satisfies RouteTable;
