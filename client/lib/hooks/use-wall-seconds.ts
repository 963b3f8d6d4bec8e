import { useEffect, useState } from 'react';

/** Seconds between a moment and now by the browser's own clock, for times that the drill's clock doesn't know. */
export const useWallSeconds = (secondsAt: (now: number) => number): number => {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, secondsAt(now));
};
