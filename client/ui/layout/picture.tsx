import { useState } from 'react';
import { cx } from '#client/ui/cx.ts';

type Props = {
  src: string | null;
  alt: string;
  /** Read from the last row of a room. */
  isProjected?: boolean;
};

const SIZE_CLASS = 'size-52';
const PROJECTED_SIZE_CLASS = 'size-[clamp(52px,6.5vw,124px)]';

/** The author's picture of a product; where there is none, its first characters. Never a decoration in its place. */
export const Picture = ({ src, alt, isProjected = false }: Props) => {
  const size = isProjected ? PROJECTED_SIZE_CLASS : SIZE_CLASS;
  const [isBroken, setIsBroken] = useState(false);
  if (src !== null && !isBroken)
    return (
      <img
        // Before `src`: a browser that reads it later has already begun to load.
        loading="lazy"
        decoding="async"
        src={src}
        alt={alt}
        onError={() => setIsBroken(true)}
        className={cx(size, 'shrink-0 rounded-3 bg-sunken object-cover')}
      />
    );
  return (
    <span
      aria-hidden="true"
      className={cx(size, 'grid shrink-0 place-items-center rounded-3 bg-sunken text-12 text-ink-2')}
    >
      {alt.replace(/[^\p{Script=Han}A-Za-z0-9]/gu, '').slice(0, 2)}
    </span>
  );
};
