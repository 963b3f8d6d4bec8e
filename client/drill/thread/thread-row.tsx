import { memo } from 'react';
import { type RoundBracket, rowHolds, type ThreadRow } from '#client/drill/model/thread-rows.ts';
import { useShopThen } from '#client/drill/shop/shop-then.ts';
import { BubbleView } from './bubble.tsx';
import { BystanderRow } from './bystander-row.tsx';
import { NoteRow } from './note-row.tsx';
import { PlaceRow } from './place-row.tsx';
import { ReplyRow } from './reply-row.tsx';
import { type RowContext, RowFrame } from './row-frame.tsx';

const isSameBracket = (a: RoundBracket | null, b: RoundBracket | null): boolean =>
  a?.round === b?.round && a?.part === b?.part;
const isSameContent = (a: ThreadRow, b: ThreadRow): boolean =>
  a.kind === 'burst' && b.kind === 'burst'
    ? a.items.length === b.items.length
    : a.kind !== 'burst' && b.kind !== 'burst' && a.item === b.item;

/** The found message in this row; null: it is in another. */
const holdsFound = ({ row, foundSeq }: { row: ThreadRow; foundSeq: number | null }): number | null =>
  foundSeq !== null && rowHolds(row, foundSeq) ? foundSeq : null;

/** Every event makes new row objects; the comparison lets only rows that changed render again. */
export const ThreadRowView = memo(
  ({ row, shop: shopNow, orders, foundSeq }: { row: ThreadRow; foundSeq: number | null } & RowContext) => {
    const shopThen = useShopThen(shopNow);
    const shop = shopThen(row.at);
    if (row.kind === 'reply')
      return <ReplyRow row={row} shop={shop} orders={orders} isFound={row.item.seq === foundSeq} />;
    if (row.kind === 'bystander')
      return <BystanderRow row={row} shop={shop} orders={orders} isFound={row.item.seq === foundSeq} />;
    if (row.kind === 'place') return <PlaceRow row={row} />;
    if (row.kind === 'note') return <NoteRow row={row} shop={shop} />;
    return (
      <RowFrame bracket={row.bracket} at={row.at}>
        <div className="flex min-h-54 min-w-0 flex-col items-start gap-3 pt-12 pl-4 max-pane:min-h-0 max-pane:pl-0">
          {row.items.map((item) => (
            <BubbleView
              key={item.id}
              bubble={item.bubble}
              shop={shopThen(item.at)}
              orders={item.orders ?? orders}
              isFound={item.seq === foundSeq}
            />
          ))}
        </div>
      </RowFrame>
    );
  },
  (a, b) =>
    isSameContent(a.row, b.row) &&
    isSameBracket(a.row.bracket, b.row.bracket) &&
    holdsFound(a) === holdsFound(b) &&
    a.shop === b.shop &&
    a.orders === b.orders,
);
ThreadRowView.displayName = 'ThreadRowView';
