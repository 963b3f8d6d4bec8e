import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { type DrillView, emptyView } from '#client/drill/model/drill-view.ts';
import type { Replay } from '#contract/replay.ts';
import { countUpTo } from './replay-moments.ts';

/** Number of events between two stored views: a step back folds at most this many events again. */
const EVENTS_PER_CHECKPOINT = 64;

export type ReplayFold = {
  /** The desk as it was at a drill time: the fold of every event up to and with it. */
  viewAt: (at: number) => DrillView;
  /** Drill time of the last event. */
  until: number;
};

/**
 * Folds a log up to any moment with the desk's own fold. A step forward folds only the new events; views are immutable,
 * so storing one every so often costs a reference. `fold`: for tests, which count its calls.
 */
export const replayFold = (events: Replay['events'], fold: typeof foldDrill = foldDrill): ReplayFold => {
  const checkpoints: DrillView[] = [emptyView];
  const times = events.map(({ event }) => event);
  let view = emptyView;
  let foldedCount = 0;

  const goTo = (count: number): DrillView => {
    const nearest = Math.min(Math.floor(count / EVENTS_PER_CHECKPOINT), checkpoints.length - 1);
    if (count < foldedCount || nearest * EVENTS_PER_CHECKPOINT > foldedCount) {
      view = checkpoints[nearest] ?? emptyView;
      foldedCount = nearest * EVENTS_PER_CHECKPOINT;
    }
    for (const { seq, event } of events.slice(foldedCount, count)) {
      view = fold(view, event, seq);
      foldedCount++;
      if (foldedCount % EVENTS_PER_CHECKPOINT === 0) checkpoints[foldedCount / EVENTS_PER_CHECKPOINT] = view;
    }
    return view;
  };

  return { viewAt: (at) => goTo(countUpTo(times, at)), until: events.at(-1)?.event.at ?? 0 };
};
