/** Connections of this page that the server has closed with a reason, and when they are opened again. */
import { create } from 'zustand';
import type { ErrorCode, Failure } from '#contract/errors.ts';

type Closed = { socket: { connect(): void }; why: Failure; forget(): void };

/** The last of them; null when all are open. */
export const useClosedSocket = create<{ closed: Closed | null }>(() => ({ closed: null }));

const REFUSALS: ErrorCode = 'too-many-refusals';
const AGAIN_MS = 30_000;

const set = (closed: Closed | null): void => {
  useClosedSocket.getState().closed?.forget();
  useClosedSocket.setState({ closed });
};

/**
 * Says why a connection was closed, and opens it again: after refusals in half a minute. A page that gave way to another
 * one waits until somebody comes back to it, since two open pages would go on closing each other.
 */
export function tellClosed(socket: Closed['socket'], why: Failure): void {
  if (why.code === REFUSALS) {
    const timer = setTimeout(openAgain, AGAIN_MS);
    set({ socket, why, forget: () => clearTimeout(timer) });
    return;
  }
  const onShown = (): void => {
    if (document.visibilityState === 'visible') openAgain();
  };
  document.addEventListener('visibilitychange', onShown);
  set({ socket, why, forget: () => document.removeEventListener('visibilitychange', onShown) });
}

/** Called when a connection stands again, or isn't wanted any more. */
export function tellOpen(socket: Closed['socket']): void {
  if (useClosedSocket.getState().closed?.socket === socket) set(null);
}

export function openAgain(): void {
  const { closed } = useClosedSocket.getState();
  set(null);
  closed?.socket.connect();
}
