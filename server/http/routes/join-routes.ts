import type { Classroom } from '#classroom/classroom.ts';
import { limitedAddress } from '#common/client-address.ts';
import type { Clock } from '#common/clock.ts';
import { createTokenBucket } from '#common/token-bucket.ts';
import { failure } from '#contract/errors.ts';
import { createGuest } from '#http/session/guest-cookie.ts';
import { type JoinGuard, lazyMap } from '#http/session/join-guard.ts';
import type { Storage } from '#storage/storage.ts';
import type { Api, ApiRequest } from './api.ts';

type Needs = { classroom: Classroom; storage: Storage; clock: Clock; secureCookie: boolean; joinGuard: JoinGuard };

/** Limit on new devices, because each is remembered for 400 days. Several classes behind one address join within a minute. */
const NEW_DEVICES = { burst: 400, perSecond: 2 };

/** Routes to join a run with its code. No account is needed: the device is remembered by its cookie. */
export const joinRoutes = (api: Api, { classroom, storage, clock, secureCookie, joinGuard }: Needs): void => {
  const newDeviceBuckets = lazyMap(() => createTokenBucket(NEW_DEVICES.burst, NEW_DEVICES.perSecond, clock.now));

  api('GET /api/join/:code', async (request) => {
    const { code } = request.params;
    return joinGuard.ask(request, code, () => classroom.seats.joinPage(code, request.principal));
  });

  /** The device's id. A device that comes with a right code gets a cookie now. Null: too many new devices from its address. */
  const deviceOf = async ({ principal, address, setCookie }: ApiRequest): Promise<string | null> => {
    if (principal.guest !== null) return principal.guest;
    if (!newDeviceBuckets.of(limitedAddress(address)).take(1)) return null;
    const newGuest = await createGuest(storage, clock.now(), secureCookie);
    setCookie(newGuest.setCookie);
    return newGuest.guest;
  };

  api('POST /api/join/:code', async (request) => {
    const { code } = request.params;
    return joinGuard.ask(request, code, async () => {
      const joinPage = await classroom.seats.joinPage(code, request.principal);
      if (!joinPage.ok) return joinPage;
      const guest = await deviceOf(request);
      if (guest === null) return { ok: false, error: failure('too-many-requests') };
      return await classroom.seats.join(code, { ...request.principal, guest }, request.body);
    });
  });
};
