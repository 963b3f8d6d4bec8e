/** Connections of this page that the server has closed with a reason, and when they are opened again. */
import { create } from 'zustand';
import type { ErrorCode, Failure } from '#contract/errors.ts';

type ClosedSocket = { socket: { connect(): void }; reason: Failure; cancelReopen(): void };

/** The last of them; null when all are open. */
export const useClosedSocket = create<{ closed: ClosedSocket | null }>(() => ({ closed: null }));

const REFUSALS: ErrorCode = 'too-many-refusals';
const REOPEN_AFTER_MS = 30_000;

const setClosed = (closed: ClosedSocket | null): void => {
  useClosedSocket.getState().closed?.cancelReopen();
  useClosedSocket.setState({ closed });
};

/**
 * Says why a connection was closed, and opens it again: after refusals in half a minute. A page that gave way to another
 * one waits until somebody comes back to it, since two open pages would go on closing each other.
 */
export const markSocketClosed = (socket: ClosedSocket['socket'], reason: Failure): void => {
  if (reason.code === REFUSALS) {
    const timer = setTimeout(reopenSocket, REOPEN_AFTER_MS);
    setClosed({ socket, reason, cancelReopen: () => clearTimeout(timer) });
    return;
  }
  const onShown = (): void => {
    if (document.visibilityState === 'visible') reopenSocket();
  };
  document.addEventListener('visibilitychange', onShown);
  setClosed({ socket, reason, cancelReopen: () => document.removeEventListener('visibilitychange', onShown) });
};

/** Called when a connection stands again, or isn't wanted any more. */
export const markSocketOpen = (socket: ClosedSocket['socket']): void => {
  if (useClosedSocket.getState().closed?.socket === socket) setClosed(null);
};

export const reopenSocket = (): void => {
  const { closed } = useClosedSocket.getState();
  setClosed(null);
  closed?.socket.connect();
};
