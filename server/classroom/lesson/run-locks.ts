import type { Storage } from '#storage/storage.ts';

type Locked = Pick<Storage, 'locks'>;

/**
 * Reads and changes a run while nobody else does: a run is written whole, and what another request, the bell or another
 * node wrote in between would be lost. Not to be taken within itself.
 */
export const withRunLock = <T>({ locks }: Locked, runId: string, work: () => Promise<T>): Promise<T> =>
  locks.hold(`run ${runId}`, work);

/** The same for who sits where in a run: of two devices that want one seat, the second sees that it is taken. */
export const withSeatsLock = <T>({ locks }: Locked, runId: string, work: () => Promise<T>): Promise<T> =>
  locks.hold(`seats ${runId}`, work);
