/** Ids a case takes from its shop and the library: products, cards, coupons, actions and their fields. */

import { say } from '#i18n/say.ts';
import { type Mention, unknownIds } from '#library/checks/ids/id-references.ts';
import type { Fault, Path } from '#library/diagnostics/diagnostics.ts';
import { toBurst } from '#library/reading/lines.ts';
import {
  beatsOf,
  type CaseView,
  deedsOf,
  linesOf,
  needsOf,
  ordersOf,
  plainLinesOf,
  pointsOf,
  questionsOf,
  reactionsOf,
  recapLinesOf,
} from '#library/view/case-view.ts';

export function* mentionedGoods(view: CaseView): Iterable<Fault> {
  yield* unknownIds(actionMentions(view), [...view.actions.values()], 'action');
  yield* fieldFaults(view);
  const { shop, authored } = view;
  if (!shop) return;
  const orders = ordersOf(authored).map(({ order }) => ({ id: order.id ?? 'order' }));
  const cards = lineCards(authored);
  yield* unknownIds([...productMentions(view), ...cards.products], shop.products, 'product');
  yield* unknownIds(cards.orders, orders, 'order');
  yield* unknownIds(discountMentions(view), [...shop.policies, ...shop.coupons], 'policy-or-coupon');
  yield* unknownIds(
    pointsOf(authored).map(({ point, path }) => ({ id: point.policy, path: [...path, 'policy'] })),
    // `order`: the fact stands on the order itself.
    [...shop.policies, ...shop.products, ...(orders.length > 0 ? [{ id: 'order' }] : [])],
    'policy-or-product',
  );
}

const actionMentions = ({ authored }: CaseView): Mention[] => {
  return [
    ...needsOf(authored).flatMap(({ need, path }) => [
      { id: need.do, path: [...path, 'do'] },
      ...(need.or ?? []).map((id, index) => ({ id, path: [...path, 'or', index] })),
      ...(need.after ?? []).flatMap((condition, index) =>
        'do' in condition ? [{ id: condition.do, path: [...path, 'after', index] }] : [],
      ),
    ]),
    ...questionsOf(authored).flatMap(({ question, path }) =>
      (question.first ?? []).flatMap((deed, index) =>
        typeof deed === 'string' ? [] : [{ id: deed.do, path: [...path, 'first', index, 'do'] }],
      ),
    ),
    ...(authored.forbids ?? []).map((forbid, index) => ({ id: forbid.do, path: ['forbids', index, 'do'] })),
    ...beatsOf(authored).map(({ beat, path }) => ({ id: beat.window?.do, path: [...path, 'window', 'do'] })),
    ...Object.entries(authored.customer.knows ?? {}).map(([id, fact]) => ({
      id: fact.do,
      path: ['customer', 'knows', id, 'do'],
    })),
  ];
};

/** Names in `with` that are no field of the action: nobody could meet such a need. */
function* fieldFaults({ authored, actions, shop }: CaseView): Iterable<Fault> {
  const fieldsGiven = [
    ...needsOf(authored).map(({ need, path }) => ({ action: need.do, fields: need.with, path })),
    ...(authored.forbids ?? []).map((forbid, index) => ({
      action: forbid.do,
      fields: forbid.with,
      path: ['forbids', index],
    })),
  ];
  const orders = ordersOf(authored).map(({ order }) => order.id ?? 'order');
  for (const { action, fields, path } of fieldsGiven) {
    const spec = actions.get(action ?? '');
    if (!spec) continue;
    for (const [name, value] of Object.entries(fields ?? {})) {
      const at: Path = [...path, 'with', name];
      const field = spec.fields.find((candidate) => candidate.name === name);
      if (!field) {
        const names = spec.fields.map((candidate) => candidate.name).join(' · ');
        const message =
          names === ''
            ? say('checker:field.none', { action: spec.id, name })
            : say('checker:field.unknown', { action: spec.id, name, names });
        yield { code: 'unknown-id', path: at, message };
        continue;
      }
      const choicesByKind = new Map<string, readonly string[] | undefined>([
        ['product', shop?.products.map(({ id }) => id)],
        ['coupon', shop?.coupons.map(({ id }) => id)],
        ['order', orders],
        [
          'choice',
          field.choices.flatMap(({ value: choice, shops }) =>
            shops === undefined || shops.includes(authored.shop) ? [choice] : [],
          ),
        ],
      ]);
      const choices = choicesByKind.get(field.kind);
      if (choices && !choices.includes(String(value)))
        yield {
          code: 'unknown-id',
          path: at,
          message: say('checker:field.choice', {
            field: field.title,
            value: String(value),
            choices: choices.join(' · '),
          }),
        };
    }
  }
}

const productMentions = ({ authored }: CaseView): Mention[] => {
  const placed = deedsOf(authored).flatMap(({ does, path }) => {
    const order = does['place-order'];
    return order
      ? [order, ...(order.more ?? [])].map(({ product }) => ({ id: product, path: [...path, 'place-order'] }))
      : [];
  });
  return [
    { id: authored.customer.enters, path: ['customer', 'enters'] },
    { id: authored.incident?.changes?.product, path: ['incident', 'changes', 'product'] },
    ...(authored.customer.past ?? []).map(({ product }, index) => ({
      id: product,
      path: ['customer', 'past', index, 'product'],
    })),
    ...ordersOf(authored).flatMap(({ order, path }) => [
      ...order.items.map(({ product }, index) => ({ id: product, path: [...path, 'items', index, 'product'] })),
      ...(order.gifts ?? []).map(({ product }, index) => ({ id: product, path: [...path, 'gifts', index, 'product'] })),
    ]),
    ...placed,
  ];
};

const discountMentions = ({ authored }: CaseView): Mention[] => {
  const deeds = deedsOf(authored).flatMap(({ does, path }) => [
    { off: does['place-order']?.off, path: [...path, 'place-order'] },
    { off: does.pay?.off, path: [...path, 'pay'] },
  ]);
  return [...ordersOf(authored).map(({ order, path }) => ({ off: order.off, path })), ...deeds].flatMap(
    ({ off, path }) => (off ?? []).map(({ card }, index) => ({ id: card, path: [...path, 'off', index, 'card'] })),
  );
};

/** Products and orders shown by 〔…〕 in anything the customer says. */
const lineCards = (authored: CaseView['authored']): { products: Mention[]; orders: Mention[] } => {
  const lines = [...plainLinesOf(authored), ...recapLinesOf(authored), ...reactionsOf(authored).flatMap(linesOf)];
  const bubbles = lines.flatMap(({ line, path }) => toBurst(line).map((bubble) => ({ bubble, path })));
  return {
    products: bubbles.flatMap(({ bubble, path }) => (bubble.kind === 'product' ? [{ id: bubble.product, path }] : [])),
    orders: bubbles.flatMap(({ bubble, path }) =>
      bubble.kind === 'order' && bubble.order !== null ? [{ id: bubble.order, path }] : [],
    ),
  };
};
