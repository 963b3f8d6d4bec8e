import { useEffect } from 'react';
import { useLocation } from 'react-router';

/** Goes to the row or the place that the address names, also when it was reached by a link and not by loading. */
export const useRowOfAddress = (): void => {
  const { key, hash } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same link again goes there again
  useEffect(() => {
    const row = hash === '' ? null : document.getElementById(decodeURIComponent(hash.slice(1)));
    row?.scrollIntoView({ block: 'start' });
    row?.focus({ preventScroll: true });
  }, [key, hash]);
};
