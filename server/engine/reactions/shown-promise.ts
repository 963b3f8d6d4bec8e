/** 稍等 as a desk shows it: until when, by which message, and what became of it, folded from the log (RULES Q76, Q86). */
import type { DrillEvent, DrillMs } from '#engine/model/events.ts';
import type { TurnJudgement } from '#engine/model/turn-judgement.ts';
import { HOLD_GRACE_MS } from './hold-promise.ts';

/** `message`: null where the promise came along from another seat. */
export type ShownPromise = {
  backBy: DrillMs;
  message: string | null;
  /** The trainee's next message, which is coming back; null: there is none. */
  endedBy: string | null;
  isDropped: boolean;
  /** What that message took the place of, should it be taken back before it is read. */
  before: ShownPromise | null;
};

/** `judged`: the last message of the turn judged last; null: none has been. */
export type ShownPromises = { judged: string | null; held: ShownPromise | null };

export const NO_HOLD: ShownPromises = { judged: null, held: null };

/**
 * The time named in a turn's last message. In an earlier one it says nothing of now: 2分钟内回您, and a moment later 查到了.
 */
export const backByNamed = ({ hold, messages, lastAt }: TurnJudgement): DrillMs | null => {
  const seconds = hold?.seconds ?? null;
  return seconds !== null && hold?.quote?.message === messages.at(-1) ? lastAt + seconds * 1000 : null;
};

const promised = (message: string | null, backBy: DrillMs): ShownPromise => ({
  ...{ backBy, message, endedBy: null, isDropped: false, before: null },
});

/** A promise that another seat made comes along with the customer; `late`: drill time here less drill time there. */
export const holdAlong = (backBy: DrillMs | undefined, late: number): ShownPromises =>
  backBy === undefined ? NO_HOLD : { judged: null, held: promised(null, backBy + late) };

export const shownPromiseAfter = (shown: ShownPromises, event: DrillEvent): ShownPromises => {
  const { judged, held } = shown;
  switch (event.kind) {
    case 'trainee-said': {
      const { id, backBy } = event;
      const ended = held?.endedBy === null ? { ...held, endedBy: id } : held;
      const before = held && { ...held, before: null };
      if (backBy === undefined && held === null) return shown;
      return { judged, held: backBy === undefined ? ended : { ...promised(id, backBy), before } };
    }
    case 'turn-judged': {
      const backBy = backByNamed(event.judgement);
      const message = event.judgement.messages.at(-1) ?? judged;
      return { judged: message, held: backBy === null ? held : promised(message, backBy) };
    }
    case 'hold-begun': {
      const backBy = event.untilAt - HOLD_GRACE_MS;
      // Before a word was said here it is the promise that came along, which keeps its time.
      return judged === null || backBy === held?.backBy ? shown : { judged, held: promised(judged, backBy) };
    }
    case 'hold-dropped':
      return held === null ? shown : { judged, held: { ...held, isDropped: true } };
    case 'message-withdrawn':
      if (event.heard) return shown;
      if (held?.message === event.message) return { judged, held: held.before };
      return held?.endedBy === event.message ? { judged, held: { ...held, endedBy: null } } : shown;
    default:
      return shown;
  }
};
