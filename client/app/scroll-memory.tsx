import { useLayoutEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';

const places = new Map<string, number>();

/** A new page starts at its top; back and forward return to the old scroll position. A page with a hash scrolls by itself. */
export const ScrollMemory = () => {
  const { key, hash } = useLocation();
  const how = useNavigationType();

  useLayoutEffect(() => {
    history.scrollRestoration = 'manual';
    const keep = () => places.set(key, window.scrollY);
    window.addEventListener('scroll', keep, { passive: true });
    return () => window.removeEventListener('scroll', keep);
  }, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once per place in the history
  useLayoutEffect(() => {
    const place = places.get(key);
    if (how === 'POP') window.scrollTo(0, place ?? 0);
    else if (how === 'PUSH' && hash === '') {
      window.scrollTo(0, 0);
      // A screen reader continues at the new page. Without this the focus stays on a link that no longer exists.
      document.getElementById('main')?.focus({ preventScroll: true });
    }
  }, [key]);

  return null;
};
