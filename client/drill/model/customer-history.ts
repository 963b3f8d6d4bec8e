/** What a customer said before: on earlier days, and in earlier visits of this drill. */
import { clock, storyDay } from '#client/lib/format.ts';
import type { ConversationView, EarlierMessage, ThreadItem } from './drill-view.ts';
import { bubbleText } from './last-message.ts';

export type PastMessage = { by: EarlierMessage['by']; text: string };
/** `date`: the day it was, as the case or the drill's clock has it. */
export type PastConversation = { key: string; date: string; messages: readonly PastMessage[] };

/** 11-09 20:14 is of 11-09. */
const dayOf = (when: string): string => when.split(/\s/)[0] ?? when;

/** Conversations of before the drill, one a day. */
const conversationsBefore = (earlier: readonly EarlierMessage[]): PastConversation[] => {
  const past: PastConversation[] = [];
  for (const { when, by, bubbles } of earlier) {
    const date = dayOf(when);
    const messages = bubbles.map((bubble): PastMessage => ({ by, text: bubbleText(bubble) }));
    const last = past.at(-1);
    if (last?.date === date) past[past.length - 1] = { ...last, messages: [...last.messages, ...messages] };
    else past.push({ key: `before-${past.length}`, date, messages });
  }
  return past;
};

const messageOf = (item: ThreadItem): PastMessage[] => {
  if (item.kind === 'customer') return [{ by: 'customer', text: bubbleText(item.bubble) }];
  // What was taken back nobody reads again.
  return item.kind === 'trainee' && item.withdrawn === undefined ? [{ by: 'agent', text: item.text }] : [];
};

/** The visits of this drill that ended before the customer came again. */
const visitsBefore = (items: readonly ThreadItem[]): PastConversation[] => {
  const starts = items.flatMap((item, index) => (item.kind === 'arrived' ? [index] : []));
  return starts.slice(0, -1).flatMap((start, visit) => {
    const first = items[start];
    const messages = items.slice(start, starts[visit + 1]).flatMap(messageOf);
    if (first?.kind !== 'arrived' || messages.length === 0) return [];
    const date = first.story === null ? clock(first.at) : storyDay(first.story);
    return [{ key: `visit-${first.seq}`, date, messages }];
  });
};

/** Oldest first. */
export const pastConversations = ({ earlierMessages, items }: ConversationView): PastConversation[] => [
  ...conversationsBefore(earlierMessages),
  ...visitsBefore(items),
];
