import type { ReactNode } from 'react';

/** One thing that the rush came to: its name beside it, on a phone above it. */
export const RushRow = ({ head, children }: { head: string; children: ReactNode }) => (
  <div className="grid grid-cols-[92px_minmax(0,1fr)] gap-x-12 border-line border-t px-14 py-10 max-pane:grid-cols-1 print:break-inside-avoid">
    <h3 className="text-12 text-ink-3 leading-[20px]">{head}</h3>
    <div>{children}</div>
  </div>
);
