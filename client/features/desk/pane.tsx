import type { ReactNode } from 'react';

/**
 * One of the desk's panes. What happens in it lays out nothing outside it: contained, and no item of a grid or flex box
 * itself, or a browser would begin at the document with each letter.
 */
export const Pane = ({ children }: { children: ReactNode }) => (
  <div className="relative min-h-0 min-w-0 flex-1">
    <div className="absolute inset-0 flex flex-col contain-strict">{children}</div>
  </div>
);
