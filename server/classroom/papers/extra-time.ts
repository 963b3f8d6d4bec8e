import { withRunLock } from '#classroom/lesson/run-locks.ts';
import type { RunTimers } from '#classroom/lesson/run-timers.ts';
import type { Subscriptions } from '#classroom/lesson/subscriptions.ts';
import { longestMs } from '#classroom/run-log/paper-clock.ts';
import { entryOf } from '#classroom/run-log/run-entries.ts';
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { Storage } from '#storage/storage.ts';
import { isPaperOver } from './paper-state.ts';

type Needs = {
  storage: Storage;
  clock: Clock;
  runTimers: Pick<RunTimers, 'checkForSleep' | 'set'>;
  subscriptions: Pick<Subscriptions, 'allChanged'>;
};

/** Gives the seat so much more time of the paper, in percent, and the run the length of its longest seat (RULES X24). */
export const giveExtraTime = async (
  { storage, clock, runTimers, subscriptions }: Needs,
  seatId: string,
  staffId: string,
  percent: number,
): Promise<Reply<null>> => {
  await runTimers.checkForSleep();
  const seat = await storage.runs.seat(seatId);
  if (seat === null) return refused('unknown-seat');
  return await withRunLock(storage, seat.run, async () => {
    const run = await storage.runs.run(seat.run);
    if (run?.plan.paper === undefined) return refused('paper-none');
    const now = clock.now();
    if (isPaperOver(run, now)) return refused('paper-over');
    const entry = entryOf(run, now, staffId, 'extra-time', seatId, { percent });
    const next = { ...run, totalMs: longestMs(run, [...(await storage.runs.log(run.id)), entry]) };
    await storage.runs.changeRun(next);
    await storage.runs.addLog(entry);
    runTimers.set(next);
    subscriptions.allChanged(run.id);
    return { ok: true, value: null };
  });
};
