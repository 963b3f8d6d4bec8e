/** What a seat's drill of a project task is opened with: the cases of all parts, and which customers are its own. */
import type { ProjectPlan } from '#contract/plans/projects.ts';
import type { Opening } from '#drills/runner/opening.ts';
import type { Run, Seat } from '#storage/runs.ts';
import { countFor } from './chain.ts';
import { groupOfSeat, groupView, projectView, type ReadStorage } from './group-drills.ts';

type Part = Pick<Opening, 'scenarios' | 'project' | 'seed' | 'mode' | 'setting'>;

/**
 * Null where nothing is to come to the seat: it has no role, or did its part. Who began at another seat, or was handed over
 * before this drill is opened, comes once it stands.
 */
export const partOfSeat = async (storage: ReadStorage, run: Run, seat: Pick<Seat, 'id'>): Promise<Part | null> => {
  const { project, pace, arrivals, minutes, incidents, mode } = run.plan;
  if (project === undefined) return null;
  const view = await projectView(storage, run);
  const index = groupOfSeat(view, seat.id);
  if (index === null) return null;
  const { chains } = await groupView(storage, view, index);
  const comes = countFor(chains, seat.id, null);
  if (comes === 0) return null;
  const own = chains.flatMap(({ parts }) => parts.filter((part) => part.came === null && part.seat === seat.id));
  return {
    scenarios: own.map((part) => part.case),
    project: {
      comes,
      next: nextRoles(project),
      first: own.flatMap((part) => (part.role === 0 ? [part.case] : [])),
      all: project.tasks.flatMap(({ cases }) => cases),
    },
    ...{ seed: run.seed, mode, setting: { pace, arrivals, minutes, incidents } },
  };
};

const nextRoles = ({ roles, tasks }: ProjectPlan): Record<string, string> =>
  Object.fromEntries(
    tasks.flatMap(({ cases }) =>
      cases.flatMap((id, role) => (roles[role + 1] === undefined ? [] : [[id, roles[role + 1] ?? '']])),
    ),
  );
