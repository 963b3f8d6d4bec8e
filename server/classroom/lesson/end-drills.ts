import type { DrillControl } from '#drills/runner/ports.ts';
import type { DrillRow } from '#storage/storage.ts';

/** Drills ended at once: each end is scored, and other requests are served in between. */
const AT_ONCE = 4;
/** Tries for each drill: a disk that is busy for a moment must not leave a desk open after the bell. */
const TRIES = 3;

/** Ends whichever of these drills haven't ended, and waits until that is stored. */
export async function endAll(runner: DrillControl, rows: readonly DrillRow[], why: 'teacher' | 'time'): Promise<void> {
  const open = rows.filter(({ state }) => state !== 'ended').map(({ id }) => id);
  const endNext = async (): Promise<void> => {
    for (let id = open.shift(); id !== undefined; id = open.shift()) {
      for (let tries = 0; tries < TRIES; tries++) {
        const reply = await runner.end(id, why);
        if (reply.ok || reply.error.code === 'drill-ended') break;
      }
      await new Promise((done) => setImmediate(done));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, endNext));
}
