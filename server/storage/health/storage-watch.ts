import type { Logger } from 'pino';
import type { Clock } from '#common/clock.ts';
import type { StorageFault, StorageStatus } from '#contract/storage-status.ts';
import type { StorageHealth } from './storage-health.ts';

const canStore = (fault: StorageFault | null): boolean => fault === null || fault === 'storage-low';

/** Milliseconds between two checks of the files. */
const CHECK_MS = 1000;
/** Checks between two attempts to write, after a write has failed. */
const CHECKS_BEFORE_RETRY = 5;
/** Checks between two measurements of the space left. */
const CHECKS_BEFORE_MEASURING = 30;

export type StorageListener = {
  /** The fault is another than before; null: there is none any more. */
  faultChanged(status: StorageStatus): void;
  /** Writing works again; `since`: the last moment at which it surely did before, epoch milliseconds. */
  storesAgain(since: number): void;
};

/**
 * Looks after a storage's health for as long as the server runs: whether its files are there, once a second; whether
 * writing works again, every five; how much space is left, every thirty. The returned function stops it.
 */
export const startStorageWatch = (
  health: StorageHealth,
  clock: Clock,
  logger: Logger,
  listener: StorageListener,
): (() => void) => {
  let lastFault: StorageFault | null = null;
  let storedAt = clock.now();
  let checkCount = 0;
  let isMeasuring = false;
  let isRetrying = false;
  let isStopped = false;
  let cancel = (): void => {};

  const notifyListener = (): void => {
    if (isStopped) return;
    const status = health.status();
    const faultBefore = lastFault;
    lastFault = status.fault;
    const since = storedAt;
    if (canStore(lastFault)) storedAt = clock.now();
    if (lastFault === faultBefore) return;
    if (lastFault === null) logger.warn('storage works again');
    else logger.error({ fault: lastFault, freeMb: status.freeMb }, 'storage fault');
    if (canStore(lastFault) && !canStore(faultBefore)) listener.storesAgain(since);
    listener.faultChanged(status);
  };
  const measure = (): void => {
    if (isMeasuring) return;
    isMeasuring = true;
    health
      .measure()
      .then(notifyListener, (error: unknown) => logger.warn({ err: error }, 'free space not measured'))
      .finally(() => {
        isMeasuring = false;
      });
  };
  const retry = (): void => {
    if (isRetrying) return;
    isRetrying = true;
    // It never rejects: what an attempt throws is the health's to keep.
    void health.retryWrite().then(() => {
      isRetrying = false;
      notifyListener();
    });
  };
  const checkHealth = (): void => {
    cancel = clock.setTimer(CHECK_MS, checkHealth);
    checkCount += 1;
    health.checkFiles();
    if (checkCount % CHECKS_BEFORE_MEASURING === 0) measure();
    notifyListener();
    if (checkCount % CHECKS_BEFORE_RETRY === 0) retry();
  };
  measure();
  cancel = clock.setTimer(CHECK_MS, checkHealth);
  return () => {
    isStopped = true;
    cancel();
  };
};
