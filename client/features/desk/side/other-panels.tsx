import type { ConversationView } from '#client/drill/model/drill-view.ts';
import type { SideTab } from '#client/features/desk/model/desk-ui.ts';
import type { ShopBody } from '#contract/bodies.ts';
import { ActionsPanel } from './actions-panel.tsx';
import { PoliciesPanel } from './policies-panel.tsx';
import { ProductsPanel } from './products-panel.tsx';

type Props = { tab: Exclude<SideTab, 'orders'>; conversation: ConversationView | null; shop: ShopBody | null };

/** What lies behind the orders. */
export const OtherPanels = ({ tab, conversation, shop }: Props) => {
  if (tab === 'actions') return <ActionsPanel conversation={conversation} shop={shop} />;
  const key = conversation?.key ?? null;
  return tab === 'products' ? (
    <ProductsPanel conversation={key} shop={shop} />
  ) : (
    <PoliciesPanel conversation={key} shop={shop} />
  );
};
