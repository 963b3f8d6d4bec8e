import { useEffect, useState } from 'react';

const TICK_MS = 1_000;

/** The server's time by now, a second fine; `heard`: what it said last. */
export const useServerNow = (heard: number): number => {
  const [at] = useState(() => ({ heard: 0, since: 0 }));
  if (at.heard !== heard) {
    at.heard = heard;
    at.since = performance.now();
  }
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return heard + Math.max(0, performance.now() - at.since);
};
