/** Where the conversations of a group stand, read from the logs of its seats' drills (RULES J39, J40). */
import type { PartState, PlannedTask } from '#contract/plans/projects.ts';
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import type { DrillRow, LogRow } from '#storage/storage.ts';
import type { Group } from './groups.ts';

/** A drill of one of the group's seats, with its log. */
export type SeatLog = { row: DrillRow; seat: string; log: readonly LogRow[] };

/** A part in the drill in which it came. Times are epoch milliseconds. */
export type CamePart = {
  drill: SeatLog;
  conversation: string;
  /** Told by the log that it comes, to the desk or on its way there. */
  addedAt: number;
  arrivedAt: number | null;
  firstReplyAt: number | null;
  overAt: number | null;
  closedAt: number | null;
  /** The note it was handed on with. */
  note: string | null;
  isDrillOver: boolean;
};

export type ChainPart = { case: string; role: number; seat: string | null; came: CamePart | null; state: PartState };
export type Chain = { task: PlannedTask; parts: ChainPart[] };

/** What of the group's tasks came, to whom, and what is still to come. */
export const chainsOf = (tasks: readonly PlannedTask[], group: Group, drills: readonly SeatLog[]): Chain[] => {
  return tasks.map((task) => {
    const parts: ChainPart[] = [];
    for (const [role, scenario] of task.cases.entries()) {
      const before = parts.at(-1);
      const came = comeIn(scenario, drills, group[role] ?? null);
      const part = { case: scenario, role, seat: came?.drill.seat ?? group[role] ?? null, came };
      parts.push({ ...part, state: stateOf(came, before, role === task.cases.length - 1) });
    }
    return {
      task,
      parts: parts.map((part, role) => (isPassed(part, parts[role + 1]) ? { ...part, state: 'handed' } : part)),
    };
  });
};

/** The words of whoever had it were deleted, and the next one has it: it isn't due any more. */
const isPassed = (part: ChainPart, next: ChainPart | undefined): boolean => part.came === null && next?.came != null;

const stateOf = (came: CamePart | null, before: ChainPart | undefined, isLast: boolean): PartState => {
  if (came === null) {
    if (before === undefined || before.state === 'handed') return 'due';
    return before.state === 'ended' ? 'ended' : 'waits';
  }
  if (came.note !== null) return 'handed';
  if (came.isDrillOver) return isLast && came.overAt !== null ? 'done' : 'ended';
  if (came.overAt !== null) return isLast ? 'done' : 'over';
  return came.arrivedAt === null ? 'due' : 'here';
};

/** Whether the part will come, or came: nobody before it broke off. */
export const mayCome = ({ state }: ChainPart): boolean => state !== 'ended';

/** The latest drill in which the case came. One that ended with it undone, at a seat that has the role no more, is as if it hadn't. */
const comeIn = (scenario: string, drills: readonly SeatLog[], holder: string | null): CamePart | null => {
  const found = drills.flatMap((drill) => partIn(drill, scenario) ?? []);
  const standing = found.filter(
    ({ drill, isDrillOver, overAt, note }) => drill.seat === holder || !isDrillOver || overAt !== null || note !== null,
  );
  return standing.at(-1) ?? null;
};

const partIn = (drill: SeatLog, scenario: string): CamePart | null => {
  let part: CamePart | null = null;
  for (const { at, events } of drill.log)
    for (const event of events) {
      const key = keyOf(event, scenario);
      if (key !== null)
        part = { drill, conversation: key, addedAt: at, ...NOTHING_YET, isDrillOver: drill.row.state === 'ended' };
      if (part !== null) noteEvent(part, event, at);
    }
  return part;
};

const NOTHING_YET = { arrivedAt: null, firstReplyAt: null, overAt: null, closedAt: null, note: null };

const keyOf = (event: DrillEvent, scenario: string): string | null => {
  if (event.kind === 'drill-opened')
    return event.customers.find((customer) => customer.scenario === scenario)?.conversation ?? null;
  return event.kind === 'customer-added' && event.scenario === scenario ? event.conversation : null;
};

const noteEvent = (part: CamePart, event: DrillEvent, at: number): void => {
  if (event.kind === 'drill-ended') part.isDrillOver = true;
  if (!('conversation' in event) || event.conversation !== part.conversation) return;
  if (event.kind === 'customer-arrived') part.arrivedAt ??= at;
  else if (event.kind === 'trainee-said') part.firstReplyAt ??= at;
  else if (event.kind === 'ending-reached') part.overAt ??= at;
  else if (event.kind === 'conversation-closed') noteClosed(part, event, at);
};

const noteClosed = (part: CamePart, event: EventOf<'conversation-closed'>, at: number): void => {
  part.closedAt = at;
  if (event.handedTo !== undefined) part.note = event.note ?? '';
};

/** How many customers a seat gets in all: those in its open drill, and those that are still to come to it. */
export const countFor = (chains: readonly Chain[], seat: string, drill: string | null): number => {
  const all = chains.flatMap(({ parts }) => parts);
  return all.filter(
    (part) =>
      (part.came !== null && part.came.drill.row.id === drill) ||
      (part.came === null && part.seat === seat && mayCome(part)),
  ).length;
};
