import type { ConversationView } from '#client/drill/model/drill-view.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';

/** The state of the customer's order in a word: most answers depend on it. */
export const OrderWord = ({ conversation }: { conversation: ConversationView }) => {
  const { t } = useTranslation('desk');
  const [first, ...otherOrders] = conversation.orders;
  if (first === undefined) return <span>{t('order.none')}</span>;
  return (
    <span>
      {t(`order.status.${first.status}`)}
      {otherOrders.length > 0 ? t('order.more', { n: otherOrders.length }) : null}
    </span>
  );
};
