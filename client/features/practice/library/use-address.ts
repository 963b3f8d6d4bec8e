import { startTransition, useCallback, useEffect, useOptimistic, useRef } from 'react';
import { useSearchParams } from 'react-router';

/**
 * The address's search, and how to change it. Typing and choosing replace the same entry of the history, so that back
 * leaves the library and coming back finds it unchanged. The router renders a new address with a delay; a field or box
 * that waited for it would jump back in between, and an input method would lose its composition. So the requested
 * search is shown at once, and each change starts from the latest one requested.
 */
export const useAddress = (): [URLSearchParams, (change: (now: URLSearchParams) => URLSearchParams) => void] => {
  const [search, setSearch] = useSearchParams();
  const [shownSearch, setShownSearch] = useOptimistic(search);
  const latest = useRef(shownSearch);
  useEffect(() => {
    latest.current = shownSearch;
  }, [shownSearch]);
  const change = useCallback(
    (changeSearch: (now: URLSearchParams) => URLSearchParams) => {
      const next = changeSearch(latest.current);
      latest.current = next;
      startTransition(() => {
        setShownSearch(next);
        setSearch(next, { replace: true, preventScrollReset: true });
      });
    },
    [setShownSearch, setSearch],
  );
  return [shownSearch, change];
};
