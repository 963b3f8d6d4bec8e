/** The transport of the drill that is open, shared by those who follow and those who send. */
import type { Transport } from '#client/lib/socket.ts';

let transport: Transport | null = null;
export const currentTransport = (): Transport | null => transport;
export const holdTransport = (next: Transport | null): void => {
  transport = next;
};
