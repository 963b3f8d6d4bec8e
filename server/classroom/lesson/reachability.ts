import type { Clock } from '#common/clock.ts';
import type { Reachability } from '#contract/runs.ts';

type Needs = {
  clock: Clock;
  publicUrl: string | null;
  /** Addresses of this machine that others on its networks can type. */
  networks(): { address: string; network: string }[];
  isOwn(address: string): boolean;
  /** The port and address the server listens on; null before it listens. */
  listening(): { port: number; address: string } | null;
};

export type ReachabilityMonitor = {
  /** Notes that a request came from this address. It runs with every request and must be cheap. */
  noteRequest(address: string): void;
  body(): Reachability;
};

const RECENT_MS = 10 * 60_000;
/** Addresses remembered: more than any school has devices. Beyond it they are forgotten and the count starts again at 0. */
const MAX_ADDRESSES = 5000;
const LOOPBACK = /^(::1|localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

/** How others reach this machine, and whether anybody has: if a firewall keeps the class out, nobody has. */
export function createReachabilityMonitor({
  clock,
  publicUrl,
  networks,
  isOwn,
  listening,
}: Needs): ReachabilityMonitor {
  const otherAddresses = new Map<string, number>();
  const ownAddresses = new Set<string>();

  return {
    noteRequest: (rawAddress) => {
      const address = rawAddress.replace(/^::ffff:/, '');
      if (ownAddresses.has(address)) return;
      if (!otherAddresses.has(address)) {
        if (address === '' || LOOPBACK.test(address) || isOwn(address)) {
          if (ownAddresses.size < MAX_ADDRESSES) ownAddresses.add(address);
          return;
        }
        if (otherAddresses.size >= MAX_ADDRESSES) otherAddresses.clear();
      }
      otherAddresses.set(address, clock.now());
    },
    body: () => {
      const since = clock.now() - RECENT_MS;
      for (const [address, at] of otherAddresses) if (at < since) otherAddresses.delete(address);
      const at = listening();
      const isLoopbackOnly = at !== null && LOOPBACK.test(at.address.replace(/^::ffff:/, ''));
      const port = at?.port ?? 0;
      return {
        port,
        publicUrl,
        onlyHere: isLoopbackOnly,
        addresses: isLoopbackOnly
          ? []
          : networks().map(({ address, network }) => ({ address, network, url: `http://${address}:${port}` })),
        others: otherAddresses.size,
        lastOtherAt: otherAddresses.size === 0 ? null : Math.max(...otherAddresses.values()),
      };
    },
  };
}
