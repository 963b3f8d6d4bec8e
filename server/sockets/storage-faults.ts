import { isStaff } from '#common/access.ts';
import type { StorageStatus } from '#contract/storage-status.ts';
import type { DeskSocket } from './desk-socket.ts';

/**
 * Tells an open page what keeps its words from being stored, or that it is over; nothing where it knows already. That
 * space runs low, or that an old page can't be read, concerns staff only: what a trainee writes is stored as before.
 */
export const tellFault = (socket: DeskSocket, { fault, freeMb }: StorageStatus): void => {
  const { principal, fault: lastTold = null } = socket.data;
  const isForStaff = principal.person !== null && isStaff(principal.person.role);
  const isWarning = fault === 'storage-low' || fault === 'storage-broken';
  const shownFault = isForStaff || !isWarning ? fault : null;
  if (shownFault === lastTold) return;
  socket.data.fault = shownFault;
  socket.emit('storage:fault', { fault: shownFault, freeMb: isForStaff ? freeMb : null });
};
