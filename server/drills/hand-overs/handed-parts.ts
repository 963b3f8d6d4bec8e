/** A conversation as the next seat reads it: what was said in each part, under the role's name, with its note. */
import type { Bubble, ContentData } from '#engine/model/content.ts';
import { pictureOf } from '#engine/model/customer-pictures.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { HandedLine, HandedPart } from '#engine/model/project.ts';
import { storyAt } from '#engine/model/story-time.ts';

/**
 * The parts before, which the conversation itself was handed over with, and its own. `shown` takes the trainee's name out.
 */
export const handedParts = (
  content: ContentData,
  events: readonly DrillEvent[],
  { drill, conversation, role }: { drill: string; conversation: string; role: string },
  shown: (text: string) => string,
): HandedPart[] => {
  const withdrawn = new Set(
    events.flatMap((event) => (event.kind === 'message-withdrawn' && !event.heard ? [event.message] : [])),
  );
  const earlier: HandedPart[] = [];
  const lines: HandedLine[] = [];
  let note = '';
  let scenario = '';
  for (const event of events) {
    if (event.kind === 'drill-opened')
      scenario = event.customers.find((customer) => customer.conversation === conversation)?.scenario ?? '';
    if (!('conversation' in event) || event.conversation !== conversation) continue;
    if (event.kind === 'customer-added') {
      earlier.push(...(event.handed?.parts ?? []));
      scenario = event.scenario;
    } else if (event.kind === 'customer-said') lines.push({ by: 'customer', text: bubbleText(content, event.bubble) });
    else if (event.kind === 'trainee-said' && !withdrawn.has(event.id))
      lines.push({ by: 'colleague', text: shown(event.text) });
    else if (event.kind === 'action-done' && event.sends)
      lines.push({
        by: 'colleague',
        text: content.actions.find(({ id }) => id === event.action)?.title ?? event.action,
      });
    else if (event.kind === 'pass-offered') note = shown(event.note);
    else if (event.kind === 'conversation-closed') note = shown(event.note ?? '');
  }
  return [...earlier, { drill, role, day: dayOf(content, scenario), note, lines }];
};

/** The story's day as earlier messages have it: 11-12. */
const dayOf = ({ scenarios }: ContentData, id: string): string => {
  const scenario = scenarios.find((one) => one.id === id);
  return scenario === undefined ? '' : storyAt(scenario, 0, 0).date.slice('2026-'.length);
};

const bubbleText = (content: ContentData, bubble: Bubble): string => {
  switch (bubble.kind) {
    case 'text':
      return bubble.text;
    case 'product': {
      const products = content.shops.flatMap((shop) => shop.products);
      return products.find(({ id }) => id === bubble.product)?.name ?? bubble.product;
    }
    case 'order':
      return orderNo(content, bubble.order);
    case 'picture':
      return pictureOf(content, bubble.picture)?.alt ?? bubble.picture;
  }
};

/** Its number, as it stands on the order's card; null: the case's first order. */
const orderNo = ({ scenarios }: ContentData, id: string | null): string => {
  const orders = scenarios.flatMap((scenario) => scenario.orders);
  return (id === null ? orders[0] : orders.find((order) => order.id === id))?.no ?? '';
};
