/** 稍等 as a browser hears of it (RULES Q76, Q86). */
import type { WireEvent } from '#contract/wire-events.ts';
import { callBackAfter, notesCall, unlessNoted } from '#engine/model/call-back.ts';
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
  const { at, conversation } = event;
  const backBy = known.hold.after(event);
  const hold: WireEvent[] =
    backBy === null ? [] : [{ kind: 'hold-promised', at, conversation, backBy: Math.round(backBy) }];
  return event.kind === 'turn-judged' ? [...hold, ...presentCallBack(known, event)] : hold;
};

const presentCallBack = (known: Known, event: EventOf<'turn-judged'>): WireEvent[] =>
  callBackNow(known, event, callBackAfter(known.callBackAt, event.judgement, known.isOver));

/** A note by which the next shift knows of the call: nobody is asked to hand it over once more (RULES J195). */
export const presentCallNoted = (known: Known, event: EventOf<'action-done'>): WireEvent[] => {
  if (!notesCall(event)) return [];
  known.callNotedAt = event.at;
  return callBackNow(known, event, known.callBackAt);
};

const callBackNow = (
  known: Known,
  { at, conversation }: { at: number; conversation: string },
  promisedAt: number | null,
): WireEvent[] => {
  const wasOpen = known.callBackAt !== null;
  known.callBackAt = unlessNoted(promisedAt, known.callNotedAt);
  const isOpen = known.callBackAt !== null;
  return isOpen === wasOpen ? [] : [{ kind: 'call-promised', at, conversation, isOpen }];
};
