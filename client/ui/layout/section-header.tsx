import type { ReactNode } from 'react';
import { cx } from '#client/ui/cx.ts';

type Props = {
  id?: string;
  title: string;
  note?: ReactNode;
  aside?: ReactNode;
  /** The first of its column: no space above. */
  flush?: boolean;
};

/** 15/22 heading of a section, a quiet note behind it, a control at the far end. */
export const SectionHead = ({ id, title, note, aside, flush = false }: Props) => (
  <div
    className={cx(
      !flush && 'mt-28 print:mt-18',
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
