import { Image } from 'lucide-react';
import { useState } from 'react';
import { cx } from './cx.ts';

type Props = { src: string | null; alt: string; thumb?: boolean };

/** The author's picture; where there is none, what it would show, in words. Never a decoration in its place. */
export const Picture = ({ src, alt, thumb = false }: Props) => {
  const [broken, setBroken] = useState(false);
  const size = thumb ? 'size-52' : 'h-96 w-148';
  // Only paths on our own server are pictures; anything else is the author's name for one that was not drawn.
  if (src?.startsWith('/') === true && !broken)
    return (
      <img
        // Before `src`: a browser told too late has already begun to load.
        loading="lazy"
        decoding="async"
        src={src}
        alt={alt}
        onError={() => setBroken(true)}
        className={cx(size, 'shrink-0 rounded-3 bg-sunken object-cover', !thumb && 'border border-line')}
      />
    );
  if (thumb)
    return (
      <span
        aria-hidden="true"
        className={cx(size, 'grid shrink-0 place-items-center rounded-3 bg-sunken text-12 text-ink-2')}
      >
        {alt.replace(/[^\p{Script=Han}A-Za-z0-9]/gu, '').slice(0, 2)}
      </span>
    );
  return (
    <span className="flex max-w-[68%] items-start gap-8 rounded-5 border border-line bg-sunken px-10 py-8 text-ink-2 max-pane:max-w-[82%]">
      <Image size={16} className="mt-2 shrink-0" aria-hidden="true" />
      <span>{alt}</span>
    </span>
  );
};
