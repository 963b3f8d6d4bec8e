/** A message taken back before its turn was judged: the conversation as if it had never been sent (RULES E21). */
import type { Conversation, OpenTurn, TurnMessage } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { Change } from './evolve-turn.ts';

type Said = Extract<TurnMessage, { kind: 'said' }>;

/** The message where it stands in the open turn, unread; undefined: it isn't there, or is a card. */
export const unreadMessage = (conversation: Conversation, id: string): Said | undefined =>
  conversation.turn?.messages.find((message): message is Said => message.kind === 'said' && message.id === id);

const earlier = (one: DrillMs, other: DrillMs | null | undefined): DrillMs => Math.min(one, other ?? one);

/** The turn's other messages; what came next is what ended the customer's wait. */
const otherMessages = ({ messages }: OpenTurn, message: Said): { messages: TurnMessage[]; isWaitEnded: boolean } => {
  const place = messages.indexOf(message);
  const next = messages[place + 1];
  const { endedWait } = message;
  const heir =
    next?.kind === 'said' && endedWait !== undefined
      ? { ...next, endedWait: earlier(endedWait, next.endedWait) }
      : next;
  return {
    messages: [...messages.slice(0, place), ...(heir === undefined ? [] : [heir, ...messages.slice(place + 2)])],
    isWaitEnded: next !== undefined,
  };
};

/** What taking the message back changes; nothing where the open turn hasn't got it. A turn without words waits for none. */
export const unheard = (conversation: Conversation, id: string): Change => {
  const { turn, waitingSince } = conversation;
  const message = unreadMessage(conversation, id);
  if (!turn || !message) return {};
  const { messages, isWaitEnded } = otherMessages(turn, message);
  const isGone = messages.length === 0 && turn.actions.length === 0;
  const hasWords = messages.some(({ kind }) => kind === 'said');
  return {
    turn: isGone ? null : { ...turn, messages, ...(hasWords ? {} : { dueAt: null, latestAt: null }) },
    said: conversation.said.filter((said) => said.id !== id),
    waitingSince:
      message.endedWait === undefined || isWaitEnded ? waitingSince : earlier(message.endedWait, waitingSince),
  };
};
