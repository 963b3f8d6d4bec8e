/**
 * Every HTTP route once: who may ask, what its address and body hold, and what it answers. The server registers its
 * handlers by this table, the permission check reads `who` from it, and the client's calls take their types from it.
 */
import { accountRouteSpecs } from './accounts.ts';
import { attendanceRouteSpecs } from './attendance.ts';
import { calendarRouteSpecs } from './calendar.ts';
import { contestRouteSpecs } from './contests.ts';
import { drillRouteSpecs } from './drills.ts';
import { evaluationRouteSpecs } from './evaluation.ts';
import { examRouteSpecs } from './exams.ts';
import { handedInRouteSpecs } from './handed-in.ts';
import { inspectionRouteSpecs } from './inspections.ts';
import { leadRouteSpecs } from './leads.ts';
import { learningPathRouteSpecs } from './learning-path.ts';
import { libraryRouteSpecs } from './library.ts';
import { materialRouteSpecs } from './materials.ts';
import { mentorRouteSpecs } from './mentors.ts';
import { paperRouteSpecs } from './papers.ts';
import { personalDataRouteSpecs } from './personal-data.ts';
import { policyReadingRouteSpecs } from './policy-readings.ts';
import { projectRouteSpecs } from './projects.ts';
import { puzzleRouteSpecs } from './puzzles.ts';
import { questionRouteSpecs } from './questions.ts';
import { rolePlayRouteSpecs } from './role-plays.ts';
import type { BodySent, NamesIn, QuerySent, ReplyValue } from './route-spec.ts';
import { runRouteSpecs } from './runs.ts';
import { serviceTableRouteSpecs } from './service-tables.ts';
import { termRouteSpecs } from './terms.ts';
import { typingRouteSpecs } from './typing.ts';

/** One table for each area; a route stands in one of them only (tests/http/access.test.ts). */
export const AREAS = [
  libraryRouteSpecs,
  questionRouteSpecs,
  typingRouteSpecs,
  puzzleRouteSpecs,
  policyReadingRouteSpecs,
  inspectionRouteSpecs,
  drillRouteSpecs,
  accountRouteSpecs,
  materialRouteSpecs,
  runRouteSpecs,
  paperRouteSpecs,
  examRouteSpecs,
  projectRouteSpecs,
  leadRouteSpecs,
  handedInRouteSpecs,
  learningPathRouteSpecs,
  termRouteSpecs,
  attendanceRouteSpecs,
  evaluationRouteSpecs,
  mentorRouteSpecs,
  calendarRouteSpecs,
  serviceTableRouteSpecs,
  contestRouteSpecs,
  personalDataRouteSpecs,
  rolePlayRouteSpecs,
] as const;

export const routes = {
  ...libraryRouteSpecs,
  ...questionRouteSpecs,
  ...typingRouteSpecs,
  ...puzzleRouteSpecs,
  ...policyReadingRouteSpecs,
  ...inspectionRouteSpecs,
  ...drillRouteSpecs,
  ...accountRouteSpecs,
  ...materialRouteSpecs,
  ...runRouteSpecs,
  ...paperRouteSpecs,
  ...examRouteSpecs,
  ...projectRouteSpecs,
  ...leadRouteSpecs,
  ...handedInRouteSpecs,
  ...learningPathRouteSpecs,
  ...termRouteSpecs,
  ...attendanceRouteSpecs,
  ...evaluationRouteSpecs,
  ...mentorRouteSpecs,
  ...calendarRouteSpecs,
  ...serviceTableRouteSpecs,
  ...contestRouteSpecs,
  ...personalDataRouteSpecs,
  ...rolePlayRouteSpecs,
};

export type Routes = typeof routes;
export type Route = keyof Routes;
type RoutesTold<Reply> = { [R in Route]: Routes[R]['reply'] extends Reply ? R : never }[Route];
/** Routes that answer with a file. */
export type FileRoute = RoutesTold<'file'>;
/** Routes whose handlers speak HTTP themselves. */
export type PageRoute = RoutesTold<'page'>;
/** Routes that answer with a `Reply`. */
export type CallRoute = Exclude<Route, FileRoute | PageRoute>;

/** '/api/runs/:id' of 'GET /api/runs/:id'. */
export type PathOf<R extends Route> = R extends `${string} ${infer Path}` ? Path : never;
/** All values of an address: the parts of its path, and its query. */
export type AddressOf<R extends Route> = Record<NamesIn<PathOf<R>>, string | number> & QuerySent<Routes[R]>;
export type BodyOf<R extends Route> = BodySent<Routes[R]>;
export type ReplyOf<R extends Route> = ReplyValue<Routes[R]>;
