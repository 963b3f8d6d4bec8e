import type { ReactNode } from 'react';
import { money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Picture } from '#client/ui/layout/picture.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireOrder } from '#contract/wire-events.ts';
import { OrderFacts, OrderSteps } from './order-facts.tsx';

type Props = { order: WireOrder; shop: ShopBody | null; buyer?: string; children?: ReactNode };

/** One order: what was bought, how far it is, its facts. `children`: what can be done with it. */
export const OrderBlock = ({ order, shop, buyer, children }: Props) => {
  const { t } = useTranslation('desk');
  return (
    <section aria-label={t('card.orderNo', { no: order.no })} className="border-line border-b px-14 py-10">
      <ul className="grid gap-8">
        {order.items.map((item) => (
          <li
            key={`${item.product} ${item.sku}`}
            className="grid grid-cols-[52px_minmax(0,1fr)_auto] gap-x-10 leading-[18px]"
          >
            <Picture
              src={shop?.products.find((product) => product.id === item.product)?.picture ?? null}
              alt={item.name}
            />
            <span className="min-w-0">
              <span className="block wrap-anywhere">{item.name}</span>
              <span className="block text-12 text-ink-3">
                {[item.sku, `× ${item.qty}`].filter((part) => part !== null).join(' ')}
              </span>
            </span>
            <span className="text-right">
              <b>{money(item.price)}</b>
              {item.paid === null || item.paid === item.price ? null : (
                <span className="block text-12 text-ink-3">{t('order.itemPaid', { money: money(item.paid) })}</span>
              )}
            </span>
          </li>
        ))}
      </ul>
      <OrderSteps order={order} />
      <OrderFacts order={order} shop={shop} buyer={buyer} />
      {children}
    </section>
  );
};
