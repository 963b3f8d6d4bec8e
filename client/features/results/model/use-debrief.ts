import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useRun } from '#client/lib/run/run-store.ts';
import type { RunBody } from '#contract/runs.ts';
import { usePolling, useRefreshOn } from './results-poll.ts';

/** Seats whose drill isn't scored yet. Null before the drill stage is over: no drill is scored then. */
const useUnscoredCount = (run: RunBody): number | null => {
  const count = useRun(
    ({ tiles }) => Object.values(tiles).filter((tile) => tile.state === 'running' || tile.state === 'stopped').length,
  );
  return run.stage === 'join' || run.stage === 'card' || run.stage === 'drill' ? null : count;
};

/** The debrief, asked for again until every drill of the class is in it. */
export const useDebrief = (run: RunBody) => {
  const unscored = useUnscoredCount(run);
  const { loaded, reload, refresh } = useLoad(pathTo('GET /api/runs/:id/debrief', { id: run.id }));
  // The drill may end while this page is open, and later the last drill is scored: both change the debrief.
  useRefreshOn(String(unscored ?? 'early'), refresh);
  usePolling(unscored !== null && unscored > 0, loaded, refresh);
  return { loaded, reload, refresh, unscored };
};
