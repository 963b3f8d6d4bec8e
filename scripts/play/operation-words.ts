/** An operation of a play in words, as the desk shows it: names instead of ids, yuan instead of cents. */
import type { ShopBody } from '#contract/bodies.ts';
import type { WireEvent, WireOrder, WireResultLine } from '#contract/wire-events.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { shopBody } from '#http/bodies/shop-body.ts';
import { listed, say } from '#i18n/say.ts';

type ActionDone = Extract<WireEvent, { kind: 'action-done' }>;
type Field = ShopBody['actions'][number]['fields'][number];

/** Cents as ¥91.90. */
export const yuan = (cents: number): string => `¥${(cents / 100).toFixed(2)}`;

/** What was clicked, what was filled in, and what the desk answered, in the language of the command. */
export const operationText = (content: Content, event: ActionDone): string => {
  // All customers of a drill come to one shop.
  const shop = shopBody(content.data, content.data.shops[0]?.id ?? '');
  const spec = shop?.actions.find(({ id }) => id === event.action);
  const filled = Object.entries(event.with).map(([name, value]) => {
    const field = spec?.fields.find((shown) => shown.name === name);
    return `${field?.title ?? name} ${valueText(field, value, shop, event.orders)}`;
  });
  const name = spec?.title ?? event.title;
  const clicked = filled.length === 0 ? name : say('commands:trainee.operation', { name, fields: listed(filled) });
  const answer = event.result.map((stored, n) => lineText(event.lines?.[n], spec?.done) ?? stored);
  return [clicked, ...answer].join(' | ');
};

/** A field's value by its name; as it was given where the shop or the orders don't know it. */
const valueText = (
  field: Field | undefined,
  value: string | number,
  shop: ShopBody | null,
  orders: readonly WireOrder[],
): string => {
  const raw = String(value);
  switch (field?.kind) {
    case 'money':
      return yuan(Number(value));
    case 'order':
      return orders.find(({ id }) => id === raw)?.no ?? raw;
    case 'product':
      return shop?.products.find(({ id }) => id === raw)?.name ?? raw;
    case 'coupon':
      return shop?.coupons.find(({ id }) => id === raw)?.name ?? raw;
    case 'choice':
      return field.choices.find((choice) => choice.value === raw)?.title ?? raw;
    default:
      return raw;
  }
};

/** What the desk itself says in a line; undefined where the case speaks, or nobody knows the words. */
const lineText = (line: WireResultLine | null | undefined, done: string | undefined): string | undefined => {
  switch (line?.kind) {
    case 'done':
      return done;
    case 'no-notes':
      return say('commands:trainee.answer.noNotes');
    case 'no-answer-here':
      return say('commands:trainee.answer.noAnswerHere');
    case 'order': {
      const { no, status, latest } = line;
      const way = latest === null ? [] : [say(`commands:trainee.answer.${latest.step}`, { on: latest.on })];
      return [no, say(`commands:trainee.answer.status.${status}`), ...way].join(' · ');
    }
    case undefined:
      return undefined;
  }
};
