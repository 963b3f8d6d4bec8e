import { useEffect, useState } from 'react';

/**
 * Seconds since 开始, a tenth at a time; null before it. A clock set back gives none back: what was counted here stays.
 */
export const useAnswerClock = (startedAt: number | null, isRunning: boolean): number | null => {
  const [seconds, setSeconds] = useState(() => elapsed(startedAt));
  useEffect(() => {
    setSeconds(elapsed(startedAt));
    if (startedAt === null || !isRunning) return;
    const timer = setInterval(() => setSeconds((before) => Math.max(before, elapsed(startedAt))), 250);
    return () => clearInterval(timer);
  }, [startedAt, isRunning]);
  return startedAt === null ? null : seconds;
};

const elapsed = (startedAt: number | null): number =>
  startedAt === null ? 0 : Math.max(0, (Date.now() - startedAt) / 1000);
