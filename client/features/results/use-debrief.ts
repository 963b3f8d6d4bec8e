import type { Debrief } from '#contract/results.ts';
import type { RunBody } from '#contract/runs.ts';
import { endpoints } from '../../lib/endpoints.ts';
import { usePolling, useRefreshOn } from '../../lib/results-poll.ts';
import { useRun } from '../../lib/run-store.ts';
import { useLoad } from '../../lib/use-load.ts';

/** Seats whose drill isn't scored yet. Before the drill is over nobody's is: then null. */
const useUnscored = (run: RunBody): number | null => {
  const count = useRun(
    ({ tiles }) => Object.values(tiles).filter((tile) => tile.state === 'running' || tile.state === 'stopped').length,
  );
  return run.stage === 'join' || run.stage === 'card' || run.stage === 'drill' ? null : count;
};

/** The debrief, asked for again until every drill of the class is in it. */
export const useDebrief = (run: RunBody) => {
  const unscored = useUnscored(run);
  const { loaded, again, refresh } = useLoad<Debrief>(endpoints.ofRun(run.id, 'debrief'));
  // The bell rings while this page is open; later the last one is in.
  useRefreshOn(String(unscored ?? 'early'), refresh);
  usePolling(unscored !== null && unscored > 0, loaded, refresh);
  return { loaded, again, refresh, unscored };
};
