import { expect, test } from 'vitest';
import { createClientAddress, LOOPBACK_PROXIES, trustedProxies } from '#common/client-address.ts';
import type { DeskSocket } from '#sockets/desk-socket.ts';
import { createGuard } from '#sockets/guard.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';

test('connections through a proxy are counted by the address it tells of, IPv6 by its /64', () => {
  const clock = virtualClock();
  const clientAddress = createClientAddress(trustedProxies(LOOPBACK_PROXIES) ?? (() => false));
  const storage = { guestByToken: () => null, people: { sessionPerson: () => null } };
  // The guard asks these two things of the storage, and headers and socket of a request.
  const guard = createGuard({ storage, clock, steadyClock: clock, clientAddress } as unknown as Parameters<
    typeof createGuard
  >[0]);
  const admitted = (from: string): boolean =>
    guard.admits({
      headers: { 'x-forwarded-for': from },
      socket: { remoteAddress: '127.0.0.1' },
    } as unknown as DeskSocket['request']);
  const tries = (from: (n: number) => string): number =>
    Array.from({ length: 200 }, (_, n) => admitted(from(n))).filter((one) => one).length;
  const most = tries(() => '10.1.1.7');
  expect(most).toBeLessThan(200);
  expect(admitted('10.1.1.8')).toBe(true);
  expect(tries((n) => `2001:db8:1:2::${n}`)).toBe(most);
  expect(admitted('2001:db8:1:3::1')).toBe(true);
});
