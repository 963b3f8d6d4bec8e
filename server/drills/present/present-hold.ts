/** 稍等 as a browser hears of it (RULES Q76, Q86). */
import type { WireEvent } from '#contract/wire-events.ts';
import type { EventOf } from '#engine/model/events.ts';
import type { Known } from './known.ts';

/** What another seat had promised is told once, with the customer. */
export const presentAlong = (known: Known, { at, conversation }: EventOf<'customer-arrived'>): WireEvent[] => {
  if (known.along === null) return [];
  const { backBy, ...from } = known.along;
  known.along = null;
  return [{ kind: 'hold-promised', at, conversation, backBy, from }];
};

export const presentHold = (known: Known, event: EventOf<'turn-judged'> | EventOf<'hold-begun'>): WireEvent[] => {
  const backBy = known.hold.after(event);
  return backBy === null
    ? []
    : [{ kind: 'hold-promised', at: event.at, conversation: event.conversation, backBy: Math.round(backBy) }];
};
