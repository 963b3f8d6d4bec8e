/** The lesson's clock: what each stage was given and took, and whether the rest still fits. */
import { MINUTE_MS } from '#client/lib/spans.ts';
import type { Plan, RunBody, Stage } from '#contract/runs.ts';

/** Minutes a stage keeps at least; below this something is left out instead. */
const MIN_STAGE_MINUTES = 3;
/**
 * A run opened longer before than this was only prepared. Its lesson then counts as begun, with the planned minutes for
 * joining used.
 */
const PREPARED_MS = 20 * MINUTE_MS;

export type StageTime = {
  stage: Stage;
  /** Null without a timetable. */
  plannedMin: number | null;
  elapsedMs: number;
  state: 'done' | 'now' | 'todo';
};
export type Fit =
  | { kind: 'spare'; leftMin: number; spareMin: number }
  | { kind: 'over'; overMin: number; cut: Cut }
  | { kind: 'past'; overMin: number };
/** What to shorten or leave out; null: neither would be enough. */
type Cut = { stage: 'debrief' | 'redo'; toMin: number } | { skip: 'redo' } | null;
type TimedRun = Pick<RunBody, 'plan' | 'log' | 'stage' | 'clock'>;

export const ALL_STAGES: readonly Stage[] = ['join', 'card', 'drill', 'debrief', 'redo', 'close'];

/** Stages this lesson goes through: a timetable may leave some out. */
export const stagesOf = (plan: Plan): readonly Stage[] => {
  if (plan.stages.length === 0) return ALL_STAGES;
  const planned = new Set(plan.stages.filter((stage) => stage.minutes > 0).map((stage) => stage.kind));
  return ALL_STAGES.filter(
    (stage) => stage === 'join' || stage === 'drill' || stage === 'debrief' || planned.has(stage),
  );
};

const plannedMin = (plan: Plan, kind: Stage | 'spare'): number | null =>
  plan.stages.length === 0
    ? null
    : plan.stages.reduce((sum, stage) => (stage.kind === kind ? sum + stage.minutes : sum), 0);

/** When the lesson began, epoch ms: as set by hand, else by the log. */
export const lessonBeganAt = (run: TimedRun, now: number, beganByHand: number | null): number => {
  if (beganByHand !== null) return beganByHand;
  const openedAt = run.log[0]?.at ?? now;
  const leftLobbyAt = run.log[1]?.at ?? now;
  if (leftLobbyAt - openedAt <= PREPARED_MS) return openedAt;
  return leftLobbyAt - (plannedMin(run.plan, 'join') ?? 0) * MINUTE_MS;
};

/** `now`: the server's epoch ms. A stage entered twice counts both times. */
export const stageTimes = (run: TimedRun, now: number, beganAt: number): readonly StageTime[] => {
  const stages = stagesOf(run.plan);
  const entered = new Set(run.log.map((entry) => entry.stage));
  const elapsedIn = (stage: Stage): number =>
    run.log.reduce((sum, entry, index) => {
      if (entry.stage !== stage) return sum;
      const until = run.log[index + 1]?.at ?? now;
      return sum + Math.max(0, until - Math.max(entry.at, beganAt));
    }, 0);
  return stages.map((stage) => ({
    stage,
    plannedMin: plannedMin(run.plan, stage),
    elapsedMs: elapsedIn(stage),
    state: stage === run.stage ? 'now' : entered.has(stage) || isBefore(stage, run.stage) ? 'done' : 'todo',
  }));
};

const isBefore = (stage: Stage, current: Stage): boolean => ALL_STAGES.indexOf(stage) < ALL_STAGES.indexOf(current);

/** Null without a timetable. */
export const fitOf = (run: TimedRun, now: number, beganByHand: number | null): Fit | null => {
  if (run.plan.stages.length === 0) return null;
  const beganAt = lessonBeganAt(run, now, beganByHand);
  const plannedMinutes = run.plan.stages.reduce((sum, stage) => sum + stage.minutes, 0);
  const leftMs = beganAt + plannedMinutes * MINUTE_MS - now;
  if (leftMs < 0) return { kind: 'past', overMin: Math.ceil(-leftMs / MINUTE_MS) };
  const times = stageTimes(run, now, beganAt);
  const todo = times.filter((stageTime) => stageTime.state === 'todo');
  const current = times.find((stageTime) => stageTime.state === 'now');
  const plannedRestMs =
    todo.reduce((sum, stageTime) => sum + (stageTime.plannedMin ?? 0) * MINUTE_MS, 0) + restOfStageMs(run, current);
  if (plannedRestMs <= leftMs)
    return {
      kind: 'spare',
      leftMin: Math.floor(leftMs / MINUTE_MS),
      spareMin: Math.floor((leftMs - plannedRestMs) / MINUTE_MS),
    };
  const overMin = Math.ceil((plannedRestMs - leftMs) / MINUTE_MS);
  return { kind: 'over', overMin, cut: cutFor(overMin, todo) };
};

/** Milliseconds left of this stage: the drill's by its bell, extended or not; the others' by the plan. */
const restOfStageMs = (run: TimedRun, current: StageTime | undefined): number => {
  if (current === undefined) return 0;
  if (current.stage === 'drill') return Math.max(0, run.clock.totalMs - run.clock.elapsedMs);
  return Math.max(0, (current.plannedMin ?? 0) * MINUTE_MS - current.elapsedMs);
};

/** Proposes to shorten the debrief, else the replay task; if neither is long enough, to leave out the replay task. */
const cutFor = (overMin: number, todo: readonly StageTime[]): Cut => {
  for (const stage of ['debrief', 'redo'] as const) {
    const minutes = todo.find((stageTime) => stageTime.stage === stage)?.plannedMin ?? 0;
    if (minutes - overMin >= MIN_STAGE_MINUTES) return { stage, toMin: minutes - overMin };
  }
  return todo.some((stageTime) => stageTime.stage === 'redo') ? { skip: 'redo' } : null;
};

/** The stage that one press leads to; null: the lesson ends. */
export const nextStage = (plan: Plan, stage: Stage): Stage | null => {
  const stages = stagesOf(plan);
  return stages.find((laterStage) => ALL_STAGES.indexOf(laterStage) > ALL_STAGES.indexOf(stage)) ?? null;
};

/** `drill` is entered once. Before it and after it the lesson may go freely among the stages on that side. */
export const mayEnter = (from: Stage, to: Stage): boolean => {
  const beforeDrill: readonly Stage[] = ['join', 'card'];
  const afterDrill: readonly Stage[] = ['debrief', 'redo', 'close'];
  if (from === to) return false;
  if (beforeDrill.includes(from)) return beforeDrill.includes(to) || to === 'drill';
  if (from === 'drill') return to === 'debrief';
  return afterDrill.includes(to);
};

const STAGE_PAGES = {
  join: 'lobby',
  card: 'card',
  drill: 'wall',
  debrief: 'debrief',
  redo: 'redo',
  close: 'closing',
} as const satisfies Record<Stage, string>;
export type RunStagePage = (typeof STAGE_PAGES)[Stage];

/** The page of the run that belongs to a stage. */
export const pageOf = (stage: Stage): RunStagePage => STAGE_PAGES[stage];
