import { useShop } from '#client/drill/model/drill-shops.ts';
import type { ConversationView, DrillView } from '#client/drill/model/drill-view.ts';
import { Tag } from '#client/ui/layout/tag.tsx';

/** The shop a desk began with: that of its first customer. */
export const homeShop = ({ order, conversations }: Pick<DrillView, 'order' | 'conversations'>): string | null =>
  conversations[order[0] ?? '']?.shop ?? null;

type Props = { conversation: ConversationView; home: string | null; drillId: string | null };

/** Names the customer's shop where it isn't the desk's own: goods, cards and quick replies then come from that shop. */
export const OtherShop = ({ conversation: { shop }, home, drillId }: Props) => {
  const otherShop = home === null || shop === home ? null : shop;
  const name = useShop(otherShop, drillId)?.name ?? null;
  return name === null ? null : (
    <Tag tone="line" className="min-w-0 shrink!">
      <span className="cut" title={name}>
        {name}
      </span>
    </Tag>
  );
};
