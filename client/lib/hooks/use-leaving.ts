import { useEffect, useRef } from 'react';

/**
 * Calls the latest `store` when what holds it goes: the page is reloaded or closed, or another one of the product is
 * shown. The browser's Back and a reload take the focus from no field, so that to store as it is left isn't enough.
 */
export const useLeaving = (store: () => void): void => {
  const latest = useRef(store);
  latest.current = store;
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    const leave = () => latest.current();
    window.addEventListener('pagehide', leave);
    return () => {
      isHere.current = false;
      window.removeEventListener('pagehide', leave);
      // React's strict mode takes a component out and puts it back at once: nobody has left then.
      queueMicrotask(() => {
        if (!isHere.current) leave();
      });
    };
  }, []);
};
