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

/** A drill's only timer. `fire` gets the drill time that was due. */
export function createDueTimer(
  { engine, clock, logger }: Pick<DrillNeeds, 'engine' | 'clock' | 'logger'>,
  content: Content,
  memory: Pick<DrillMemory, 'row' | 'snapshot'>,
  fire: (due: DrillMs) => void,
): DueTimer {
  const timer = createSingleTimer(clock);
  let holdOffUntil = 0;

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

  return {
    schedule: () => {
      timer.cancel();
      const due = nextDue();
      if (due === null) return;
      const dueWallAt = Math.max(wallTime(memory.snapshot().map, due), holdOffUntil);
      timer.set(Math.max(0, dueWallAt - clock.now()), () => fire(due));
    },
    holdOff: () => {
      holdOffUntil = clock.now() + HOLD_OFF_MS;
    },
    cancel: timer.cancel,
  };
}
