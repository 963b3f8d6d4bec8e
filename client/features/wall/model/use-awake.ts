import { useEffect, useState } from 'react';

/**
 * Keeps this screen on for as long as the page is in front. False where the browser gives no such thing (plain http
 * on a LAN address): then somebody has to be told.
 */
export const useAwake = (): boolean => {
  const [able, setAble] = useState(() => 'wakeLock' in navigator);
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let gone = false;
    const take = async () => {
      if (document.visibilityState !== 'visible') return;
      try {
        lock = await navigator.wakeLock.request('screen');
        setAble(true);
        if (gone) await lock.release();
      } catch {
        // Refused by a policy or an empty battery: say so instead.
        setAble(false);
      }
    };
    void take();
    document.addEventListener('visibilitychange', take);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', take);
      void lock?.release().catch(() => {});
    };
  }, []);
  return able;
};
