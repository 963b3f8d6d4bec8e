import type { Reply } from '#contract/errors.ts';
import { failure } from '#contract/errors.ts';
import type { DrillControl } from '#drills/runner/ports.ts';
import type { Run } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';

/** Brings a customer to one seat's running drill, or to all running drills. Returns how many got one; if none did, why. */
export const injectAll = async (
  storage: Storage,
  runner: DrillControl,
  run: Run,
  seat: string | null,
  incident: string,
): Promise<Reply<number>> => {
  const drills = (await storage.drillsOfRun(run.id)).filter(
    ({ place, state }) => state === 'running' && place?.redo === null && (seat === null || place.seat === seat),
  );
  if (drills.length === 0) return { ok: false, error: failure('run-not-drilling') };
  const replies = await Promise.all(drills.map(({ id }) => runner.inject(id, incident)));
  const reachedDrills = replies.filter(({ ok }) => ok).length;
  const firstRefusal = replies.find((reply) => !reply.ok);
  // Where some seats are full, the others still got the customer: a refusal would tell the teacher that nothing happened.
  return reachedDrills === 0 && firstRefusal !== undefined && !firstRefusal.ok
    ? firstRefusal
    : { ok: true, value: reachedDrills };
};
