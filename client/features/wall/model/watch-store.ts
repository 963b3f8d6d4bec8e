/** The desk a teacher looks at over the shoulder: the same fold as the trainee's own, kept apart from it. */
import { create } from 'zustand';
import { type DrillView, emptyView } from '#client/drill/model/drill-view.ts';
import type { Trouble } from '#client/lib/api.ts';

export type Watched = {
  /** Null: no desk is being watched. */
  drillId: string | null;
  last: number;
  view: DrillView;
  running: boolean;
  /** Drill time at `clockAt` (monotonic). */
  clockNow: number;
  clockAt: number;
  caughtUp: boolean;
  typing: Readonly<Record<string, { from: number; until: number | null }>>;
  fatal: Trouble | null;
};

export const nothingWatched: Watched = {
  drillId: null,
  last: 0,
  view: emptyView,
  running: false,
  clockNow: 0,
  clockAt: 0,
  caughtUp: false,
  typing: {},
  fatal: null,
};

export const useWatched = create<Watched>(() => nothingWatched);

/** Drill time at `now` (monotonic), ms. */
export const drillTimeAt = ({ running, clockNow, clockAt }: Watched, now: number): number =>
  clockNow + (running ? Math.max(0, now - clockAt) : 0);
