import type { ReactNode } from 'react';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { DisputeItem } from './dispute-items.ts';

/** `children`: what may be done about the one that waits. */
type Props = { items: readonly DisputeItem[]; waits: string; children?: ReactNode };

/** Appeals in their own words, oldest first, and how each ended or that it waits. */
export const DisputeBox = ({ items, waits, children }: Props) => (
  <ul className="mt-8 grid gap-8 rounded-6 bg-sunken px-12 py-8 wrap-anywhere">
    {items.map(({ appealed, ended }, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two appeals may read alike, and nothing moves
      <li key={place}>
        {appealed === null ? null : <p className="whitespace-pre-line">{appealed}</p>}
        {ended === null ? (
          <div className="flex flex-wrap items-center gap-x-8">
            <Tag tone="accent">{waits}</Tag>
            {children}
          </div>
        ) : (
          <p className="whitespace-pre-line">{ended}</p>
        )}
      </li>
    ))}
  </ul>
);
