import { cx } from '#client/ui/cx.ts';

/** A share of a whole, 0–1. Screen readers skip the bar, since the number stands beside it. */
export const Bar = ({ share, isLow = false, className }: { share: number; isLow?: boolean; className?: string }) => (
  <svg
    viewBox="0 0 100 6"
    preserveAspectRatio="none"
    aria-hidden="true"
    className={cx('block h-6 w-full rounded-[1px] border-0 bg-sunken forced-colors:border', className)}
  >
    <rect
      width={Math.max(0, Math.min(1, share)) * 100}
      height="6"
      className={isLow ? 'fill-bad-solid' : 'fill-accent-solid'}
    />
  </svg>
);
