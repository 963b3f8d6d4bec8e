import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import type { DrillLeases } from '#nodes/drill-leases.ts';
import { createMembership } from '#nodes/membership.ts';
import { openSqlite } from '#storage/opening/open-sqlite.ts';
import { virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

test('a node that leaves while a beat is being written is gone afterwards [D2]', async () => {
  const clock = virtualClock();
  const storage = await openSqlite(tempFolder(), 'normal');
  onTestFinished(() => storage.close());
  let goOn = (): void => {};
  let slow: Promise<void> | null = null;
  const nodes = {
    ...storage.nodes,
    beat: async (...told: Parameters<typeof storage.nodes.beat>) => {
      await slow;
      await storage.nodes.beat(...told);
    },
  };
  const leases = { renew: async () => [] } as unknown as DrillLeases;
  const hooks = { onJoined: () => {}, onLeft: () => {} };
  const needs = { storage: { ...storage, nodes }, clock, logger: pino({ level: 'silent' }) };
  const membership = createMembership('a', needs, leases, hooks);
  await membership.start();
  expect((await storage.nodes.alive(clock.now())).map(({ node }) => node)).toEqual(['a']);

  slow = new Promise((resolve) => {
    goOn = resolve;
  });
  await clock.advance(1500);
  const left = membership.leave();
  goOn();
  await left;
  await clock.settle();
  expect(await storage.nodes.alive(clock.now())).toEqual([]);
});
