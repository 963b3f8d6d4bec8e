/** The only socket of a run's page, shared by the modules that follow the run and those that watch a desk. */
import type { Transport } from '#client/lib/socket.ts';

let transport: Transport | null = null;
export const currentRunTransport = (): Transport | null => transport;
export const holdRunTransport = (next: Transport | null): void => {
  transport = next;
};
