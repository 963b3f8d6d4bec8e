/**
 * A play as its trainee sees it, up to the customer's next burst. Everything passes through `present.ts` and nothing
 * comes from the log itself, so that a player who goes step by step sees no answer key.
 */

import type { WireDeed } from '#contract/wire/deeds.ts';
import type {
  WireBubble,
  WireEvent,
  WireJump,
  WireOpenPlace,
  WireOrder,
  WireStoryTime,
} from '#contract/wire-events.ts';
import { createPresenter } from '#drills/present/present.ts';
import type { Scenario } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import type { Rubric } from '#engine/model/rubric.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { language } from '#i18n/language.ts';
import { listed, say } from '#i18n/say.ts';
import { operationText, yuan } from './operation-words.ts';

/**
 * The events up to where the trainee would act next: the customer's burst that follows the trainee's last message or
 * operation, whole. Without an answer from the customer the log is shown to its end.
 */
export const untilNextBurst = (events: readonly DrillEvent[]): readonly DrillEvent[] => {
  const last = events.findLastIndex(({ kind }) => kind === 'trainee-said' || kind === 'action-done');
  const quiet = events.find(({ kind }) => kind === 'quiet-begun' || kind === 'customer-said');
  // If the trainee is to write first, the events end where the quiet begins: what the customer says to a silent trainee
  // comes later.
  if (last < 0 && quiet?.kind === 'quiet-begun') return events.filter(({ at }) => at <= quiet.at);
  const end = events.findIndex((event, index) => index > last && event.kind === 'customer-said' && event.last);
  const lastBubble = events[end];
  if (lastBubble === undefined) return events;
  return events.filter((event, index) => index <= end || event.at <= lastBubble.at);
};

/** The start card in a line: all that a trainee is told of a case. */
export const startLine = ({ title, minutes, teaches }: Scenario): string =>
  say('commands:trainee.start', { title, minutes, teaches });

/** By when a reply passes and is excellent, as the start card says it to trainees. */
export const responseLine = ({ tiers }: Pick<Rubric, 'tiers'>): string => {
  const [tier] = tiers;
  return tier === undefined ? '' : say('commands:trainee.response', { passS: tier.passS, excellentS: tier.excellentS });
};

/**
 * Whether the conversation goes on: after a bare 嗯 it may look over while the customer is still there; after an ending
 * only a goodbye is left.
 */
export const stateLine = (shown: readonly DrillEvent[]): string => {
  if (shown.some(({ kind }) => kind === 'drill-ended')) return '';
  const last = shown.findLast(({ kind }) => kind === 'ending-reached' || kind === 'customer-arrived');
  if (last?.kind !== 'ending-reached') return say('commands:trainee.state.open');
  const hasParted = shown
    .slice(shown.indexOf(last))
    .some((event) => event.kind === 'window-closed' && event.windowKind === 'goodbye' && event.how === 'taken');
  return say(hasParted ? 'commands:trainee.state.parted' : 'commands:trainee.state.over');
};

/** The thread in lines: `seconds  who  text`. */
export const threadLines = (content: Content, events: readonly DrillEvent[]): string[] =>
  threadParts(content, events).flatMap(({ lines }) => lines);

/** Each event with its lines, none for what a trainee isn't shown. */
export const threadParts = (
  content: Content,
  events: readonly DrillEvent[],
): { event: DrillEvent; lines: readonly string[] }[] => {
  const present = createPresenter(content);
  return events.map((event) => ({ event, lines: present(event).flatMap((shown) => lineOf(content, shown)) }));
};

/** Chinese names are padded with full-width spaces, so that the columns line up. */
const column = (who: string): string => (language() === 'zh' ? who.padEnd(8, '　') : who.padEnd(16));
const orderCells = (order: WireOrder): [string, string] => [say('commands:trainee.who.order'), orderText(order)];

/** What was said in an open place says so: 〔群里〕 other customers read along there (RULES K10). */
const placed = ({ place }: { place?: WireOpenPlace | undefined }, text: string): string =>
  place === undefined ? text : `${say(`commands:play.place.${place}`)}${text}`;

