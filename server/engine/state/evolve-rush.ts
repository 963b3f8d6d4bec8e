/** The part of `evolve` that folds a rush: what the dial decides by. */

import { onlyAcknowledges } from '#engine/model/acknowledgements.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { OpenedRush, RushState } from '#engine/model/rush.ts';
import { MINUTE_MS } from '#engine/model/spans.ts';
import { unreadMessage } from './unheard.ts';

const SECOND_MS = 1000;
/** Replies and gaps that are looked back at, and customers who left. */
const REPLIES = 12;
const GAPS = 10;
const LEFT = 2;

/** A rush in which nothing has happened. */
export const openedRush = (rush: OpenedRush): RushState => ({
  ...rush,
  endsAt: rush.minutes * MINUTE_MS,
  isOver: false,
  turnedAt: null,
  loweredAt: null,
  replies: [],
  repliesSince: 0,
  gapsS: [],
  sentAt: 0,
  leftAt: [],
  handoverUntil: null,
  changesTold: 0,
});

const withLast = <T>(list: readonly T[], one: T, most: number): readonly T[] => [...list, one].slice(-most);

/** The trainee has sent words or a card: timed where somebody waited for it. */
const afterSent = (rush: RushState, { waitingSince, lastLineAt }: Conversation, at: number): RushState => {
  if (waitingSince === null) return { ...rush, sentAt: at };
  const handS = (at - Math.max(lastLineAt, rush.sentAt)) / SECOND_MS;
  const waitS = (at - waitingSince) / SECOND_MS;
  return {
    ...rush,
    sentAt: at,
    replies: withLast(rush.replies, { at, handS, waitS }, REPLIES),
    repliesSince: rush.repliesSince + 1,
  };
};

/** A message that was never read is no reply: the dial forgets how quickly it came. */
const afterUnheard = (rush: RushState, conversation: Conversation, id: string): RushState => {
  const message = unreadMessage(conversation, id);
  if (message?.endedWait === undefined) return rush;
  const replies = rush.replies.filter(({ at, waitS }) => at !== message.at || waitS !== waitOf(message));
  return replies.length === rush.replies.length
    ? rush
    : { ...rush, replies, repliesSince: Math.max(0, rush.repliesSince - 1) };
};

const waitOf = ({ at, endedWait }: { at: number; endedWait?: number }): number => (at - (endedWait ?? at)) / SECOND_MS;

/** The customer speaks: the first words since the trainee's last close a gap. */
const afterCustomer = (rush: RushState, { waitingSince, said }: Conversation, at: number): RushState => {
  const sent = said.at(-1)?.at;
  if (waitingSince !== null || sent === undefined) return rush;
  return { ...rush, gapsS: withLast(rush.gapsS, (at - sent) / SECOND_MS, GAPS) };
};

/** `conversation`: as it was before the event; null for an event of the whole drill. */
export const rushAfter = (rush: RushState, event: DrillEvent, conversation: Conversation | null): RushState => {
  switch (event.kind) {
    case 'rush-over':
      return { ...rush, isOver: true };
    case 'dial-turned':
      return {
        ...rush,
        capacity: event.to,
        turnedAt: event.at,
        loweredAt: event.to < event.from ? event.at : rush.loweredAt,
        repliesSince: 0,
      };
    case 'shift-over':
      return { ...rush, handoverUntil: event.until };
    case 'shop-changed':
      return { ...rush, changesTold: rush.changesTold + 1 };
    case 'queue-left':
      return event.how === 'gave-up' ? { ...rush, leftAt: withLast(rush.leftAt, event.at, LEFT) } : rush;
    case 'ending-reached':
      return event.silent ? { ...rush, leftAt: withLast(rush.leftAt, event.at, LEFT) } : rush;
    case 'trainee-said':
      return conversation === null ? rush : afterSent(rush, conversation, event.at);
    case 'message-withdrawn':
      return conversation === null || event.heard ? rush : afterUnheard(rush, conversation, event.message);
    case 'action-done':
      return conversation === null || !event.sends ? rush : afterSent(rush, conversation, event.at);
    case 'customer-said':
      return conversation === null || onlyAcknowledges(event) ? rush : afterCustomer(rush, conversation, event.at);
    default:
      return rush;
  }
};
