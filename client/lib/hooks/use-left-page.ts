import { useEffect, useRef } from 'react';

/** Calls `onLeft` each time the page is hidden: another tab, another program, a locked phone. Null: nobody counts. */
export const useLeftPage = (onLeft: (() => void) | null): void => {
  const latest = useRef(onLeft);
  latest.current = onLeft;
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState === 'hidden') latest.current?.();
    };
    document.addEventListener('visibilitychange', tell);
    return () => document.removeEventListener('visibilitychange', tell);
  }, []);
};
