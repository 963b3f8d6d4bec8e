import { createTokenBucket, type TokenBucket } from '#common/token-bucket.ts';
import type { SocketDevice } from './socket-device.ts';

type Limit = { burst: number; perSecond: number };
type Limits = { device: Limit; address: Limit };

/**
 * Commands. Nobody clicks or types faster than a device's limit. At an address's sustained limit a school of 400 sends a
 * command a second each, five times what a busy trainee does; at its burst 600 devices connect again at once, with three
 * commands each. One costs the server a quarter of a millisecond.
 */
const COMMANDS: Limits = { device: { burst: 40, perSecond: 8 }, address: { burst: 2000, perSecond: 400 } };
/**
 * Missed events, counted as kept ones: each is half a microsecond of the server's. A device's burst is three hundred
 * reloads of an ordinary drill, its rate half a hundredth of the server's time; an address has twenty times as much.
 */
const CATCH_UPS: Limits = {
  device: { burst: 100_000, perSecond: 10_000 },
  address: { burst: 2_000_000, perSecond: 200_000 },
};
/** Connections. A phone in a bad place makes two a second for a while; after a restart a whole school comes at once. */
const CONNECTIONS: Limits = { device: { burst: 30, perSecond: 1 }, address: { burst: 2000, perSecond: 50 } };
/** Packets of any kind, a pong or an acknowledgement included: several times what the commands of a device need. */
const PACKETS: Limits = { device: { burst: 600, perSecond: 120 }, address: { burst: 30_000, perSecond: 6000 } };
/**
 * Refusals before the connection is cut. A page asks once a second for what it was refused, on up to eight sockets; who
 * comes near this limit doesn't listen to the answers.
 */
const REFUSALS: Limit = { burst: 150, perSecond: 8 };

/** Buckets that are kept at most; beyond it those that are full again are forgotten, which gives nobody anything. */
const MAX_BUCKETS = 20_000;

/** What one device may do over all its sockets together. Each function says whether it may and counts it if so. */
export type Allowance = {
  connect(): boolean;
  command(cost: number): boolean;
  /** `cost`: in kept events. Allowed as long as nothing is owed: the longest drill can be joined, and is paid off after. */
  catchUp(cost: number): boolean;
  packet(): boolean;
  /** Counts a refusal; false when there were so many that the connection is to be cut. */
  refusal(): boolean;
};

/** Allows everything. */
export const UNLIMITED: Allowance = {
  connect: () => true,
  command: () => true,
  catchUp: () => true,
  packet: () => true,
  refusal: () => true,
};

/**
 * A device and its address pay together, and the address refuses only devices that have used up half of their own: one
 * hostile device, or fifty, can empty the address of a school, and those who click now and then must not notice.
 */
const takeFromBoth = (
  deviceBucket: TokenBucket,
  addressBucket: TokenBucket,
  { burst }: Limit,
  cost: number,
  neededTokens: number,
): boolean => {
  const deviceTokens = deviceBucket.left();
  if (deviceTokens < neededTokens || (addressBucket.left() < neededTokens && deviceTokens < burst / 2)) return false;
  deviceBucket.owe(cost);
  addressBucket.owe(Math.min(cost, Math.max(0, addressBucket.left())));
  return true;
};

/** `now`: epoch milliseconds. */
export const createAllowances = (now: () => number): ((device: SocketDevice) => Allowance) => {
  const bucketsOf = (limit: Limit): ((key: string) => TokenBucket) => {
    const buckets = new Map<string, TokenBucket>();
    return (key) => {
      const existing = buckets.get(key);
      if (existing !== undefined) return existing;
      if (buckets.size >= MAX_BUCKETS)
        for (const [otherKey, bucket] of buckets) if (bucket.left() >= limit.burst) buckets.delete(otherKey);
      const bucket = createTokenBucket(limit.burst, limit.perSecond, now);
      buckets.set(key, bucket);
      return bucket;
    };
  };
  const limiter = ({ device, address: addressBucket }: Limits) => {
    const [deviceBuckets, addressBuckets] = [bucketsOf(device), bucketsOf(addressBucket)];
    return (socketDevice: SocketDevice, cost: number, neededTokens: number): boolean =>
      takeFromBoth(deviceBuckets(socketDevice.key), addressBuckets(socketDevice.address), device, cost, neededTokens);
  };
  const [commands, catchUps, connections, packets] = [
    limiter(COMMANDS),
    limiter(CATCH_UPS),
    limiter(CONNECTIONS),
    limiter(PACKETS),
  ];
  const refusals = bucketsOf(REFUSALS);
  return (device) => ({
    connect: () => connections(device, 1, 1),
    command: (cost) => commands(device, cost, cost),
    catchUp: (cost) => catchUps(device, cost, 0),
    packet: () => packets(device, 1, 1),
    refusal: () => refusals(device.key).take(1),
  });
};
