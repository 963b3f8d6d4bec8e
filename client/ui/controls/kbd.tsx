import type { ReactNode } from 'react';
import { cx } from '#client/ui/cx.ts';

export const Kbd = ({ className, children }: { className?: string; children: ReactNode }) => (
  <kbd
    className={cx(
      'inline-flex h-18 min-w-18 items-center justify-center whitespace-nowrap rounded-3 border border-line-2 bg-surface px-4 font-sans text-11 text-ink-2',
      className,
    )}
  >
    {children}
  </kbd>
);
