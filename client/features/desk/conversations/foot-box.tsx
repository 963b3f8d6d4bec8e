import type { ReactNode } from 'react';

type Props = { title: string; text: string; children: ReactNode };

/** A box in the composer's place: what begins or is over, and the next step. */
export const FootBox = ({ title, text, children }: Props) => (
  <section
    aria-label={title}
    className="flex shrink-0 flex-wrap items-center gap-x-16 gap-y-8 border-line border-t bg-surface px-16 py-16 max-pane:px-12 max-pane:py-12"
  >
    <div role="status" className="min-w-0 flex-1">
      <h2 className="font-semibold text-15">{title}</h2>
      <p className="text-balance text-ink-2">{text}</p>
    </div>
    {children}
  </section>
);
