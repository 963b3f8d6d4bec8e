import type { ThreadItem } from '#client/drill/model/drill-view.ts';
import { actionName } from '#client/drill/model/event-words.ts';
import { money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { WIDE_SPACE } from '#client/lib/spaces.ts';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireOrder } from '#contract/wire-events.ts';
import { ProductCard } from './bubble.tsx';

/** It stands over a group or a live room for whoever comes: to the one customer it isn't sent. */
export const PIN_NOTICE = 'pin-notice';

export type ActionItem = Extract<ThreadItem, { kind: 'action' }>;

/** What was filled in, in words: names instead of ids, yuan instead of cents. */
export const actionFacts = (
  item: ActionItem,
  shop: ShopBody | null,
  orders: readonly WireOrder[],
): { title: string; text: string }[] => {
  const spec = shop?.actions.find((action) => action.id === item.action);
  return Object.entries(item.fieldValues).map(([name, value]) => {
    const field = spec?.fields.find((candidate) => candidate.name === name);
    const raw = String(value);
    const text = {
      money: () => money(Number(value)),
      order: () => orders.find((order) => order.id === raw)?.no ?? raw,
      product: () => shop?.products.find((product) => product.id === raw)?.name ?? raw,
      coupon: () => shop?.coupons.find((coupon) => coupon.id === raw)?.name ?? raw,
      choice: () => field?.choices.find((choice) => choice.value === raw)?.title ?? raw,
      text: () => raw,
      sku: () => raw,
      address: () => raw,
    }[field?.kind ?? 'text']();
    return { title: field?.title ?? name, text };
  });
};

/** A card in the conversation: the customer sees it (RULES T8). */
export const ActionCard = ({
  item,
  shop,
  orders,
}: {
  item: ActionItem;
  shop: ShopBody | null;
  orders: readonly WireOrder[];
}) => {
  const { t } = useTranslation('desk');
  const product = shop?.products.find((candidate) => candidate.id === item.fieldValues.product);
  if (product !== undefined && Object.keys(item.fieldValues).length === 1)
    return <ProductCard product={product.id} name={product.name} price={product.price} shop={shop} />;
  return (
    <div className="w-316 max-w-full rounded-5 border border-tint-line bg-mine px-10 py-6">
      <p className="flex justify-between gap-8">
        <b>{actionName(item, shop)}</b>
        <span className="text-12 text-ink-3">{t(item.action === PIN_NOTICE ? 'card.pinned' : 'card.sent')}</span>
      </p>
      {actionFacts(item, shop, orders).map((fact) => (
        <p key={fact.title} className="text-12 wrap-anywhere">
          <span className="text-ink-3">
            {fact.title}
            {WIDE_SPACE}
          </span>
          <span className="whitespace-pre-wrap">{fact.text}</span>
        </p>
      ))}
    </div>
  );
};
