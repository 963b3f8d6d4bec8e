/** Whether a customer was answered, waits or has gone, and the words for it: one rule for list, strip, thread, search, replay and wall. */

import { waitingSince } from '#client/drill/model/drill-rounds.ts';
import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { isReply } from '#client/drill/model/withdrawal-fold.ts';
import { say } from '#client/lib/messages.ts';

/** `came`: nobody has said anything yet in this visit. `unanswered`: what they said last was never answered in time. */
export type ResponseState =
  | { kind: 'waiting'; since: number }
  | { kind: 'came' | 'answered' | 'unanswered' }
  | { kind: 'away' | 'closed'; isUnanswered: boolean };

/** What happened last in words: somebody came, spoke or was written to. */
const lastDeed = ({ items }: ConversationView): 'came' | 'spoke' | 'written' => {
  const item = items.findLast(({ kind }) => kind === 'arrived' || kind === 'customer') ?? null;
  const reply = items.findLast(isReply) ?? null;
  if (item === null) return reply === null ? 'came' : 'written';
  if (reply !== null && reply.seq > item.seq) return 'written';
  return item.kind === 'arrived' ? 'came' : 'spoke';
};

/** Nobody answered the last words, and that is held against somebody: what an end only cut short is void (RULES C5). */
const isUnanswered = (conversation: ConversationView): boolean => {
  const isMissed = conversation.pendingSince !== null || conversation.rounds.at(-1)?.outcome === 'unanswered';
  return isMissed && lastDeed(conversation) === 'spoke';
};

/** Leaving answers nobody, nor does the end of the drill, which may leave a customer where they stood. */
export const responseStateOf = (conversation: ConversationView): ResponseState => {
  const { status } = conversation;
  if (status === 'away' || status === 'closed') return { kind: status, isUnanswered: isUnanswered(conversation) };
  const since = waitingSince(conversation);
  if (since !== null) return { kind: 'waiting', since };
  if (isUnanswered(conversation)) return { kind: 'unanswered' };
  if (conversation.rounds.at(-1)?.outcome === 'void') return { kind: 'closed', isUnanswered: false };
  return { kind: lastDeed(conversation) === 'came' ? 'came' : 'answered' };
};

/** The words for who isn't waiting. */
export const responseStateWord = (responseState: Exclude<ResponseState, { kind: 'waiting' }>): string =>
  'isUnanswered' in responseState && responseState.isUnanswered
    ? say(`desk:responseState.${responseState.kind}Unanswered`)
    : say(`desk:responseState.${responseState.kind}`);
