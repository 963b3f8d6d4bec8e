/** When the desk reminds of a 稍等: the time by which the trainee said they would be back (RULES Q76). */
import type { DrillMs, EventOf } from '#engine/model/events.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { HOLD_GRACE_MS } from '#engine/reactions/hold-promise.ts';

export type HoldClock = {
  /** The time to show from this event on; null: nothing new. */
  after(event: EventOf<'turn-judged'> | EventOf<'hold-begun'>): DrillMs | null;
};

/**
 * The time named in a turn's last message. In an earlier one it says nothing of now: 2分钟内回您, and a moment later 查到了.
 */
const namedIn = ({ hold, messages, lastAt }: TurnJudgement): DrillMs | null => {
  const seconds = hold?.seconds ?? null;
  return seconds !== null && hold?.quote?.message === messages.at(-1) ? lastAt + seconds * 1000 : null;
};

/** Of one customer. The words count first; then how long the customer in fact waits, where that is another time (RULES T7). */
export const holdClock = (): HoldClock => {
  let shown: DrillMs | null = null;
  return {
    after: (event) => {
      if (event.kind === 'turn-judged') {
        shown = namedIn(event.judgement);
        return shown;
      }
      const backBy = event.untilAt - HOLD_GRACE_MS;
      if (backBy === shown) return null;
      shown = backBy;
      return backBy;
    },
  };
};
