import { useEffect, useRef } from 'react';
import type { Debrief } from '#contract/results.ts';
import type { RunBody } from '#contract/runs.ts';
import { endpoints } from '../../lib/endpoints.ts';
import { useRun } from '../../lib/run-store.ts';
import { useLoad } from '../../lib/use-load.ts';

const EVERY_MS = 2000;
/** Ended long ago and still not scored: it won't be, and asking on would only warm the room. */
const TRIES = 30;

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
  useEffect(() => {
    if (unscored === null || unscored === 0) return;
    let left = TRIES;
    const timer = setInterval(() => {
      left -= 1;
      if (left < 0) clearInterval(timer);
      else refresh();
    }, EVERY_MS);
    // The last one is in: once more, for the whole class.
    return () => {
      clearInterval(timer);
      refresh();
    };
  }, [unscored, refresh]);
  // The bell rings while this page is open.
  const over = unscored !== null;
  const before = useRef(over);
  useEffect(() => {
    if (over && !before.current) refresh();
    before.current = over;
  }, [over, refresh]);
  return { loaded, again, refresh, unscored };
};
