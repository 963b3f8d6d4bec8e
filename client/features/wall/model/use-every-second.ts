import { useEffect, useState } from 'react';

/** A number made from monotonic time, once a second: for what goes on while the wall's own clock stands. */
export const useEverySecond = (read: (now: number) => number): number => {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return read(now);
};
