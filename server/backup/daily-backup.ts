import type { Clock } from '#common/clock.ts';
import { DAY_MS } from '#engine/model/spans.ts';

const BACKUP_HOUR = 3;
const BACKUP_MINUTE = 30;
/** Milliseconds between two looks at the calendar, at most: so late is a backup after the machine has slept. */
const CHECK_MS = 600_000;
/** Milliseconds until a backup that failed is tried again. */
const RETRY_MS = 3_600_000;

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
export const startDailyBackup = (
  { lastAt, clock, steadyClock }: DailyNeeds,
  make: () => Promise<void>,
): (() => void) => {
  let isStopped = false;
  let cancel = (): void => {};
  const schedule = (ms: number): void => {
    if (!isStopped) cancel = steadyClock.setTimer(ms, () => void check());
  };
  const check = async (): Promise<void> => {
    const now = clock.now();
    const lastBackupAt = await lastAt();
    // One of later than now is from before the clock was set back.
    const isDue = lastBackupAt === null || lastBackupAt < lastBackupTime(now) || lastBackupAt > now;
    if (isStopped) return;
    if (!isDue) return schedule(Math.min(CHECK_MS, Math.max(1000, lastBackupTime(now + DAY_MS) - now)));
    const isMade = await make().then(
      () => true,
      () => false,
    );
    schedule(isMade ? CHECK_MS : RETRY_MS);
  };
  schedule(0);
  return () => {
    isStopped = true;
    cancel();
  };
};

/** The last 03:30 of the machine's time at or before `now`, epoch milliseconds. */
export const lastBackupTime = (now: number): number => {
  const time = new Date(now);
  time.setHours(BACKUP_HOUR, BACKUP_MINUTE, 0, 0);
  if (time.getTime() > now) time.setDate(time.getDate() - 1);
  return time.getTime();
};
