import type { ThreadRow } from '#client/drill/model/thread-rows.ts';
import { BubbleView } from './bubble.tsx';
import { BystanderName } from './bystander-name.tsx';
import { type RowContext, RowFrame } from './row-frame.tsx';

type Row = Extract<ThreadRow, { kind: 'bystander' }>;

/**
 * A bystander's message, on the customer's side with its own name and a dashed border. No time beside it, since nobody
 * waits for a reply.
 */
export const BystanderRow = ({ row, shop, orders, isFound }: { row: Row; isFound: boolean } & RowContext) => (
  <RowFrame bracket={row.bracket} at={null}>
    <div className="flex min-w-0 flex-col items-start pt-8 pl-4 max-pane:pl-0">
      <BystanderName name={row.item.name} />
      <BubbleView
        bubble={{ kind: 'text', text: row.item.text }}
        shop={shop}
        orders={orders}
        side="bystander"
        isFound={isFound}
      />
    </div>
  </RowFrame>
);
