import { useShop } from '#client/drill/model/drill-shops.ts';
import type { ConversationView, DrillView } from '#client/drill/model/drill-view.ts';
import { Tag } from '#client/ui/layout/tag.tsx';

/** The shop a desk began with: that of its first customer. */
export const homeShop = ({ order, conversations }: Pick<DrillView, 'order' | 'conversations'>): string | null =>
  conversations[order[0] ?? '']?.shop ?? null;

type Props = { conversation: ConversationView; home: string | null; drillId: string | null };

/** Whose customer this is, where it isn't the desk's own shop: goods, cards and quick replies are that shop's then. */
export const OtherShop = ({ conversation: { shop }, home, drillId }: Props) => {
  const other = home === null || shop === home ? null : shop;
  const name = useShop(other, drillId)?.name ?? null;
  return name === null ? null : (
    <Tag tone="line" className="min-w-0 shrink!">
      <span className="cut" title={name}>
        {name}
      </span>
    </Tag>
  );
};
