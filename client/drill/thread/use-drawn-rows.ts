import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Rows of a thread that are drawn at once: more than any lesson's customer says, so that nobody sees the difference. */
export const DRAWN_ROWS = 120;
/** How many more are drawn when the reader comes near the first, and how many leave at once at the other end. */
const MORE_ROWS = 40;
const NEAR_TOP_PX = 600;

/**
 * The index of the first row to draw. A day's talk has hundreds of rows, and each keystroke's frame would go through all
 * of them. At the end of the thread the latest are drawn; who scrolls up gets earlier ones before they come to the
 * first, at their place: what they read doesn't move. `isAway`: the reader isn't at the end. `wanted`: a row that must be
 * drawn, by its index.
 */
export const useFirstDrawnRow = (
  rowCount: number,
  scroll: RefObject<HTMLElement | null>,
  isAway: boolean,
  wanted: number | null = null,
): { first: number; isLookingBack: boolean } => {
  const latest = Math.max(0, Math.ceil((rowCount - DRAWN_ROWS) / MORE_ROWS) * MORE_ROWS);
  const [first, setFirst] = useState(latest);
  const target = wanted === null ? latest : Math.min(latest, wanted);
  if (isAway ? first > target && wanted !== null : first !== target) setFirst(target);
  /** Pixels between what the reader sees first and the end of the thread, to be kept when rows come above. */
  const toEndPx = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `first` is when rows have come
  useLayoutEffect(() => {
    const area = scroll.current;
    if (area === null || toEndPx.current === null) return;
    area.scrollTop = area.scrollHeight - toEndPx.current;
    toEndPx.current = null;
  }, [first, scroll]);
  useEffect(() => {
    const area = scroll.current;
    if (area === null || first === 0 || !isAway) return;
    const drawMore = () => {
      if (area.scrollTop > NEAR_TOP_PX) return;
      toEndPx.current = area.scrollHeight - area.scrollTop;
      setFirst(Math.max(0, first - MORE_ROWS));
    };
    drawMore();
    area.addEventListener('scroll', drawMore, { passive: true });
    return () => area.removeEventListener('scroll', drawMore);
  }, [first, isAway, scroll]);
  return { first, isLookingBack: first < latest };
};
