import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { OrderBlock } from '#client/drill/shop/order-block.tsx';
import { openForm } from '#client/features/desk/model/desk-ui.ts';
import { useOverWords } from '#client/features/desk/model/use-action-block.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { LANGUAGE } from '#client/lib/language.ts';
import { later } from '#client/lib/later.tsx';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireOrder } from '#contract/wire-events.ts';

const CustomerHistory = later(() =>
  import('#client/drill/shop/customer-history.tsx').then((module) => module.CustomerHistory),
);

type Props = { conversation: ConversationView | null; shop: ShopBody | null };

export const OrdersPanel = ({ conversation, shop }: Props) => {
  const { t } = useTranslation('desk');
  const over = useOverWords(conversation);
  if (conversation === null) return <EmptyState title={t('side.noCustomer')} text={t('side.noCustomerText')} />;
  const hasBought = conversation.isRegular || conversation.earlierContacts.length > 0;
  return (
    <>
      {conversation.orders.length === 0 ? (
        <EmptyState
          className="items-start! px-14! py-14! text-left!"
          title={t('order.empty')}
          text={t(hasBought ? 'order.emptyKnown' : 'order.emptyText')}
        />
      ) : null}
      {conversation.orders.map((order) => (
        <OrderBlock key={order.id} order={order} shop={shop} buyer={conversation.name}>
          <OrderActions order={order} shop={shop} over={over} />
        </OrderBlock>
      ))}
      <CustomerHistory conversation={conversation} />
    </>
  );
};

/** So many buttons have room in a row of the panel, also on a phone. */
const MOST_IN_ROW = 4;

/** Rows about as long as each other: none of them is a single button (RULES X64). */
export const columnsFor = (count: number): number => Math.ceil(count / Math.max(1, Math.ceil(count / MOST_IN_ROW)));

type OrderActionsProps = { order: WireOrder; shop: ShopBody | null; over: string | null };

const OrderActions = ({ order, shop, over }: OrderActionsProps) => {
  const actions =
    shop?.actions.filter((action) => !action.sends && action.fields.some((field) => field.kind === 'order')) ?? [];
  const shown = actions.filter(({ group }) => group === actions[0]?.group);
  return (
    // English names differ too much in length for columns.
    <div
      className={cx('mt-10 gap-4', LANGUAGE === 'zh' ? 'grid' : 'flex flex-wrap')}
      style={{ gridTemplateColumns: `repeat(${columnsFor(shown.length)}, 1fr)` }}
    >
      {shown.map((action) => (
        <Button
          key={action.id}
          size="s"
          className={LANGUAGE === 'zh' ? 'min-w-0 px-4' : undefined}
          disabled={over !== null}
          title={over ?? undefined}
          onClick={() => openForm(action.id, { order: order.id })}
        >
          {action.title}
        </Button>
      ))}
    </div>
  );
};
