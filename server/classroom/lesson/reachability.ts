import type { Clock } from '#common/clock.ts';
import type { Reachability } from '#contract/runs.ts';

type Needs = {
  clock: Clock;
  publicUrl: string | null;
  /** Addresses of this machine that others on its networks can type. */
  networks(): { address: string; network: string }[];
  isOwn(address: string): boolean;
  /** What the server listens on; null before it does. */
  listening(): { port: number; address: string } | null;
};

export type Reach = {
  /** Somebody asked from this address. Cheap: it runs with every request. */
  heard(address: string): void;
  body(): Reachability;
};

const HEARD_MS = 10 * 60_000;
/** More than any school has devices; beyond it the count starts afresh. */
const MOST = 5000;
const LOOPBACK = /^(::1|localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3})$/;

/** How others reach this machine, and whether any has: a firewall shows as a class that can't get in. */
export function createReach({ clock, publicUrl, networks, isOwn, listening }: Needs): Reach {
  const others = new Map<string, number>();
  const own = new Set<string>();

  return {
    heard: (raw) => {
      const address = raw.replace(/^::ffff:/, '');
      if (own.has(address)) return;
      if (!others.has(address)) {
        if (address === '' || LOOPBACK.test(address) || isOwn(address)) {
          if (own.size < MOST) own.add(address);
          return;
        }
        if (others.size >= MOST) others.clear();
      }
      others.set(address, clock.now());
    },
    body: () => {
      const since = clock.now() - HEARD_MS;
      for (const [address, at] of others) if (at < since) others.delete(address);
      const at = listening();
      const onlyHere = at !== null && LOOPBACK.test(at.address.replace(/^::ffff:/, ''));
      const port = at?.port ?? 0;
      return {
        port,
        publicUrl,
        onlyHere,
        addresses: onlyHere
          ? []
          : networks().map(({ address, network }) => ({ address, network, url: `http://${address}:${port}` })),
        others: others.size,
        lastOtherAt: others.size === 0 ? null : Math.max(...others.values()),
      };
    },
  };
}
