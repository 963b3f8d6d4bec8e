import { CustomerHistory } from '#client/drill/shop/customer-history.tsx';
import { OrderBlock } from '#client/drill/shop/order-block.tsx';
import { ShopNoticeList } from '#client/drill/shop/shop-notice-list.tsx';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { ScrollArea } from '#client/ui/controls/scroll-area.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import { useReplay } from './replay-store.ts';

/** Orders at the moment shown, and the shop's announcements up to it. */
export const ReplaySide = ({ shop }: { shop: ShopBody | null }) => {
  const { t } = useTranslation('replay');
  const notices = useReplay((state) => state.view.notices);
  const conversation = useReplay((state) =>
    state.shownKey === null ? undefined : state.view.conversations[state.shownKey],
  );
  return (
    <aside aria-label={t('side.label')} className="flex min-h-0 min-w-0 flex-col border-line border-l bg-surface">
      <h2 className="flex h-40 shrink-0 items-center border-line border-b px-14 font-semibold">{t('side.orders')}</h2>
      <ScrollArea label={t('side.label')} className="min-h-0 flex-1">
        <ShopNoticeList notices={notices} />
        {conversation === undefined || conversation.orders.length === 0 ? <EmptyState title={t('side.none')} /> : null}
        {conversation?.orders.map((order) => (
          <OrderBlock key={order.id} order={order} shop={shop} />
        ))}
        {conversation === undefined ? null : <CustomerHistory conversation={conversation} />}
      </ScrollArea>
    </aside>
  );
};
