import { useCallback, useEffect, useState } from 'react';
import { get } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import type { Loaded } from '#client/lib/hooks/use-load.ts';
import type { ContestBoard } from '#contract/contests/board.ts';

/** The server reads the board anew every two seconds at most: asking oftener would tell nothing. */
const REFRESH_MS = 4_000;

/**
 * A contest's board, asked for again while the page is in sight. Once something is there it stays through a lost
 * connection: `isStale` tells of it.
 */
export const useBoard = (id: string): { loaded: Loaded<ContestBoard>; isStale: boolean; refresh: () => void } => {
  const [loaded, setLoaded] = useState<Loaded<ContestBoard>>({ state: 'loading' });
  const [isStale, setIsStale] = useState(false);
  const [count, setCount] = useState(0);
  const refresh = useCallback(() => setCount((before) => before + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `count` asks again without changing the contest
  useEffect(() => {
    const controller = new AbortController();
    const ask = async (): Promise<void> => {
      const answer = await get(pathTo('GET /api/contests/:id/board', { id }), controller.signal);
      if (controller.signal.aborted) return;
      setIsStale(!answer.ok);
      if (answer.ok) setLoaded({ state: 'ready', value: answer.value });
      else
        setLoaded((before) =>
          before.state === 'ready' && answer.error.code !== 'contest-missing'
            ? before
            : { state: 'failed', error: answer.error },
        );
    };
    void ask();
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void ask();
    }, REFRESH_MS);
    return () => {
      clearInterval(timer);
      controller.abort();
    };
  }, [id, count]);
  return { loaded, isStale, refresh };
};
