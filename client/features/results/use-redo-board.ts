import type { RedoBoard } from '#contract/results.ts';
import type { RunBody } from '#contract/runs.ts';
import { endpoints } from '../../lib/endpoints.ts';
import { usePolling, useRefreshOn } from '../../lib/results-poll.ts';
import { useLoad } from '../../lib/use-load.ts';

/** The board, asked for again with every answer, and every two seconds while it is open. */
export const useRedoBoard = (run: RunBody) => {
  const { loaded, again, refresh } = useLoad<RedoBoard | null>(endpoints.ofRun(run.id, 'redo'));
  useRefreshOn(run.redo === null ? '' : `${run.redo.id} ${run.redo.answered} ${run.redo.open}`, refresh);
  usePolling(run.redo?.open === true, loaded, refresh);
  return { loaded, again, refresh };
};
