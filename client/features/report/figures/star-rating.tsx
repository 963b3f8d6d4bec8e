import { useId } from 'react';
import { shownValue } from '#client/features/report/model/shown-value.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { Star } from '#contract/report-figures.ts';

const STAR_SIZE_PX = 20;
const STAR_GAP_PX = 4;
/** Five points in a box of 20. */
const PATH = 'M10 1.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8L1.6 7.7l5.8-.8z';

/** Stars to the nearest half. The outline is always drawn, so that paper and greyscale show it. */
const Stars = ({ stars, maxStars }: { stars: number; maxStars: number }) => {
  const { t } = useTranslation('report');
  const id = useId();
  const offsets = Array.from({ length: maxStars }, (_, index) => index * (STAR_SIZE_PX + STAR_GAP_PX));
  const width = maxStars * (STAR_SIZE_PX + STAR_GAP_PX) - STAR_GAP_PX;
  const wholeStars = Math.floor(stars);
  return (
    <svg
      viewBox={`0 0 ${width} ${STAR_SIZE_PX}`}
      width={width}
      height={STAR_SIZE_PX}
      role="img"
      aria-label={t('star.label', { stars, of: maxStars })}
      className="shrink-0"
    >
      <clipPath id={id}>
        <rect
          width={wholeStars * (STAR_SIZE_PX + STAR_GAP_PX) + (stars - wholeStars) * STAR_SIZE_PX}
          height={STAR_SIZE_PX}
        />
      </clipPath>
      {offsets.map((x) => (
        <path key={x} d={PATH} transform={`translate(${x} 0)`} className="fill-surface stroke-edge" />
      ))}
      <g clipPath={`url(#${id})`}>
        {offsets.map((x) => (
          <path key={x} d={PATH} transform={`translate(${x} 0)`} className="fill-warn-solid stroke-warn-solid" />
        ))}
      </g>
    </svg>
  );
};

/** 星级 with the figure that holds it down, then each figure it is made of, and whose lines they are. */
export const StarRating = ({ star }: { star: Star }) => {
  const { t } = useTranslation('report');
  return (
    <div className="border-line border-b px-14 py-12 print:break-inside-avoid">
      <div className="flex flex-wrap items-center gap-x-12 gap-y-4">
        <Stars stars={star.stars} maxStars={star.of} />
        <b className="text-15">{t('star.stars', { stars: star.stars })}</b>
        <span>{star.why}</span>
      </div>
      <ul className="mt-8 flex flex-wrap gap-x-20 gap-y-4 text-12 text-ink-2 max-pane:flex-col">
        {star.figures.map((starFigure) => (
          <li key={starFigure.measure} className="flex gap-6 max-pane:justify-between">
            <span>{starFigure.name}</span>
            <span>
              {starFigure.stars === null
                ? t('star.none')
                : t('star.figure', { value: shownValue(starFigure.value, starFigure.unit), stars: starFigure.stars })}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-6 text-12 text-ink-3">{t('star.source', { source: star.source, date: star.date })}</p>
    </div>
  );
};
