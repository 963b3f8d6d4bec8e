import type { ReactNode } from 'react';
import { cx } from '#client/ui/cx.ts';

type Props = {
  id?: string;
  title: string;
  /** Quiet text right after the heading. */
  note?: ReactNode;
  /** A control at the far end. */
  aside?: ReactNode;
  /** The first of its column: no space above. */
  isFirst?: boolean;
};

/** The heading of a section, always an h2. */
export const SectionHeader = ({ id, title, note, aside, isFirst = false }: Props) => (
  <div
    className={cx(
      !isFirst && 'mt-28 print:mt-18',
      'mb-8 flex flex-wrap items-baseline gap-x-10 gap-y-4 print:break-after-avoid',
    )}
  >
    <h2 id={id} className="font-semibold text-15">
      {title}
    </h2>
    {note === undefined ? null : <span className="text-12 text-ink-3">{note}</span>}
    {aside === undefined ? null : <div className="ml-auto">{aside}</div>}
  </div>
);
