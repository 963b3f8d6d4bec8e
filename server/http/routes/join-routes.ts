import type { Classroom } from '#classroom/classroom.ts';
import type { Clock } from '#common/clock.ts';
import { createTokenBucket, type TokenBucket } from '#common/token-bucket.ts';
import { failure, type Reply } from '#contract/errors.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import type { Storage } from '#storage/storage.ts';
import type { Api, ApiRequest } from './api.ts';

type Needs = { classroom: Classroom; storage: Storage; clock: Clock; secureCookie: boolean };

/**
 * Limits on wrong codes only: a whole class types right ones from one address, while nobody may try out all six-digit
 * codes.
 */
const ADDRESS = { burst: 90, perSecond: 0.2 };
const DEVICE = { burst: 12, perSecond: 0.1 };
/** Limit on new devices, because each is remembered for 400 days. Several classes behind one address join within a minute. */
const NEW_DEVICES = { burst: 400, perSecond: 2 };

/** Routes to join a run with its code. No account is needed: the device is remembered by its cookie. */
export function joinRoutes(api: Api, { classroom, storage, clock, secureCookie }: Needs): void {
  const addresses = limitBy(ADDRESS, clock);
  const devices = limitBy(DEVICE, clock);
  const newcomers = limitBy(NEW_DEVICES, clock);

  /** Takes a try before the code is looked up, and gives it back unless the code is unknown. */
  const countGuess = <T>({ principal, address }: ApiRequest, look: () => Reply<T>): Reply<T> => {
    const buckets = [addresses(address), ...(principal.guest === null ? [] : [devices(principal.guest)])];
    if (!buckets.every((bucket) => bucket.take(1))) return { ok: false, error: failure('too-many-requests') };
    const reply = look();
    if (reply.ok || reply.error.code !== 'unknown-code') for (const bucket of buckets) bucket.take(-1);
    return reply;
  };

  api('GET /api/join/:code', (request) =>
    countGuess(request, () => classroom.seats.door(request.params.code, request.principal)),
  );

  api('POST /api/join/:code', (request) => {
    const { code } = request.params;
    return countGuess(request, () => {
      const door = classroom.seats.door(code, request.principal);
      if (!door.ok) return door;
      const guest = deviceOf(request);
      if (guest === null) return { ok: false, error: failure('too-many-requests') };
      return classroom.seats.join(code, { ...request.principal, guest }, request.body);
    });
  });

  /** The device's id. A device that comes with a right code gets a cookie now. Null: too many new devices from its address. */
  function deviceOf({ principal, address, setCookie }: ApiRequest): string | null {
    if (principal.guest !== null) return principal.guest;
    if (!newcomers(address).take(1)) return null;
    const newGuest = createGuest(storage, clock.now(), secureCookie);
    setCookie(newGuest.setCookie);
    return newGuest.guest;
  }
}

function limitBy(
  { burst, perSecond }: { burst: number; perSecond: number },
  clock: Clock,
): (key: string) => TokenBucket {
  const buckets = new Map<string, TokenBucket>();
  return (key) => {
    if (buckets.size > 10_000) buckets.clear();
    const bucket = buckets.get(key) ?? createTokenBucket(burst, perSecond, clock.now);
    buckets.set(key, bucket);
    return bucket;
  };
}
