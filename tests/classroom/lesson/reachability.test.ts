import { describe, expect, test } from 'vitest';
import { createReachabilityMonitor } from '#classroom/lesson/reachability.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';

const reach = (address = '0.0.0.0') => {
  const clock = virtualClock(1_000_000);
  return {
    clock,
    reach: createReachabilityMonitor({
      clock,
      publicUrl: null,
      networks: () => [{ address: '192.168.1.5', network: 'WLAN' }],
      isOwn: (one) => one === '192.168.1.5',
      listening: () => ({ port: 3000, address }),
    }),
  };
};

describe('reachability', () => {
  test('counts other devices of the last ten minutes, each once', () => {
    const { clock, reach: one } = reach();
    for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1', '192.168.1.5', '::ffff:192.168.1.5', ''])
      one.noteRequest(address);
    expect(one.body()).toMatchObject({ others: 0, lastOtherAt: null });
    one.noteRequest('192.168.1.20');
    one.noteRequest('::ffff:192.168.1.20');
    clock.sleep(60_000);
    one.noteRequest('192.168.1.21');
    expect(one.body()).toMatchObject({ others: 2, lastOtherAt: 1_060_000 });
    clock.sleep(9 * 60_000 + 1);
    expect(one.body()).toMatchObject({ others: 1 });
  });

  test('names the addresses to type, or that there are none', () => {
    expect(reach().reach.body()).toMatchObject({
      port: 3000,
      onlyHere: false,
      addresses: [{ address: '192.168.1.5', url: 'http://192.168.1.5:3000', network: 'WLAN' }],
    });
    for (const address of ['127.0.0.1', '::1']) {
      expect(reach(address).reach.body()).toMatchObject({ onlyHere: true, addresses: [] });
    }
  });

  test('[N30] names this machine’s networks to a browser on it, and to nobody else', () => {
    const { reach: one } = reach();
    for (const address of ['127.0.0.1', '::ffff:127.0.0.1', '192.168.1.5'])
      expect(one.shared(address)).toEqual({
        publicUrl: null,
        addresses: [{ network: 'WLAN', url: 'http://192.168.1.5:3000' }],
      });
    expect(one.shared('192.168.1.20')).toEqual({ publicUrl: null, addresses: [] });
    expect(reach('127.0.0.1').reach.shared('127.0.0.1').addresses).toEqual([]);
  });
});
