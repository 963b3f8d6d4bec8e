import { useSyncExternalStore } from 'react';

const list = () => window.matchMedia('(min-width: 1400px)');

/** Whether there is room for a desk beside the wall; in a narrower window the desk covers it. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = list();
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => list().matches,
  );
