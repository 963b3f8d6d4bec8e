/** What every row of a thread gets from its conversation. */
import type { ReactNode } from 'react';
import type { RoundBracket } from '#client/drill/model/thread-rows.ts';
import type { ShopBody } from '#contract/bodies.ts';
import type { WireOrder } from '#contract/wire-events.ts';
import { Gutter } from './gutter.tsx';

export type RowContext = { shop: ShopBody | null; orders: readonly WireOrder[] };

/** Gutter and content side by side; on a phone the content alone. */
export const RowFrame = ({
  bracket,
  at,
  children,
}: {
  bracket: RoundBracket | null;
  at: number | null;
  children: ReactNode;
}) => (
  <div className="grid grid-cols-[86px_minmax(0,1fr)] max-pane:grid-cols-1 max-pane:px-12">
    <Gutter bracket={bracket} at={at} />
    {children}
  </div>
);
