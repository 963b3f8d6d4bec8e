/** Whether the server can store what is sent: what the socket told last, or what staff's pages asked last. */
import { create } from 'zustand';
import type { StorageStatus } from '#contract/storage-status.ts';

const HEALTHY: StorageStatus = { fault: null, freeMb: null };
export const useStorageStatus = create<StorageStatus>(() => HEALTHY);

export const setStorageStatus = (status: StorageStatus): void => useStorageStatus.setState(status);
/** A server that is sound says nothing: what another one, or the same before a restart, has told is over. */
export const forgetStorageStatus = (): void => useStorageStatus.setState(HEALTHY);
