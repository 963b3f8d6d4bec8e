import { setTimeout as wait } from 'node:timers/promises';
import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';
import type { Storage } from '#storage/storage.ts';

/** Milliseconds that a server which is just ending is waited for, and between two tries after the lock was lost. */
const WAIT_MS = 3000;
const RETRY_MS = 1000;

/**
 * How a server holds its database: alone, or as one of several nodes, which keep out servers that know nothing of
 * nodes and are kept out by them.
 */
export type Holding = 'alone' | 'with-others';

/**
 * The same storage, held until it is closed: two servers that don't share their drills by leases would run the same
 * ones. Throws a StartError where another server keeps this one out. After the connection was lost, as when PostgreSQL is restarted, it is held
 * again as soon as that can be; meanwhile a second server's writes to a drill are refused by the drill's log itself.
 */
export const holdDatabase = async (
  storage: Storage,
  database: string,
  holding: Holding,
  onLost: (error: unknown) => void,
): Promise<Storage> => {
  let isClosed = false;
  const hold = (onHeld: () => void): Promise<void> =>
    (holding === 'alone' ? storage.locks.hold : storage.locks.share)('server', () => {
      onHeld();
      return new Promise(() => {});
    });
  const holdAgain = async (error: unknown): Promise<void> => {
    if (isClosed) return;
    onLost(error);
    await wait(RETRY_MS, undefined, { ref: false });
    if (!isClosed) hold(() => {}).catch(holdAgain);
  };

  await new Promise<void>((held, reject) => {
    const inUse = (): void =>
      reject(
        new StartError('database-in-use', () =>
          say(holding === 'alone' ? 'server:storage.postgres-in-use' : 'server:storage.postgres-in-use-alone', {
            database,
          }),
        ),
      );
    const timer = setTimeout(inUse, WAIT_MS);
    let isHeld = false;
    hold(() => {
      isHeld = true;
      clearTimeout(timer);
      held();
    }).catch((error: unknown) => {
      clearTimeout(timer);
      if (isHeld) void holdAgain(error);
      else reject(error);
    });
  }).catch(async (error: unknown) => {
    isClosed = true;
    await storage.close();
    throw error;
  });
  return {
    ...storage,
    close: () => {
      isClosed = true;
      return storage.close();
    },
  };
};
