import { useEffect } from 'react';

/** Loads again every `everyMs` milliseconds while the tab is seen; null: not at all. `refresh`: as `useLoad` gives it. */
export const useRefreshEvery = (everyMs: number | null, refresh: () => void): void => {
  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') refresh();
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, refresh]);
};
