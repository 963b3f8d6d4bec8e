import { useEffect, useState } from 'react';
import type { Trouble } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import type { ServerStatus } from '#contract/storage-status.ts';

const POLL_MS = 5000;
/** Questions without an answer after which the figures are told as old. */
const MAX_UNANSWERED = 3;

type StatusState =
  | { state: 'loading' }
  | { state: 'failed'; error: Trouble; reload: () => void }
  | { state: 'ready'; status: ServerStatus; isStale: boolean };

/** The server's status, asked anew as long as somebody looks. The old figures stay until the new ones are there. */
export const useStatus = (): StatusState => {
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/status'));
  const [unanswered, setUnanswered] = useState(0);
  const status = loaded.state === 'ready' ? loaded.value : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: every new status is an answer
  useEffect(() => setUnanswered(0), [status]);
  useEffect(() => {
    const ask = () => {
      if (document.hidden) return;
      setUnanswered((count) => count + 1);
      refresh();
    };
    const timer = setInterval(ask, POLL_MS);
    document.addEventListener('visibilitychange', ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [refresh]);

  if (loaded.state === 'failed') return { ...loaded, reload };
  if (status === null) return { state: 'loading' };
  return { state: 'ready', status, isStale: unanswered > MAX_UNANSWERED };
};
