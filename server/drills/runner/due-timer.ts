import { createSingleTimer } from '#common/single-timer.ts';
import { wallTime } from '#drills/reports/clock-map.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import type { DrillMemory } from './drill-memory.ts';
import type { DrillNeeds } from './drill-needs.ts';

export type DueTimer = {
  /** Waits for the next thing that is due in the drill as it is now. */
  schedule(): void;
  /** After an error that should not happen: nothing fires for a second. */
  holdOff(): void;
  cancel(): void;
};

/** Milliseconds: long enough that a lasting error doesn't spin, short enough that a trainee hardly notices. */
const HOLD_OFF_MS = 1000;

/**
 * A drill's only timer. `fire` gets the drill time that was due. Each of a trainee's words puts off the customer's
 * reaction: a timer that is set for an earlier moment is left as it is and set anew when that comes, since taking one
 * back and making another for every reply costs more than one call too many for every turn.
 */
export const createDueTimer = (
  { engine, clock, logger }: Pick<DrillNeeds, 'engine' | 'clock' | 'logger'>,
  content: Content,
  memory: Pick<DrillMemory, 'row' | 'snapshot'>,
  fire: (due: DrillMs) => void,
): DueTimer => {
  const timer = createSingleTimer(clock);
  let holdOffUntil = 0;
  /** Wall time that the timer was set for; null while it isn't set. */
  let setFor: number | null = null;

  const nextDue = (): DrillMs | null => {
    const { drill, map, due } = memory.snapshot();
    if (!map.running || drill.ended !== null) return null;
    if (due !== undefined) return due;
    try {
      return engine.nextDue(content, drill);
    } catch (error) {
      // One drill's fault must not end the process, and with it everybody else's.
      logger.error({ err: error, drill: memory.row().id }, 'nextDue failed');
      return null;
    }
  };

  /** The next thing due, and when on the wall; null when nothing is. */
  const nextAlarm = (): { due: DrillMs; wallAt: number } | null => {
    const due = nextDue();
    return due === null ? null : { due, wallAt: Math.max(wallTime(memory.snapshot().map, due), holdOffUntil) };
  };

  const cancel = (): void => {
    timer.cancel();
    setFor = null;
  };

  const setTo = (wallAt: number): void => {
    setFor = wallAt;
    timer.set(Math.max(0, wallAt - clock.now()), ring);
  };

  const ring = (): void => {
    const wasSetFor = setFor;
    setFor = null;
    const next = nextAlarm();
    if (next === null) return;
    // Put off since it was set.
    if (wasSetFor !== null && next.wallAt > wasSetFor) setTo(next.wallAt);
    else fire(next.due);
  };

  return {
    schedule: () => {
      const next = nextAlarm();
      if (next === null) cancel();
      // One that is overdue by a clock that leapt ahead would come late by as much.
      else if (setFor === null || setFor > next.wallAt || setFor < clock.now()) setTo(next.wallAt);
    },
    holdOff: () => {
      holdOffUntil = clock.now() + HOLD_OFF_MS;
    },
    cancel,
  };
};
