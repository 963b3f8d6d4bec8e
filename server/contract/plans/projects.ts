/** Project tasks: one customer served by several seats of a group, one role after the other (RULES J38). */
import { z } from 'zod';

const MAX_TASKS = 3;

/** A teacher sets a project task for a class. `tasks`: of the library, all with the same roles. */
export const newProjectSchema = z.strictObject({
  name: z.string().trim().min(1).max(40),
  /** Null: no roster, everybody types a name. */
  classId: z.string().max(64).nullable(),
  tasks: z.array(z.string().min(1).max(64)).min(1).max(MAX_TASKS),
  /** Length of the drill, seat minutes. */
  minutes: z.number().int().min(5).max(120),
  /** When trainees see their own reports (RULES M6). */
  results: z.enum(['at-once', 'published']),
});
export type NewProject = z.input<typeof newProjectSchema>;

/** Gives a role of a group to another of its seats, or to one that is in no group. `role`: its place in order. */
export const projectRoleSchema = z.strictObject({
  group: z.number().int().min(0).max(200),
  role: z.number().int().min(0).max(9),
  seat: z.string().min(1).max(64),
});

/**
 * What a run's plan says of its project task, as the library had it then. `roles`: in order, by name; `cases`: of a task's
 * parts, one a role.
 */
export type ProjectPlan = { roles: string[]; tasks: PlannedTask[] };
export type PlannedTask = { id: string; title: string; customer: string; shop: string; cases: string[] };

/** A task to choose. */
export type ProjectChoice = {
  id: string;
  title: string;
  teaches: string;
  shopName: string;
  roles: string[];
  minutes: number;
};

/**
 * Where one part of a conversation stands: `waits` for the role before, `due` to come, `here` at the desk, `over` (its note
 * is missing), `handed` on, `done` (nobody comes after it), or it `ended` without a note.
 */
export type PartState = 'waits' | 'due' | 'here' | 'over' | 'handed' | 'done' | 'ended';

/** A thing the note had to hold. `given`: told or promised by then; `held`: the note has it. */
export type KeptItem = { id: string; says: string; promise: boolean; held: boolean };
/** A quote of somebody's words. */
export type QuotedAgain = { says: string; quote: string };

/** What came of one hand-over. */
export type HandOver = {
  note: string;
  /** Of what was told or promised by then. */
  items: KeptItem[];
  /** Asked the customer for again although it had been said or stood in the note. `held`: it stood in the note. */
  again: (QuotedAgain & { held: boolean })[];
  /** Promises of an earlier role that this one broke. */
  broken: QuotedAgain[];
  /** From the hand-over until the next one's first words; null: none yet. Milliseconds of the wall's clock. */
  waitedMs: number | null;
};

export type ProjectPart = {
  role: string;
  /** Null where the role has nobody. */
  seat: { id: string; no: string; name: string } | null;
  state: PartState;
  /** How long the conversation was with this seat, until it was handed on or ended; null: it hasn't come. */
  heldMs: number | null;
  /** The drill it is in, and its key there; null: it hasn't come. */
  place: { drill: string; conversation: string } | null;
  /** Marks of that drill, once it is scored. */
  score: number | null;
  /** From the part before to this one; null: it has not been handed over. */
  handOver: HandOver | null;
};

export type ProjectTaskRow = { task: string; title: string; customer: string; parts: ProjectPart[] };
export type ProjectGroup = {
  /** Its place among the groups, from 0. */
  group: number;
  /** By role, in order; null: nobody has it. */
  seats: ({ id: string; no: string; name: string } | null)[];
  tasks: ProjectTaskRow[];
};
export type ProjectBoard = {
  run: { id: string; name: string };
  roles: string[];
  groups: ProjectGroup[];
  /** Seats with a trainee and without a role. */
  free: { id: string; no: string; name: string }[];
  now: number;
};

/** What a seat sees of its group. Empty `roles`: it has no role. */
export type SeatProject = {
  roles: string[];
  /** Of the tasks, by id. */
  shops: string[];
  group: number | null;
  tasks: {
    title: string;
    customer: string;
    parts: { role: string; name: string | null; mine: boolean; state: PartState }[];
  }[];
};

/** The hand-overs that a drill gave or got, for its report. */
export type DrillHandOvers = {
  given: { customer: string; to: string; handOver: HandOver }[];
  got: { customer: string; from: string; handOver: HandOver }[];
};
