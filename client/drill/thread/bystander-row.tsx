import type { ThreadRow } from '#client/drill/model/thread-parts.ts';
import { BubbleView } from './bubble.tsx';
import { BystanderName } from './bystander-name.tsx';
import { type RowContext, RowFrame } from './row-frame.tsx';

type Row = Extract<ThreadRow, { kind: 'bystander' }>;

/** On the customer's side, under a name of their own and in a broken line; no time beside it, for nobody waits here. */
export const BystanderRow = ({ row, shop, orders }: { row: Row } & RowContext) => (
  <RowFrame rail={row.rail} at={null}>
    <div className="flex min-w-0 flex-col items-start pt-8 pl-4 max-pane:pl-0">
      <BystanderName name={row.item.name} />
      <BubbleView bubble={{ kind: 'text', text: row.item.text }} shop={shop} orders={orders} side="bystander" />
    </div>
  </RowFrame>
);
