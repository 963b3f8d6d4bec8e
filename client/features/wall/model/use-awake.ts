import { useEffect, useState } from 'react';

/**
 * Keeps this screen on while the page is in front. False where the browser can't (plain http on a LAN address): then
 * the page says so.
 */
export const useAwake = (): boolean => {
  const [isAble, setIsAble] = useState(() => 'wakeLock' in navigator);
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let isGone = false;
    const take = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        lock = await navigator.wakeLock.request('screen');
        setIsAble(true);
        if (isGone) await lock.release();
      } catch {
        // A policy or an empty battery refused it: the page then says so.
        setIsAble(false);
      }
    };
    void take();
    document.addEventListener('visibilitychange', take);
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', take);
      void lock?.release().catch(() => {});
    };
  }, []);
  return isAble;
};
