/** The transport of the drill that is open, shared by those who follow and those who send. */
import type { Transport } from '#client/lib/socket.ts';

let line: Transport | null = null;
export const currentTransport = (): Transport | null => line;
export const holdTransport = (transport: Transport | null): void => {
  line = transport;
};
