/** 稍等 as a browser hears of it (RULES Q76, Q86). */
import type { WireEvent } from '#contract/wire-events.ts';
import { callBackAfter } from '#engine/model/call-back.ts';
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

const presentCallBack = (known: Known, { at, conversation, judgement }: EventOf<'turn-judged'>): WireEvent[] => {
  const before = known.callBackAt;
  known.callBackAt = callBackAfter(before, judgement, known.isOver);
  const isOpen = known.callBackAt !== null;
  return isOpen === (before !== null) ? [] : [{ kind: 'call-promised', at, conversation, isOpen }];
};
