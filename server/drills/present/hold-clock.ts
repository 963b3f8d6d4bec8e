/** When the desk reminds of a 稍等: the time by which the trainee said they would be back (RULES Q76). */
import type { DrillMs, EventOf } from '#engine/model/events.ts';
import { HOLD_GRACE_MS } from '#engine/reactions/hold-promise.ts';
import { backByNamed } from '#engine/reactions/shown-promise.ts';

export type HoldClock = {
  /** The time to show from this event on; null: nothing new. */
  after(event: EventOf<'turn-judged'> | EventOf<'hold-begun'>): DrillMs | null;
};

/**
 * Of one customer. The words count first; then how long the customer in fact waits, where that is another time (RULES T7).
 * `along`: the turn of a hold that came with them from another seat, and is told with their coming (RULES Q86).
 */
export const holdClock = (along: number | null): HoldClock => {
  let shown: DrillMs | null = null;
  return {
    after: (event) => {
      if (event.kind === 'turn-judged') {
        shown = backByNamed(event.judgement);
        return shown;
      }
      if (event.turn === along) return null;
      const backBy = event.untilAt - HOLD_GRACE_MS;
      if (backBy === shown) return null;
      shown = backBy;
      return backBy;
    },
  };
};
