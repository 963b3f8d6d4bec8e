import { useCallback, useEffect, useState } from 'react';
import { get } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import type { Loaded } from '#client/lib/hooks/use-load.ts';
import type { JoinBody } from '#contract/runs.ts';

/**
 * Who may sit where in the run of a code. Never from memory: who has a seat changes by the second, and an old answer
 * would lead to a seat that is another's by now.
 */
export const useJoin = (code: string): { loaded: Loaded<JoinBody>; reload: () => void } => {
  const [loaded, setLoaded] = useState<Loaded<JoinBody>>({ state: 'loading' });
  const [requestCount, setRequestCount] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `requestCount` asks again without changing the code
  useEffect(() => {
    const controller = new AbortController();
    get(pathTo('GET /api/join/:code', { code }), controller.signal).then((answer) =>
      setLoaded(answer.ok ? { state: 'ready', value: answer.value } : { state: 'failed', error: answer.error }),
    );
    return () => controller.abort();
  }, [code, requestCount]);
  const reload = useCallback(() => setRequestCount((count) => count + 1), []);
  return { loaded, reload };
};
