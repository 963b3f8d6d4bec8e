import type { Clock } from '#common/clock.ts';

const HOUR = 3;
const MINUTE = 30;
/** Milliseconds between two looks at the calendar, at most: so late is a backup after the machine has slept. */
const LOOK_MS = 600_000;
/** Milliseconds until a backup that failed is tried again. */
const AGAIN_MS = 3_600_000;

export type DailyNeeds = {
  /** When the last whole backup was made, epoch milliseconds; null: never. */
  lastAt(): Promise<number | null>;
  /** Wall time: 03:30 is the machine's own. */
  clock: Pick<Clock, 'now'>;
  /** Its timers wake; wall time may be set back. */
  steadyClock: Pick<Clock, 'setTimer'>;
};

/**
 * Makes a backup every day at 03:30 of the machine's time, and at the next start where the server was off then or no
 * backup was ever made. One that failed is tried again an hour later. The returned function stops it.
 */
export function startDailyBackup({ lastAt, clock, steadyClock }: DailyNeeds, make: () => Promise<void>): () => void {
  let isStopped = false;
  let cancel = (): void => {};
  const later = (ms: number): void => {
    if (!isStopped) cancel = steadyClock.setTimer(ms, () => void look());
  };
  const look = async (): Promise<void> => {
    const now = clock.now();
    const last = await lastAt();
    // One of later than now is from before the clock was set back.
    const isDue = last === null || last < lastTurn(now) || last > now;
    if (isStopped) return;
    if (!isDue) return later(Math.min(LOOK_MS, Math.max(1000, lastTurn(now + DAY_MS) - now)));
    const isMade = await make().then(
      () => true,
      () => false,
    );
    later(isMade ? LOOK_MS : AGAIN_MS);
  };
  later(0);
  return () => {
    isStopped = true;
    cancel();
  };
}

const DAY_MS = 24 * 3_600_000;

/** The last 03:30 of the machine's time at or before `now`, epoch milliseconds. */
export function lastTurn(now: number): number {
  const turn = new Date(now);
  turn.setHours(HOUR, MINUTE, 0, 0);
  if (turn.getTime() > now) turn.setDate(turn.getDate() - 1);
  return turn.getTime();
}
