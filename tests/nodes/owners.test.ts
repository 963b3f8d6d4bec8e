import { expect, test } from 'vitest';
import { opened } from '#tests/drills/support/desk-room.ts';
import { cluster } from '#tests/nodes/support/cluster.ts';

test('whose drill it is stays known at the node of its pages, until it may be another’s or nobody is there [D1]', async () => {
  const all = await cluster();
  const [a, b] = [await all.node('a'), await all.node('b')];
  // Until each has heard of the other.
  await all.clock.advance(2000);
  const drillId = await opened({ ...all, runner: a.runner, restart: async () => {} });
  await a.runner.join(drillId, all.tab(a, 'desk'), 0, true);
  const known = () => b.runner.ownerInMemory(drillId);
  const owner = await b.runner.ownerOf(drillId);
  expect(known()).toBeNull();
  const [one, two] = [all.tab(b, 'one'), all.tab(b, 'two')];
  for (const tab of [one, two]) await b.runner.join(drillId, tab, 0, true);
  const changes = [
    () => a.runner.handOver('s1', 'g2'),
    () => b.runner.handOver('s1', 'g2'),
    () => a.runner.forget(['another']),
    () => b.runner.forget(['another']),
  ];
  for (const change of changes) {
    await b.runner.ownerOf(drillId);
    expect(known()).toEqual(owner);
    await change();
    await all.clock.settle();
    expect(known()).toBeNull();
  }
  await b.runner.ownerOf(drillId);
  b.runner.leave('one', all.clock.now());
  expect(known()).toEqual(owner);
  b.runner.leave('two', all.clock.now());
  expect(known()).toBeNull();
});
