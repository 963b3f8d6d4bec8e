import type { ReactNode } from 'react';
import { cx } from '#client/ui/cx.ts';

/** A white area with a line around it; on a phone it runs from edge to edge. */
export const Panel = ({ className, children }: { className?: string; children: ReactNode }) => (
  <div className={cx('border border-line bg-surface max-pane:-mx-14 max-pane:border-x-0', className)}>{children}</div>
);
