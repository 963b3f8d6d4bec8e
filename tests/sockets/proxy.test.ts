import { expect, test } from 'vitest';
import { createClientAddress, LOOPBACK_PROXIES, trustedProxies } from '#common/client-address.ts';
import type { DeskSocket } from '#sockets/desk-socket.ts';
import { createGuard } from '#sockets/guard.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';

test('connections through a proxy are counted by the address it tells of, IPv6 by its /64', async () => {
  const clock = virtualClock();
  const clientAddress = createClientAddress(trustedProxies(LOOPBACK_PROXIES) ?? (() => false));
  const storage = { guestByToken: async () => null, people: { sessionPerson: async () => null } };
  // The guard asks these two things of the storage, and headers and socket of a request.
  const guard = createGuard({ storage, clock, steadyClock: clock, clientAddress } as unknown as Parameters<
    typeof createGuard
  >[0]);
  const admitted = (from: string): Promise<boolean> =>
    guard.admits({
      headers: { 'x-forwarded-for': from },
      socket: { remoteAddress: '127.0.0.1' },
    } as unknown as DeskSocket['request']);
  const tries = async (from: (n: number) => string): Promise<number> => {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => admitted(from(n))));
    return answers.filter((isAdmitted) => isAdmitted).length;
  };
  const most = await tries(() => '10.1.1.7');
  expect(most).toBeLessThan(200);
  expect(await admitted('10.1.1.8')).toBe(true);
  expect(await tries((n) => `2001:db8:1:2::${n}`)).toBe(most);
  expect(await admitted('2001:db8:1:3::1')).toBe(true);
});
