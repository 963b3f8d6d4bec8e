import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import type { RunBody } from '#contract/runs.ts';
import { usePolling, useRefreshOn } from './results-poll.ts';

/** The board, asked for again with every answer, and every two seconds while it is open. */
export const useReplayBoard = (run: RunBody) => {
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/runs/:id/redo', { id: run.id }));
  useRefreshOn(run.redo === null ? '' : `${run.redo.id} ${run.redo.answered} ${run.redo.open}`, refresh);
  usePolling(run.redo?.open === true, loaded, refresh);
  return { loaded, reload, refresh };
};
