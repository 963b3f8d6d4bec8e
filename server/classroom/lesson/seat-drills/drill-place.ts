import type { Seat } from '#storage/runs.ts';
import type { DrillPlace } from '#storage/storage.ts';

/** Where a seat's drill stands. `replayTask`: the one it answers, or null. */
export const drillPlace = ({ school, run, id, person }: Seat, replayTask: string | null): DrillPlace => ({
  school,
  run,
  seat: id,
  person,
  redo: replayTask,
});
