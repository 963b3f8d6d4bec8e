/** A run's groups with the logs of their drills. */
import type { Run, RunEntry, Seat } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';
import { type Chain, chainsOf, type SeatLog } from './chain.ts';
import { everIn, type Group, groupsOf } from './groups.ts';

export type ReadStorage = Pick<Storage, 'runs' | 'drillsOfRun' | 'read'>;
/** A run as it is stored now, read once for all of its groups. */
export type ProjectView = {
  run: Run;
  seats: readonly Seat[];
  log: readonly RunEntry[];
  drills: readonly DrillRow[];
  groups: readonly Group[];
};
export type GroupView = { index: number; group: Group; drills: readonly SeatLog[]; chains: Chain[] };

export const projectView = async ({ runs, drillsOfRun }: ReadStorage, run: Run): Promise<ProjectView> => {
  const seats = await runs.seats(run.id);
  const log = await runs.log(run.id);
  const drills = (await drillsOfRun(run.id)).filter(({ place }) => place?.redo === null);
  return { run, seats, log, drills, groups: groupsOf(run, seats, log) };
};

/** Which group a seat is in; null: in none. */
export const groupOfSeat = ({ groups }: Pick<ProjectView, 'groups'>, seat: string): number | null => {
  const index = groups.findIndex((group) => group.includes(seat));
  return index === -1 ? null : index;
};

/** Reads the logs of the group's drills. */
export const groupView = async (
  storage: Pick<Storage, 'read'>,
  view: ProjectView,
  index: number,
): Promise<GroupView> => {
  const group = view.groups[index] ?? [];
  const members = everIn(index, view.groups, view.log);
  const drills: SeatLog[] = [];
  for (const row of view.drills) {
    const seat = row.place?.seat ?? '';
    if (members.has(seat)) drills.push({ row, seat, log: await storage.read(row.id, 0) });
  }
  return { index, group, drills, chains: chainsOf(view.run.plan.project?.tasks ?? [], group, drills) };
};
