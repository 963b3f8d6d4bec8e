/**
 * Limits wrong join codes without keeping out who has a right one (docs/decisions/access/228).
 *
 * Nobody may try out all six-digit codes, and a whole class shares one address. So a device that has had a seat, or
 * whoever is signed in, has a count of its own; the others share their address's. When that is used up, codes still get
 * through that the address has anyway: those somebody there has typed rightly, and those of runs that a teacher has on
 * their page there. All requests of such an address wait their turn, so that it learns by this no faster which codes
 * its neighbours have.
 */
import type { Principal } from '#common/access.ts';
import { limitedAddress } from '#common/client-address.ts';
import type { Clock } from '#common/clock.ts';
import { createTokenBucket, type TokenBucket } from '#common/token-bucket.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { Storage } from '#storage/storage.ts';

export type JoinGuard = {
  /** Looks a code up, unless too many wrong ones were tried. Only an unknown code counts. */
  ask<T>(
    who: { principal: Principal; address: string },
    code: string,
    lookUp: () => Promise<Reply<T>>,
  ): Promise<Reply<T>>;
  /** Notes that a code is no secret at this address: staff have it on their page there. */
  allowCode(address: string, code: string): void;
};
/** Looks every code up. */
export const UNGUARDED: JoinGuard = { ask: (_who, _code, lookUp) => lookUp(), allowCode: () => {} };

type Needs = {
  storage: Pick<Storage, 'runs'>;
  clock: Clock;
  /** Called when an address has used up its tries, once an hour. */
  onTriesUsedUp(address: string): Promise<void>;
};

/** Wrong codes of all devices of an address that are not known: 90 at once, 720 an hour. */
const ADDRESS_LIMIT = { burst: 90, perSecond: 0.2 };
/** Wrong codes of a device that has had a seat, or of a person: 12 at once, 72 an hour. */
const OWNER_LIMIT = { burst: 12, perSecond: 0.02 };
/** How far apart an address that has used up its tries is answered: a class of 45 is in within ten seconds. */
const TURN_INTERVAL_MS = 200;
/** Longest wait for such an answer. The page gives up after ten seconds. */
const MAX_TURN_WAIT_MS = 8000;
const REPORT_EVERY_MS = 3600_000;
/** Addresses and devices remembered, and codes of an address; beyond it the one longest unused is forgotten. */
const MAX_KEYS = 10_000;
const MAX_CODES = 200;

export const createJoinGuard = ({ storage, clock, onTriesUsedUp }: Needs): JoinGuard => {
  const addresses = lazyMap(() => createTokenBucket(ADDRESS_LIMIT.burst, ADDRESS_LIMIT.perSecond, clock.now));
  const owners = lazyMap(() => createTokenBucket(OWNER_LIMIT.burst, OWNER_LIMIT.perSecond, clock.now));
  const codesAt = lazyMap(() => lazyMap(() => true, MAX_CODES));
  const reportedAt = lazyMap(() => ({ at: Number.NEGATIVE_INFINITY }));
  const nextTurns = lazyMap(() => ({ at: 0 }));

  /** Who has a count of their own. A new device has none: it could be had anew for each guess. */
  const ownerOf = async ({ guest, person }: Principal): Promise<string | null> => {
    if (person !== null) return `person ${person.id}`;
    return guest !== null && (await storage.runs.schoolOfDevice(guest)) !== null ? `device ${guest}` : null;
  };
  /** False: so many wait already that this one would wait too long. */
  const waitForTurn = async (addressKey: string): Promise<boolean> => {
    const turn = nextTurns.of(addressKey);
    const now = clock.now();
    // Nobody's turn is further off than that, unless the clock was set back.
    const at = turn.at > now + MAX_TURN_WAIT_MS + TURN_INTERVAL_MS ? now : Math.max(turn.at, now);
    if (at - now > MAX_TURN_WAIT_MS) return false;
    turn.at = at + TURN_INTERVAL_MS;
    if (at > now) await new Promise<void>((go) => void clock.setTimer(at - now, go));
    return true;
  };
  /** Null: the bucket is empty. */
  const lookUpCounted = async <T>(
    bucket: TokenBucket,
    addressKey: string,
    code: string,
    lookUp: () => Promise<Reply<T>>,
  ): Promise<Reply<T> | null> => {
    if (!bucket.take(1)) return null;
    const reply = await lookUp();
    if (reply.ok || reply.error.code !== 'unknown-code') {
      bucket.take(-1);
      codesAt.of(addressKey).of(code);
    }
    return reply;
  };

  return {
    ask: async ({ principal, address }, code, lookUp) => {
      const addressKey = limitedAddress(address);
      const addressBucket = addresses.of(addressKey);
      const owner = await ownerOf(principal);
      const ownAnswer = owner === null ? null : await lookUpCounted(owners.of(owner), addressKey, code, lookUp);
      const answer = ownAnswer ?? (await lookUpCounted(addressBucket, addressKey, code, lookUp));
      if (answer !== null) return answer;
      const lastReport = reportedAt.of(addressKey);
      if (clock.now() - lastReport.at >= REPORT_EVERY_MS) {
        lastReport.at = clock.now();
        await onTriesUsedUp(address);
      }
      const refused: Reply<never> = { ok: false, error: failure('join-wait') };
      if (!(await waitForTurn(addressKey))) return refused;
      if (codesAt.of(addressKey).has(code)) return await lookUp();
      return (await lookUpCounted(addressBucket, addressKey, code, lookUp)) ?? refused;
    },
    allowCode: (address, code) => void codesAt.of(limitedAddress(address)).of(code),
  };
};

type LazyMap<T> = { of(key: string): T; has(key: string): boolean };

/** A value for each key, made when it is first asked for. */
export const lazyMap = <T>(make: () => T, maxKeys = MAX_KEYS): LazyMap<T> => {
  const values = new Map<string, T>();
  return {
    has: (key) => values.has(key),
    of: (key) => {
      const value = values.get(key) ?? make();
      values.delete(key);
      values.set(key, value);
      for (const oldest of values.keys()) {
        if (values.size <= maxKeys) break;
        values.delete(oldest);
      }
      return value;
    },
  };
};
