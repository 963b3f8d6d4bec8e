import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

const NEAR_PX = 48;

/**
 * Keeps the end of a scroll area in sight when something is added or the area shrinks (quick replies open, a keyboard
 * comes), unless the trainee has scrolled up. `content` must change with the content.
 */
export const useStickToEnd = (content: string) => {
  const scroll = useRef<HTMLDivElement>(null);
  const isStuck = useRef(true);
  const [isAway, setIsAway] = useState(false);
  const toEnd = useCallback(() => {
    const area = scroll.current;
    if (area !== null) area.scrollTop = area.scrollHeight;
  }, []);

  /** Leaves the end for an element, which comes to the middle of the area. */
  const toElement = useCallback((element: HTMLElement) => {
    isStuck.current = false;
    element.scrollIntoView?.({ block: 'center' });
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `content` is when to look again
  useLayoutEffect(() => {
    if (isStuck.current) toEnd();
  }, [content, toEnd]);

  useEffect(() => {
    const area = scroll.current;
    if (area === null) return;
    const onScroll = () => {
      isStuck.current = area.scrollHeight - area.scrollTop - area.clientHeight < NEAR_PX;
      setIsAway(!isStuck.current);
    };
    const sizes = new ResizeObserver(() => {
      if (isStuck.current) toEnd();
    });
    sizes.observe(area);
    if (area.firstElementChild !== null) sizes.observe(area.firstElementChild);
    area.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      sizes.disconnect();
      area.removeEventListener('scroll', onScroll);
    };
  }, [toEnd]);

  return { scroll, away: isAway, toEnd, toElement };
};
