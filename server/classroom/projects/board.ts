/** A project task as its teachers see it: where each conversation is, and what came of each hand-over (RULES J43, J44). */

import type { CamePart, Chain, ChainPart } from '#classroom/project-groups/chain.ts';
import {
  type GroupView,
  groupOfSeat,
  groupView,
  type ProjectView,
  projectView,
} from '#classroom/project-groups/group-drills.ts';
import type {
  DrillHandOvers,
  HandOver,
  ProjectBoard,
  ProjectGroup,
  ProjectPart,
  ProjectTaskRow,
} from '#contract/plans/projects.ts';
import type { Catalogs, ProjectTask } from '#drills/catalog/catalog.ts';
import { eventsOf, judgeNote } from '#drills/hand-overs/note-judgement.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Storage; catalogs: Pick<Catalogs, 'tasks'> };

/** Null: the run is no project task. */
export const projectBoard = async (needs: Needs, run: Run, now: number): Promise<ProjectBoard | null> => {
  if (run.plan.project === undefined) return null;
  const view = await projectView(needs.storage, run);
  const groups: ProjectGroup[] = [];
  for (const index of view.groups.keys()) {
    const group = await groupView(needs.storage, view, index);
    groups.push({
      group: index,
      seats: group.group.map((seat) => seatName(view, seat)),
      tasks: await Promise.all(group.chains.map(async (chain) => await taskRow(needs, view, chain, now))),
    });
  }
  return {
    run: { id: run.id, name: run.name },
    roles: run.plan.project.roles,
    groups,
    free: view.seats
      .filter(({ id, guest }) => guest !== null && groupOfSeat(view, id) === null)
      .map(({ id, no, name }) => ({ id, no, name })),
    now,
  };
};

const taskRow = async (
  needs: Needs,
  view: ProjectView,
  { task, parts }: Chain,
  now: number,
): Promise<ProjectTaskRow> => {
  const known = needs.catalogs.tasks.find(({ id }) => id === task.id);
  const rows: ProjectPart[] = [];
  for (const [role, part] of parts.entries()) {
    const { came } = part;
    rows.push({
      role: view.run.plan.project?.roles[role] ?? '',
      seat: seatName(view, part.seat),
      state: part.state,
      heldMs:
        came?.arrivedAt == null ? null : (came.closedAt ?? (came.isDrillOver ? endOf(came) : now)) - came.arrivedAt,
      place: came === null ? null : { drill: came.drill.row.id, conversation: came.conversation },
      score: came === null ? null : await scoreOf(needs.storage, came),
      handOver: handOverTo(known, parts, role),
    });
  }
  return { task: task.id, title: task.title, customer: task.customer, parts: rows };
};

const endOf = ({ drill, arrivedAt }: CamePart): number => drill.row.endedAt ?? arrivedAt ?? 0;

const scoreOf = async ({ results }: Storage, { drill }: CamePart): Promise<number | null> =>
  (await results.result(drill.row.id))?.score ?? drill.row.score;

const seatName = ({ seats }: ProjectView, id: string | null): ProjectPart['seat'] => {
  const seat = seats.find((one) => one.id === id);
  return seat === undefined ? null : { id: seat.id, no: seat.no, name: seat.name };
};

/** What came of the hand-over to this role; null: there was none yet. */
export const handOverTo = (
  task: ProjectTask | undefined,
  parts: readonly ChainPart[],
  role: number,
): HandOver | null => {
  const before = parts[role - 1]?.came;
  if (before == null || before.note === null) return null;
  const came = parts[role]?.came ?? null;
  const earlier = parts.slice(0, role).flatMap((part) => (part.came === null ? [] : [partEvents(part.came)]));
  const here = came === null ? [] : partEvents(came);
  return {
    note: before.note,
    ...judgeNote(before.note, task?.parts[role]?.keeps ?? [], { earlier, here }),
    waitedMs:
      came?.firstReplyAt == null ? null : Math.max(0, came.firstReplyAt - (before.closedAt ?? came.firstReplyAt)),
  };
};

const partEvents = ({ drill, conversation }: CamePart) => eventsOf(drill.log, conversation);

/** What a drill handed on and was handed; null: it is of no project task. */
export const drillHandOvers = async (needs: Needs, drillId: string): Promise<DrillHandOvers | null> => {
  const row = await needs.storage.drill(drillId);
  const run = row?.place == null ? null : await needs.storage.runs.run(row.place.run);
  if (row?.place == null || run?.plan.project === undefined || row.place.redo !== null) return null;
  const view = await projectView(needs.storage, run);
  const groups = await Promise.all(view.groups.map(async (_, index) => await groupView(needs.storage, view, index)));
  const own = groups.find(({ drills }) => drills.some((drill) => drill.row.id === drillId));
  return own === undefined ? { given: [], got: [] } : ofDrill(needs, own, drillId, run.plan.project.roles);
};

const ofDrill = (
  { catalogs }: Needs,
  { chains }: GroupView,
  drillId: string,
  roles: readonly string[],
): DrillHandOvers => {
  const found: DrillHandOvers = { given: [], got: [] };
  for (const { task, parts } of chains) {
    const known = catalogs.tasks.find(({ id }) => id === task.id);
    for (const role of parts.keys()) {
      const handOver = handOverTo(known, parts, role);
      if (handOver === null) continue;
      const isOf = (part: ChainPart | undefined): boolean => part?.came?.drill.row.id === drillId;
      if (isOf(parts[role - 1])) found.given.push({ customer: task.customer, to: roles[role] ?? '', handOver });
      if (isOf(parts[role])) found.got.push({ customer: task.customer, from: roles[role - 1] ?? '', handOver });
    }
  }
  return found;
};
