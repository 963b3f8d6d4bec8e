import { useSyncExternalStore } from 'react';

const list = () => window.matchMedia('(min-width: 1400px)');

/** Room for a desk beside the wall; below it the desk lies over it. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const media = list();
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => list().matches,
  );
