import { startTransition, useCallback, useEffect, useOptimistic, useRef } from 'react';
import { useSearchParams } from 'react-router';

/**
 * The address's search, and how to change it: one place in the history however much is typed and chosen, so back leaves
 * the library and coming back finds it so. The router renders a new address when there is time; a field or a box that
 * waited for it would jump back in between, and an input method would lose its composition. So what was asked is shown
 * at once, and each change is made from the last one asked.
 */
export const useAddress = (): [URLSearchParams, (change: (now: URLSearchParams) => URLSearchParams) => void] => {
  const [search, setSearch] = useSearchParams();
  const [shown, show] = useOptimistic(search);
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  }, [shown]);
  const change = useCallback(
    (to: (now: URLSearchParams) => URLSearchParams) => {
      const next = to(latest.current);
      latest.current = next;
      startTransition(() => {
        show(next);
        setSearch(next, { replace: true, preventScrollReset: true });
      });
    },
    [show, setSearch],
  );
  return [shown, change];
};
