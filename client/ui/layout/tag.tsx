import type { ReactNode } from 'react';
import { cx } from '#client/ui/cx.ts';

const TONES = {
  plain: 'bg-sunken text-ink-2',
  accent: 'bg-tint text-accent',
  good: 'bg-good-tint text-good',
  warn: 'bg-warn-tint text-warn',
  bad: 'bg-bad-tint text-bad',
  line: 'text-ink-2 ring-1 ring-line-2 ring-inset',
} as const;
export type TagTone = keyof typeof TONES;

export const Tag = ({
  tone = 'plain',
  className,
  children,
}: {
  tone?: TagTone;
  className?: string;
  children: ReactNode;
}) => (
  <span
    className={cx(
      'inline-flex h-18 shrink-0 items-center gap-4 whitespace-nowrap rounded-3 px-5 font-normal text-12 print:border print:border-line-2',
      TONES[tone],
      className,
    )}
  >
    {children}
  </span>
);
