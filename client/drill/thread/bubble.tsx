import { Package, ShoppingBag } from 'lucide-react';
import type { ReactNode } from 'react';
import { orderSum } from '#client/drill/shop/order-sum.ts';
import { clauses } from '#client/lib/clauses.ts';
import { money } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import { Picture } from '#client/ui/layout/picture.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireBubble, WireOrder } from '#contract/wire-events.ts';
import { CustomerPicture } from './customer-picture.tsx';

type Props = {
  bubble: WireBubble;
  shop: ShopBody | null;
  orders: readonly WireOrder[];
  side?: 'theirs' | 'mine' | 'bot' | 'bystander';
  /** Taken back: struck through. */
  isWithdrawn?: boolean;
  /** A search led here: the bubble can have the focus, and is outlined. */
  isFound?: boolean;
};

const SIDES = {
  theirs: 'border-line bg-theirs',
  mine: 'border-tint-line bg-mine',
  bot: 'border-line bg-sunken text-ink-2',
  bystander: 'border-edge border-dashed bg-theirs text-ink-2',
} as const;

/** One bubble. The customer's words are shown as they are. */
export const BubbleView = ({ bubble, shop, orders, side = 'theirs', isWithdrawn = false, isFound = false }: Props) => {
  if (bubble.kind === 'text')
    return (
      <p
        lang="zh-CN"
        {...(isFound ? { 'data-found': true, tabIndex: -1 } : {})}
        className={cx(
          'max-w-[68%] text-pretty whitespace-pre-wrap rounded-5 border px-10 py-4 wrap-anywhere max-pane:max-w-[82%]',
          SIDES[side],
          isFound && 'outline-2 outline-accent outline-offset-1',
        )}
      >
        {isWithdrawn ? <del className="text-ink-3">{bubble.text}</del> : bubble.text}
      </p>
    );
  if (bubble.kind === 'picture') return <CustomerPicture picture={bubble} />;
  if (bubble.kind === 'product')
    return <ProductCard product={bubble.product} name={bubble.name} price={bubble.price} shop={shop} />;
  return <OrderCard order={orders.find((order) => order.id === bubble.order) ?? null} shop={shop} />;
};

const Card = ({ head, note, children }: { head: ReactNode; note: ReactNode; children: ReactNode }) => (
  <div className="grid w-316 max-w-full grid-cols-[52px_minmax(0,1fr)] gap-x-10 rounded-5 border border-line bg-theirs p-8 leading-[18px]">
    <p className="col-span-2 mb-4 flex justify-between gap-8 text-12 text-ink-3">
      <span className="inline-flex min-w-0 items-center gap-4">{head}</span>
      <span className="shrink-0">{note}</span>
    </p>
    {children}
  </div>
);

export const ProductCard = ({
  product,
  name,
  price,
  shop,
}: {
  product: string;
  name: string;
  price: number;
  shop: ShopBody | null;
}) => {
  const { t } = useTranslation('desk');
  const knownProduct = shop?.products.find((candidate) => candidate.id === product);
  const stock = knownProduct?.stock ?? null;
  const skus = knownProduct?.skus ?? [];
  return (
    <Card
      head={
        <>
          <ShoppingBag size={14} aria-hidden="true" />
          {t('card.product')}
        </>
      }
      note={stock === null ? null : t('card.stock', { n: stock })}
    >
      <Picture src={knownProduct?.picture ?? null} alt={name} />
      <span className="min-w-0">
        <span lang="zh-CN" className="cut block leading-[20px] max-pane:leading-[22px]">
          {name}
        </span>
        <span className="cut block text-12 text-ink-3">
          {skus.length > 1 ? t('card.skus', { n: skus.length }) : (skus[0] ?? t('card.noSku'))}
        </span>
        <b>{money(price)}</b>
      </span>
    </Card>
  );
};

const OrderCard = ({ order, shop }: { order: WireOrder | null; shop: ShopBody | null }) => {
  const { t } = useTranslation('desk');
  if (order === null)
    return <p className="rounded-5 border border-line bg-theirs px-10 py-4 text-ink-3">{t('card.order')}</p>;
  const [first] = order.items;
  const count = order.items.reduce((sum, item) => sum + item.qty, 0);
  const picture = shop?.products.find((product) => product.id === first?.product)?.picture ?? null;
  return (
    <Card
      head={
        <>
          <Package size={14} aria-hidden="true" />
          <span className="cut">{t('card.orderNo', { no: order.no })}</span>
        </>
      }
      note={t(`order.status.${order.status}`)}
    >
      <Picture src={picture} alt={first?.name ?? ''} />
      <span className="min-w-0">
        <span lang="zh-CN" className="cut block leading-[20px] max-pane:leading-[22px]">
          {first?.name}
        </span>
        <span className="cut block text-12 text-ink-3">{clauses([first?.sku, t('card.count', { n: count })])}</span>
        <b>{t(`card.sum.${orderSum(order)}`, { money: money(order.total) })}</b>
      </span>
    </Card>
  );
};
