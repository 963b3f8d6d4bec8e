/** What a seat sees of its group's project task: its roles, and where each conversation is (RULES J44). */
import type { SeatProject } from '#contract/plans/projects.ts';
import type { Run, Seat } from '#storage/runs.ts';
import { groupOfSeat, groupView, projectView, type ReadStorage } from './group-drills.ts';

/** Null: the run is no project task. */
export const seatProject = async (
  storage: ReadStorage,
  run: Run,
  { id }: Pick<Seat, 'id'>,
): Promise<SeatProject | null> => {
  if (run.plan.project === undefined) return null;
  const { roles, tasks } = run.plan.project;
  const shops = [...new Set(tasks.map(({ shop }) => shop))];
  const view = await projectView(storage, run);
  const index = groupOfSeat(view, id);
  if (index === null) return { roles: [], shops, group: null, tasks: [] };
  const { group, chains } = await groupView(storage, view, index);
  const nameOf = (seat: string | null): string | null => view.seats.find((one) => one.id === seat)?.name ?? null;
  return {
    roles: roles.filter((_, role) => group[role] === id),
    shops,
    group: index,
    tasks: chains.map(({ task, parts }) => ({
      title: task.title,
      customer: task.customer,
      parts: parts.map(({ role, seat, state }) => ({
        role: roles[role] ?? '',
        name: nameOf(seat),
        mine: seat === id,
        state,
      })),
    })),
  };
};
