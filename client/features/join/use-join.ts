import { useCallback, useEffect, useState } from 'react';
import { get } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import type { Loaded } from '#client/lib/hooks/use-load.ts';
import type { JoinBody } from '#contract/runs.ts';

/**
 * Who may sit where in the run of a code. Never from memory: who has a seat changes by the second, and an old answer
 * would lead to a seat that is another's by now.
 */
export const useJoin = (code: string): { loaded: Loaded<JoinBody>; again: () => void } => {
  const [loaded, setLoaded] = useState<Loaded<JoinBody>>({ state: 'loading' });
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` asks again without changing the code
  useEffect(() => {
    const stop = new AbortController();
    get(pathTo('GET /api/join/:code', { code }), stop.signal).then((answer) =>
      setLoaded(answer.ok ? { state: 'ready', value: answer.value } : { state: 'failed', error: answer.error }),
    );
    return () => stop.abort();
  }, [code, turn]);
  const again = useCallback(() => setTurn((count) => count + 1), []);
  return { loaded, again };
};
