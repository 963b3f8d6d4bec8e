import type { Clock } from '#common/clock.ts';
import type { Reachability, ShareAddresses } from '#contract/wire/addresses.ts';

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
  /** What whoever asks from this address puts into links and codes. */
  shared(address: string): ShareAddresses;
};

const RECENT_MS = 10 * 60_000;
/** Addresses remembered: more than any school has devices. Beyond it they are forgotten and the count starts again at 0. */
const MAX_ADDRESSES = 5000;
const LOOPBACK = /^(::1|localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

/** An IPv4 address that came over IPv6 is the same address. */
const plain = (address: string): string => address.replace(/^::ffff:/, '');

/** How others reach this machine, and whether anybody has: if a firewall keeps the class out, nobody has. */
export const createReachabilityMonitor = ({
  clock,
  publicUrl,
  networks,
  isOwn,
  listening,
}: Needs): ReachabilityMonitor => {
  const otherAddresses = new Map<string, number>();
  const ownAddresses = new Set<string>();
  const isHere = (address: string): boolean => address === '' || LOOPBACK.test(address) || isOwn(address);
  const onNetworks = (): Reachability['addresses'] => {
    const at = listening();
    if (at !== null && LOOPBACK.test(plain(at.address))) return [];
    return networks().map(({ address, network }) => ({ address, network, url: `http://${address}:${at?.port ?? 0}` }));
  };

  return {
    noteRequest: (rawAddress) => {
      const address = plain(rawAddress);
      if (ownAddresses.has(address)) return;
      if (!otherAddresses.has(address)) {
        if (isHere(address)) {
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
      return {
        port: at?.port ?? 0,
        publicUrl,
        onlyHere: at !== null && LOOPBACK.test(plain(at.address)),
        addresses: onNetworks(),
        others: otherAddresses.size,
        lastOtherAt: otherAddresses.size === 0 ? null : Math.max(...otherAddresses.values()),
      };
    },
    shared: (address) => ({
      publicUrl,
      addresses: isHere(plain(address)) ? onNetworks().map(({ network, url }) => ({ network, url })) : [],
    }),
  };
};
