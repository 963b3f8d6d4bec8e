import type { ThreadRow } from '#client/drill/model/thread-rows.ts';
import { PlaceWords } from './place-words.tsx';
import { RowFrame } from './row-frame.tsx';

/** A line across the thread: from here on others read along, or nobody does any more. */
export const PlaceRow = ({ row }: { row: Extract<ThreadRow, { kind: 'place' }> }) => (
  <RowFrame bracket={row.bracket} at={null}>
    <p className="flex items-center gap-12 pt-16 pb-4 text-12 text-ink-2 before:h-1 before:min-w-12 before:flex-1 before:bg-line-2 after:h-1 after:min-w-12 after:flex-1 after:bg-line-2">
      <PlaceWords place={row.item.place} />
    </p>
  </RowFrame>
);
