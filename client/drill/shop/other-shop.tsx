import { useShop } from '#client/drill/model/drill-shops.ts';
import type { ConversationView, DrillView } from '#client/drill/model/drill-view.ts';
import { Tag } from '#client/ui/layout/tag.tsx';

/** The shop a desk began with: that of its first customer. */
export const homeShopId = ({
  arrivalOrder,
  conversations,
}: Pick<DrillView, 'arrivalOrder' | 'conversations'>): string | null =>
  conversations[arrivalOrder[0] ?? '']?.shop ?? null;

type Props = { conversation: ConversationView; homeShopId: string | null; drillId: string | null };

/** Names the customer's shop where it isn't the desk's own: goods, cards and quick replies then come from that shop. */
export const OtherShop = ({ conversation: { shop }, homeShopId, drillId }: Props) => {
  const otherShopId = homeShopId === null || shop === homeShopId ? null : shop;
  const name = useShop(otherShopId, drillId)?.name ?? null;
  return name === null ? null : (
    <Tag tone="line" className="min-w-0 shrink!">
      <span className="cut" title={name}>
        {name}
      </span>
    </Tag>
  );
};
