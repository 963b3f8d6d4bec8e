import { say } from '#client/lib/messages.ts';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireBubble } from '#contract/wire-events.ts';
import type { ConversationView } from './drill-view.ts';
import { actionName } from './event-words.ts';

/**
 * A bubble in one line: cards and pictures as a word in brackets. The word doesn't say what a picture shows: the
 * trainee must look.
 */
export const bubbleText = (bubble: WireBubble): string => {
  if (bubble.kind === 'text') return bubble.text;
  if (bubble.kind === 'product') return say('desk:line.product', { name: bubble.name });
  return bubble.kind === 'order' ? say('desk:line.order') : say('desk:line.picture');
};

/** The last thing said in a conversation, for its row in the list; `shop`: whose customer it is, as the drill has it. */
export const lastMessage = (conversation: ConversationView, shop: ShopBody | null): string => {
  const item = conversation.items.findLast(
    (threadItem) =>
      threadItem.kind === 'customer' ||
      threadItem.kind === 'trainee' ||
      (threadItem.kind === 'action' && threadItem.sends),
  );
  if (item?.kind === 'customer') return bubbleText(item.bubble);
  if (item?.kind === 'trainee')
    return item.withdrawn === undefined ? say('desk:line.mine', { text: item.text }) : say('desk:line.withdrawn');
  const earlier = conversation.earlierMessages.at(-1)?.bubbles.at(-1);
  if (item === undefined && earlier !== undefined) return bubbleText(earlier);
  return item?.kind === 'action' ? say('desk:line.mine', { text: actionName(item, shop) }) : say('desk:line.none');
};

/** Whether the lead has answered and nothing was said or done for this customer since. */
export const isLeadWaiting = ({ items }: ConversationView): boolean =>
  items.findLast(({ kind }) => kind === 'lead-answered' || kind === 'trainee' || kind === 'action')?.kind ===
  'lead-answered';
