import { useCallback, useEffect, useRef, useState } from 'react';
import { get, isTransport, type Trouble } from '#client/lib/api.ts';
import type { Path } from '#client/lib/endpoints.ts';

export type Loaded<T> = { state: 'loading' } | { state: 'ready'; value: T } | { state: 'failed'; error: Trouble };

/** The last good answers by path: going back shows the page at once, at its old height, while it loads again. */
const loadedValues = new Map<string, unknown>();

/** `T` is what the table of routes says of this path: one path has one type (lib/endpoints.ts). */
const cachedAnswer = <T>(path: Path<T>): Loaded<T> =>
  loadedValues.has(path) ? { state: 'ready', value: loadedValues.get(path) as T } : { state: 'loading' };

/**
 * `reload` starts over from the loading state (after a failure). `refresh` loads again and leaves the old answer on the
 * page until the new one is there (after a change). A request under way is never broken off for a refresh: a page that
 * refreshes faster than the server answers would never show an answer.
 */
export const useLoad = <T>(path: Path<T>): { loaded: Loaded<T>; reload: () => void; refresh: () => void } => {
  const [loaded, setLoaded] = useState<Loaded<T>>(() => cachedAnswer(path));
  const [requestCount, setRequestCount] = useState(0);
  const requestState = useRef<'idle' | 'once' | 'once-more'>('idle');

  // biome-ignore lint/correctness/useExhaustiveDependencies: `requestCount` asks again without changing the path
  useEffect(() => {
    const controller = new AbortController();
    setLoaded(cachedAnswer(path));
    requestState.current = 'once';
    get(path, controller.signal).then((answer) => {
      // It came for a page that was left, perhaps after all answers were forgotten.
      if (controller.signal.aborted) return;
      if (requestState.current === 'once-more') setRequestCount((count) => count + 1);
      requestState.current = 'idle';
      // When the connection is lost, an answer already on the page stays.
      if (!answer.ok && isTransport(answer.error.code) && loadedValues.has(path)) return;
      if (answer.ok) loadedValues.set(path, answer.value);
      else loadedValues.delete(path);
      setLoaded(answer.ok ? { state: 'ready', value: answer.value } : { state: 'failed', error: answer.error });
    });
    return () => controller.abort();
  }, [path, requestCount]);

  const reload = useCallback(() => {
    setLoaded({ state: 'loading' });
    setRequestCount((count) => count + 1);
  }, []);
  const refresh = useCallback(() => {
    if (requestState.current === 'idle') setRequestCount((count) => count + 1);
    else requestState.current = 'once-more';
  }, []);
  return { loaded, reload, refresh };
};

/** Forgets all answers: after signing out, and in tests. */
export const forgetLoaded = (): void => loadedValues.clear();
