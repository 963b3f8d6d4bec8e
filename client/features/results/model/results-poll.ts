import { useEffect, useRef } from 'react';
import type { Loaded } from '#client/lib/hooks/use-load.ts';

const POLL_MS = 2000;
/**
 * In milliseconds, longer than a request may take. An answer that never comes changes nothing, so it can't start the
 * next round.
 */
const ANSWER_LOST_MS = 12_000;

/** While `isPolling`, asks again two seconds after each answer; never while a request is under way, which would start that one over. */
export const usePolling = <T>(isPolling: boolean, loaded: Loaded<T>, refresh: () => void): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer is a new object and starts the next wait
  useEffect(() => {
    if (!isPolling) return;
    let timer = setTimeout(function ask() {
      refresh();
      timer = setTimeout(ask, ANSWER_LOST_MS);
    }, POLL_MS);
    return () => clearTimeout(timer);
  }, [isPolling, loaded, refresh]);
};

/** Asks again when `state` has changed since the page was opened. */
export const useRefreshOn = (state: string, refresh: () => void): void => {
  const lastState = useRef(state);
  useEffect(() => {
    if (lastState.current === state) return;
    lastState.current = state;
    refresh();
  }, [state, refresh]);
};
