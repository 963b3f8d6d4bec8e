import { useCallback, useLayoutEffect, useRef } from 'react';

/** The same function at every render, which calls the latest `callback`: what is given it need not render anew. */
export const useStableCallback = <A extends readonly unknown[], R>(
  callback: (...args: A) => R,
): ((...args: A) => R) => {
  const latest = useRef(callback);
  useLayoutEffect(() => {
    latest.current = callback;
  });
  return useCallback((...args: A) => latest.current(...args), []);
};
