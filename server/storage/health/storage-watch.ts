import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { StorageFault, StorageStatus } from '#contract/storage-status.ts';
import type { StorageHealth } from './storage-health.ts';

const stores = (fault: StorageFault | null): boolean => fault === null || fault === 'storage-low';

/** Milliseconds between two looks at the files. */
const LOOK_MS = 1000;
/** Looks between two attempts to write, after a write has failed. */
const RETRY_LOOKS = 5;
/** Looks between two measurements of the space left. */
const MEASURE_LOOKS = 30;

export type StorageListener = {
  /** Another fault than before; null: none any more. */
  changed(status: StorageStatus): void;
  /** Writing works again; `since`: the last moment at which it surely did before, epoch milliseconds. */
  storesAgain(since: number): void;
};

/**
 * Looks after a storage's health for as long as the server runs: whether its files are there, once a second; whether
 * writing works again, every five; how much space is left, every thirty. The returned function stops it.
 */
export function startStorageWatch(
  health: StorageHealth,
  clock: Clock,
  logger: Logger,
  listener: StorageListener,
): () => void {
  let known: StorageFault | null = null;
  let storedAt = clock.now();
  let looks = 0;
  let isMeasuring = false;
  let isRetrying = false;
  let isStopped = false;
  let cancel = (): void => {};

  const tell = (): void => {
    if (isStopped) return;
    const status = health.status();
    const before = known;
    known = status.fault;
    const since = storedAt;
    if (stores(known)) storedAt = clock.now();
    if (known === before) return;
    if (known === null) logger.warn('storage works again');
    else logger.error({ fault: known, freeMb: status.freeMb }, 'storage fault');
    if (stores(known) && !stores(before)) listener.storesAgain(since);
    listener.changed(status);
  };
  const measure = (): void => {
    if (isMeasuring) return;
    isMeasuring = true;
    health
      .measure()
      .then(tell, (error: unknown) => logger.warn({ err: error }, 'free space not measured'))
      .finally(() => {
        isMeasuring = false;
      });
  };
  const retry = (): void => {
    if (isRetrying) return;
    isRetrying = true;
    // It never rejects: what an attempt throws is the health's to keep.
    void health.retry().then(() => {
      isRetrying = false;
      tell();
    });
  };
  const look = (): void => {
    cancel = clock.setTimer(LOOK_MS, look);
    looks += 1;
    health.look();
    if (looks % MEASURE_LOOKS === 0) measure();
    tell();
    if (looks % RETRY_LOOKS === 0) retry();
  };
  measure();
  cancel = clock.setTimer(LOOK_MS, look);
  return () => {
    isStopped = true;
    cancel();
  };
}
