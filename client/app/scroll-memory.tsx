import { useLayoutEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';

const scrollPositions = new Map<string, number>();

/** A new page starts at its top; back and forward return to the old scroll position. A page with a hash scrolls by itself. */
export const ScrollMemory = () => {
  const { key, hash } = useLocation();
  const navigationType = useNavigationType();

  useLayoutEffect(() => {
    history.scrollRestoration = 'manual';
    const storePosition = () => scrollPositions.set(key, window.scrollY);
    window.addEventListener('scroll', storePosition, { passive: true });
    return () => window.removeEventListener('scroll', storePosition);
  }, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per place in the history
  useLayoutEffect(() => {
    const place = scrollPositions.get(key);
    if (navigationType === 'POP') window.scrollTo(0, place ?? 0);
    else if (navigationType === 'PUSH' && hash === '') {
      window.scrollTo(0, 0);
      // A screen reader continues at the new page. Without this the focus stays on a link that no longer exists.
      document.getElementById('main')?.focus({ preventScroll: true });
    }
  }, [key]);

  return null;
};
