import { useEffect, useState } from 'react';

/**
 * Keeps this screen on while `isWanted` and the page is in front. False where the browser can't (plain http on a LAN
 * address): then the page says so.
 */
export const useWakeLock = (isWanted: boolean): boolean => {
  const [isAble, setIsAble] = useState(() => 'wakeLock' in navigator);
  useEffect(() => {
    if (!isWanted || !('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isReleased = false;
    const take = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        lock = await navigator.wakeLock.request('screen');
        setIsAble(true);
        if (isReleased) await lock.release();
      } catch {
        // A policy or an empty battery refused it: the page then says so.
        setIsAble(false);
      }
    };
    void take();
    document.addEventListener('visibilitychange', take);
    return () => {
      isReleased = true;
      document.removeEventListener('visibilitychange', take);
      void lock?.release().catch(() => {});
    };
  }, [isWanted]);
  return isAble;
};
