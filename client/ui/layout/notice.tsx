import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '#client/ui/cx.ts';

const TONES = {
  info: { look: 'bg-tint text-accent', Icon: Info },
  warn: { look: 'bg-warn-tint text-warn', Icon: TriangleAlert },
  bad: { look: 'bg-bad-tint text-bad', Icon: CircleAlert },
} as const;

type Props = {
  tone?: keyof typeof TONES;
  icon?: ReactNode;
  action?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** A strip above what it speaks of; it never covers the customer's words. */
export const Notice = ({ tone = 'info', icon, action, className, children }: Props) => {
  const { look, Icon } = TONES[tone];
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cx('flex items-center gap-8 px-12 py-7', look, className)}
    >
      {icon ?? <Icon size={16} className="shrink-0" aria-hidden="true" />}
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
};
