/** The trainee's desk that a teacher has open on the wall. It is folded from the same events as the trainee's own page. */
import { create } from 'zustand';
import type { ClockReading } from '#client/drill/model/clock-reading.ts';
import { type DrillView, emptyView } from '#client/drill/model/drill-view.ts';
import type { TypingSpans } from '#client/drill/model/typing-spans.ts';
import type { Trouble } from '#client/lib/api.ts';

export type WatchedDesk = {
  drillId: string;
  view: DrillView;
  /** Number of the last event in the drill's log that is in `view`; 0 before the first. */
  lastSeq: number;
  /** True once `view` holds all that the log held when this page joined. */
  isCaughtUp: boolean;
  clock: ClockReading;
  typing: TypingSpans;
  /** Why the drill can't be shown; null while nothing stands against it. */
  fatal: Trouble | null;
};

/** `desk` null: no desk is open. */
export const useWatched = create<{ desk: WatchedDesk | null }>(() => ({ desk: null }));

export const unheardDesk = (drillId: string): WatchedDesk => ({
  drillId,
  view: emptyView,
  lastSeq: 0,
  isCaughtUp: false,
  clock: { drillMs: 0, readAtMs: performance.now(), isRunning: false },
  typing: {},
  fatal: null,
});
