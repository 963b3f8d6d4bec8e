import { useId } from 'react';
import { cx } from '#client/ui/cx.ts';

/** Told apart without colour too: pale, even, hatched, dark, striped upright; an outline for what isn't known. */
export type StackLook = 'pale' | 'even' | 'hatched' | 'striped' | 'dark' | 'outline';

const FILLS: Record<Exclude<StackLook, 'hatched' | 'striped'>, string> = {
  pale: 'fill-a1',
  even: 'fill-a3',
  dark: 'fill-a4',
  outline: 'fill-surface stroke-edge [stroke-dasharray:3_2]',
};

type Props = {
  /** Shares of the whole width, 0–1 each and together. */
  parts: readonly { id: string; share: number; look: StackLook }[];
  isThin?: boolean;
};

/** Parts of a whole, side by side. The figures stand beside it, so the bar itself is silent. Drawn, so that paper keeps it. */
export const StackedBar = ({ parts, isThin = false }: Props) => {
  const id = useId();
  let from = 0;
  return (
    <svg width="100%" aria-hidden="true" className={cx('block overflow-visible', isThin ? 'h-6' : 'my-3 h-14')}>
      <Patterns id={id} />
      {parts.map(({ id: part, share, look }) => {
        const x = from;
        from += share;
        return (
          <rect
            key={part}
            x={`${x * 100}%`}
            width={`${share * 100}%`}
            height="100%"
            {...(isPattern(look) ? { fill: `url(#${id}${look})` } : {})}
            className={cx('stroke-surface forced-colors:stroke-ink', !isPattern(look) && FILLS[look])}
          />
        );
      })}
    </svg>
  );
};

/** The same look as a small square, for a legend or a head. */
export const StackKey = ({ look }: { look: StackLook }) => {
  const id = useId();
  return (
    <svg width="12" height="12" aria-hidden="true" className="mr-5 inline-block align-[-1px] forced-colors:border">
      <Patterns id={id} />
      <rect
        x="0.5"
        y="0.5"
        width="11"
        height="11"
        {...(isPattern(look) ? { fill: `url(#${id}${look})` } : { className: FILLS[look] })}
      />
    </svg>
  );
};

const isPattern = (look: StackLook): look is 'hatched' | 'striped' => look === 'hatched' || look === 'striped';

const Patterns = ({ id }: { id: string }) => (
  <defs>
    <pattern id={`${id}hatched`} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" className="fill-surface" />
      <rect width="5" height="5" className="fill-a2 opacity-60" />
      <rect width="3" height="5" className="fill-a2" />
    </pattern>
    <pattern id={`${id}striped`} width="3" height="3" patternUnits="userSpaceOnUse">
      <rect width="3" height="3" className="fill-surface" />
      <rect width="1" height="3" className="fill-edge" />
    </pattern>
  </defs>
);
