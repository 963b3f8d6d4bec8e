import type { ReactNode } from 'react';
import { cx } from '#client/ui/cx.ts';

type Props = {
  label: string;
  value: ReactNode;
  unit?: string;
  target?: string;
  best?: string;
  title?: string;
  tone?: 'good' | 'warn' | 'bad';
  className?: string;
};
const TONES = { good: 'text-good', warn: 'text-warn', bad: 'text-bad' } as const;

/** One number of a strip: its name above, with what would be best; unit and target small behind it. */
export const Figure = ({ label, value, unit, target, best, title, tone, className }: Props) => (
  <div
    title={title}
    className={cx(
      'flex flex-col justify-center whitespace-nowrap border-line border-r px-16 max-wide:px-12',
      className,
    )}
  >
    <span className="text-12 text-ink-3 leading-[16px] max-pane:whitespace-normal">
      {label}
      {best === undefined ? null : <small className="ml-8 text-12">{best}</small>}
    </span>
    <span className="font-semibold text-15 leading-[20px]">
      <span className={tone === undefined ? undefined : TONES[tone]}>{value}</span>
      {unit === undefined ? null : <small className="ml-3 font-normal text-12 text-ink-3">{unit}</small>}
      {target === undefined ? null : <small className="ml-8 font-normal text-12 text-ink-3">{target}</small>}
    </span>
  </div>
);
