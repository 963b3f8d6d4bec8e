/** The one socket of a run's page, shared by those who follow the run and those who watch a desk. */
import type { Transport } from '#client/lib/socket.ts';

let line: Transport | null = null;
export const currentRunTransport = (): Transport | null => line;
export const holdRunTransport = (transport: Transport | null): void => {
  line = transport;
};
