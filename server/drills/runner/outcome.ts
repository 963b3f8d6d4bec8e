/** What a decided command comes to: the drill after it, its answer, and the row of the log it is stored as. */
import type { Acked } from '#contract/commands.ts';
import type { Reply } from '#contract/errors.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import { advance, type ClockMap, wallOfLast, wallTime } from '#drills/reports/clock-map.ts';
import type { Command } from '#engine/model/commands.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillEvent, DrillMs } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { AppendedStage, DrillRow } from '#storage/storage.ts';
import type { Job } from './command-queue.ts';
import { waitsInExam } from './exam-disconnect-budget.ts';
import type { GroupCommit } from './group-commit.ts';

export type Outcome = {
  next: Drill;
  nextMap: ClockMap;
  answer: Acked;
  stage: AppendedStage;
  /** Drill time of the next thing to happen by itself; null when nothing will, or the clock stands. */
  due: DrillMs | null;
  /** Wall time of the next thing to happen by itself; null when nothing will. */
  dueAt: number | null;
};

/** What follows from these events, with which the drill is `next`. Nothing is stored yet. */
export const outcomeOf = (
  { engine, content }: { engine: Pick<DrillEngine, 'nextDue'>; content: Content },
  map: ClockMap,
  job: Job,
  command: Command,
  events: readonly DrillEvent[],
  next: Drill,
): Outcome => {
  const nextMap = advance(map, events, job.receivedAt);
  const due = nextMap.running ? engine.nextDue(content, next) : null;
  return {
    next,
    nextMap,
    answer: { seq: next.seq, now: command.at },
    stage: stageOf(next, nextMap, job.receivedAt),
    due,
    dueAt: due === null ? null : wallTime(nextMap, due),
  };
};

/** The append of an outcome: one transaction holds the events, the answer to the command and the drill's row. */
export const entryOf = (
  drill: string,
  expectedSeq: number,
  { commandId, receivedAt }: Job,
  events: readonly DrillEvent[],
  { next, nextMap, answer, stage, dueAt }: Outcome,
): Parameters<GroupCommit['add']>[0] => ({
  drill,
  expectedSeq,
  commandId,
  at: wallOfLast(nextMap, events, receivedAt),
  events,
  ack: commandId === null ? null : JSON.stringify(answer),
  dueAt,
  ...stage,
  running: nextMap.running || waitsInExam(next),
});

/** The drill's row after an append: the same one where its stage is. Its score is null until the drill has ended and was scored. */
export const withStage = (row: DrillRow, stage: AppendedStage): DrillRow => {
  if (row.state === stage.state && row.endedAt === stage.endedAt) return row;
  const { score, ...rest } = row;
  return stage.state === 'ended' ? { ...rest, ...stage, score } : { ...rest, ...stage, score: null };
};

/** The answer a command got the first time (RULES N2). */
export const storedAnswer = (stored: string): Reply<Acked> => {
  const value: Acked = JSON.parse(stored);
  return { ok: true, value };
};

const stageOf = (drill: Drill, map: ClockMap, at: number): AppendedStage => {
  if (drill.ended !== null) return { state: 'ended', endedAt: at };
  const isUntouched = !map.running && !drill.clock.running && drill.clock.why === 'not-started';
  return { state: isUntouched ? 'opened' : 'running', endedAt: null };
};
