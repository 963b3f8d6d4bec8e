import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '#client/ui/cx.ts';

type Props = {
  title: string;
  /** What comes next and when; for an error what is safe, what to do, a code. */
  text?: ReactNode;
  /** One at most. */
  action?: ReactNode;
  isError?: boolean;
  className?: string;
};

export const EmptyState = ({ title, text, action, isError = false, className }: Props) => (
  <div
    role={isError ? 'alert' : undefined}
    className={cx('flex flex-col items-center justify-center gap-4 px-20 py-28 text-center', className)}
  >
    <p className={cx('flex items-center gap-6 font-semibold', isError && 'text-bad')}>
      {isError ? <CircleAlert size={14} aria-hidden="true" /> : null}
      {title}
    </p>
    {text === undefined ? null : <p className="max-w-[420px] text-ink-2">{text}</p>}
    {action === undefined ? null : <div className="mt-6">{action}</div>}
  </div>
);
