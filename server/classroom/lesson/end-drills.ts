import type { DrillControl } from '#drills/runner/ports.ts';
import type { DrillRow } from '#storage/storage.ts';

/** Drills ended at once: each end is scored, and other requests are served in between. */
const MAX_RUNNING = 4;
/** Attempts to end each drill: a disk that is busy for a moment must not leave a desk open after the bell. */
const MAX_ATTEMPTS = 3;

/** Ends whichever of these drills haven't ended, and waits until that is stored. */
export const endAll = async (
  runner: DrillControl,
  rows: readonly DrillRow[],
  why: 'teacher' | 'time',
): Promise<void> => {
  const openIds = rows.filter(({ state }) => state !== 'ended').map(({ id }) => id);
  const endNext = async (): Promise<void> => {
    for (let id = openIds.shift(); id !== undefined; id = openIds.shift()) {
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
        const reply = await runner.end(id, why);
        if (reply.ok || reply.error.code === 'drill-ended') break;
      }
      await new Promise((done) => setImmediate(done));
    }
  };
  await Promise.all(Array.from({ length: MAX_RUNNING }, endNext));
};