const lineOf = (content: Content, event: WireEvent): string[] => {
  const line = (who: string, text: string) => [
    `${(event.at / 1000).toFixed(1).padStart(7)}  ${column(who)} ${text.replaceAll('\n', ' ⏎ ')}`,
  ];
  /** The story's day and clock, as the desk shows them: 七天 and 几点前 are reckoned from there. */
  const clockLine = (story: WireStoryTime | undefined) =>
    story === undefined ? [] : line(say('commands:trainee.who.clock'), `${story.date} ${story.time}`);
  switch (event.kind) {
    case 'customer-arrived':
      return [
        ...event.past.flatMap((purchase) =>
          line(say('commands:trainee.who.past'), `${purchase.on} ${purchase.name} ${purchase.note ?? ''}`),
        ),
        ...event.before.flatMap((earlier) =>
          earlier.bubbles.flatMap((bubble) =>
            line(
              earlier.when,
              say('commands:play.named', { name: earlier.name ?? earlier.by, text: bubbleText(bubble) }),
            ),
          ),
        ),
        ...line(say('commands:trainee.who.arrived'), arrivedText(event)),
        ...clockLine(event.story),
        ...event.orders.flatMap((order) => line(...orderCells(order))),
      ];
    case 'customer-said':
      return line(say('commands:trainee.who.customer'), placed(event, bubbleText(event.bubble)));
    case 'bystander-said':
      return line(event.name, placed(event, event.text));
    case 'customer-did':
      return [
        ...line(say('commands:trainee.who.did'), didWords(event.deed)),
        ...event.orders.flatMap((order) => line(...orderCells(order))),
      ];
    case 'trainee-said':
      return line(say('commands:trainee.who.me'), event.text);
    case 'message-withdrawn':
      return line('', say('commands:trainee.withdrawn'));
    case 'action-done':
      return line(say('commands:trainee.who.clicked'), operationText(content, event));
    case 'story-jumped':
      return [...line('', jumpWords(event.after)), ...clockLine(event.story)];
    case 'shop-notice':
      return line('', event.text);
    case 'status-changed':
      return event.status === 'away' || event.status === 'closed'
        ? line('', say('commands:trainee.status', { status: event.status }))
        : [];
    case 'drill-ended':
      return line('', say('commands:trainee.ended'));
    case 'customer-queued':
      return line(event.name, say('commands:trainee.rush.queued'));
    case 'queue-left':
      return line('', say(`commands:trainee.rush.left.${event.how}`));
    case 'greeting-sent':
      return line('', event.text);
    case 'dial-turned':
      return line('', say('commands:trainee.rush.dial', { from: event.from, to: event.to }));
    case 'shop-changed':
      return line('', event.text);
    case 'shift-over':
      return line('', say('commands:trainee.rush.shift-over'));
    case 'rush-over':
      return line('', say('commands:trainee.rush.over'));
    case 'conversation-transferred':
      return line('', say('commands:trainee.rush.transferred', { note: event.note }));
    case 'drill-opened':
    case 'clock-stopped':
    case 'clock-started':
    case 'customer-added':
    case 'mood-changed':
    case 'question-changed':
    case 'story-over':
    case 'leave-taken':
    case 'hold-promised':
    case 'hold-dropped':
    case 'call-promised':
    case 'lead-asked':
    case 'pass-offered':
    case 'pass-recalled':
    case 'pass-returned':
    case 'pass-coming':
    case 'pass-gone':
      return [];
    case 'lead-answered':
      return line('', [event.words, ...event.result].join(' '));
    default:
      return event satisfies never;
  }
};

const didWords = (deed: WireDeed): string => {
  switch (deed.kind) {
    case 'place-order': {
      const goods = listed(
        deed.items.map(({ name, sku, qty }) => [name, sku ?? [], qty > 1 ? `×${qty}` : []].flat().join(' ')),
      );
      return say(`commands:trainee.did.ordered.${deed.paid ? 'paid' : 'unpaid'}`, { goods, amount: yuan(deed.amount) });
    }
    case 'pay':
      return say('commands:trainee.did.pay');
    case 'open-refund':
      return deed.amount === null
        ? say('commands:trainee.did.refund')
        : say('commands:trainee.did.refundOf', { amount: yuan(deed.amount) });
    case 'open-complaint':
      return say('commands:trainee.did.complaint', { level: deed.level });
    case 'bad-review':
      return say('commands:trainee.did.badReview');
    case 'rate':
      return say('commands:trainee.did.rated', { stars: deed.stars });
  }
};

const jumpWords = ({ value, unit }: WireJump): string => say(`commands:trainee.jumped.${unit}`, { n: value });

const arrivedText = ({ name, regular, enters }: Extract<WireEvent, { kind: 'customer-arrived' }>): string => {
  const from = enters ?? '';
  return regular ? say('commands:trainee.regular', { name, enters: from }) : `${name} ${from}`;
};

const bubbleText = (bubble: WireBubble): string => {
  if (bubble.kind === 'text') return bubble.text;
  if (bubble.kind === 'product')
    return say('commands:trainee.bubble.product', { name: bubble.name, price: yuan(bubble.price) });
  return bubble.kind === 'order'
    ? say('commands:trainee.bubble.order', { order: bubble.order })
    : say('commands:trainee.bubble.picture', { alt: bubble.alt });
};

const orderText = (order: WireOrder): string => {
  const items = order.items.map(
    ({ name, sku, qty, price, paid }) =>
      `${name} ${sku ?? ''} ×${qty} ${yuan(price)}${paid === null ? '' : say('commands:trainee.order.paid', { amount: yuan(paid) })}`,
  );
  const days = (['placed', 'paidOn', 'shippedOn', 'signedOn'] as const).flatMap((day) => {
    const on = order[day];
    return on ? [say(`commands:trainee.order.${day}`, { on })] : [];
  });
  const gifts = order.gifts.map(({ name, price }) => say('commands:trainee.order.gift', { name, price: yuan(price) }));
  const off = order.off.map(({ title, amount }) => say('commands:trainee.order.off', { title, amount: yuan(amount) }));
  return [
    `${order.id} ${order.no} ${order.status}${order.insured ? say('commands:trainee.order.insured') : ''}`,
    ...items,
    ...gifts,
    ...off,
    say('commands:trainee.order.total', { total: yuan(order.total) }),
    ...days,
    [order.receiver, order.phone, order.address].filter((part) => part !== null).join(' '),
  ].join(' | ');
};
