import { useEffect, useRef } from 'react';
import type { Loaded } from '#client/lib/hooks/use-load.ts';

const EVERY_MS = 2000;
/**
 * In milliseconds, longer than a request may take. An answer that never comes changes nothing, so it can't start the
 * next round.
 */
const LOST_MS = 12_000;

/** While `on`, asks again two seconds after each answer; never while a request is under way, which would start that one over. */
export const usePolling = <T>(on: boolean, loaded: Loaded<T>, refresh: () => void): void => {
  // biome-ignore lint/correctness/useExhaustiveDependencies: every answer is a new object and starts the next wait
  useEffect(() => {
    if (!on) return;
    let timer = setTimeout(function ask() {
      refresh();
      timer = setTimeout(ask, LOST_MS);
    }, EVERY_MS);
    return () => clearTimeout(timer);
  }, [on, loaded, refresh]);
};

/** Asks again when `state` has changed since the page was opened. */
export const useRefreshOn = (state: string, refresh: () => void): void => {
  const before = useRef(state);
  useEffect(() => {
    if (before.current === state) return;
    before.current = state;
    refresh();
  }, [state, refresh]);
};
