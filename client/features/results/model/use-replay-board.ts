import { endpoints } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import type { RedoBoard } from '#contract/results.ts';
import type { RunBody } from '#contract/runs.ts';
import { usePolling, useRefreshOn } from './results-poll.ts';

/** The board, asked for again with every answer, and every two seconds while it is open. */
export const useReplayBoard = (run: RunBody) => {
  const { loaded, again, refresh } = useLoad<RedoBoard | null>(endpoints.ofRun(run.id, 'redo'));
  useRefreshOn(run.redo === null ? '' : `${run.redo.id} ${run.redo.answered} ${run.redo.open}`, refresh);
  usePolling(run.redo?.open === true, loaded, refresh);
  return { loaded, again, refresh };
};
