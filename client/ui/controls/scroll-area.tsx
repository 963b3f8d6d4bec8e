import type { ReactNode } from 'react';
import { useOverflows } from '#client/lib/hooks/use-overflows.ts';
import { cx } from '#client/ui/cx.ts';

/** Scrolls if it must; only then does the Tab key stop at it. It is no landmark, since its section is one already. */
export const ScrollArea = ({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) => {
  const [box, overflows] = useOverflows<HTMLDivElement>();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form
    <div
      ref={box}
      role="group"
      aria-label={label}
      {...(overflows ? { tabIndex: 0 } : {})}
      // What is only read out is placed absolutely: without a box of its own it would widen the page.
      className={cx('relative overflow-auto focus-visible:-outline-offset-2', className)}
    >
      {children}
    </div>
  );
};
