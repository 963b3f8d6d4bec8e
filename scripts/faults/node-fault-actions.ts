/** How faults are done to several nodes on one PostgreSQL and one Redis, and how they are ended. */
import { LEASE_MS } from '#nodes/drill-leases.ts';
import { checkRoom } from './check-room.ts';
import { chatter, type FaultAction, lasts, meanwhile } from './fault-action.ts';
import { inPostgres, redisOf } from './place.ts';
import type { NodeFaultKind } from './plan.ts';
import type { CuttingProxy } from './proxy.ts';
import type { Random } from './random.ts';
import type { TestServer } from './room.ts';
import type { TestNode } from './test-node.ts';
import { pause } from './waiting.ts';

const nodeOf = ({ nodes }: TestServer, random: Random): TestNode => {
  const node = nodes[random.between(0, nodes.length - 1)];
  if (node === undefined) throw new Error('a room has a node');
  return node;
};
const redisProxyOf = (node: TestNode): CuttingProxy => {
  if (node.redis === null) throw new Error('a fault of nodes on a server that is alone');
  return node.redis;
};

/** By the nodes' clocks, longer than a lease lasts. */
const longerThanLease = (room: TestServer, random: Random): number => room.realMs(LEASE_MS + random.between(500, 8000));

export const NODE_FAULT_ACTIONS: Record<NodeFaultKind, FaultAction> = {
  'node-killed': async (room, random) => {
    const node = nodeOf(room, random);
    // The others have gone on before it is back, or it is back before they have noticed.
    const isLong = random.next() < 0.6;
    chatter(room, random, 4);
    await pause(random.between(0, 45));
    await room.killNodes([node]);
    const recoveryMs = isLong ? await checkRoom(room) : 0;
    await room.startNodes([node]);
    return recoveryMs;
  },
  'all-nodes-killed': async (room, random) => {
    chatter(room, random, 4);
    await pause(random.between(0, 45));
    await room.killNodes(room.nodes);
    await pause(random.next() < 0.5 ? 0 : longerThanLease(room, random));
    for (const node of random.shuffled(room.nodes)) await room.startNodes([node]);
  },
  'node-asleep': async (room, random) => {
    const node = nodeOf(room, random);
    const ms = longerThanLease(room, random);
    const [isTakenOut, isCheckedAsleep] = [random.next() < 0.6, random.next() < 0.5];
    let recoveryMs = 0;
    chatter(room, random);
    await pause(random.between(0, 20));
    node.signal('SIGSTOP');
    try {
      // What is sent before its trainees leave it is read when it wakes, and sent again to the others meanwhile.
      chatter(room, random);
      await pause(random.between(0, 40));
      if (isTakenOut) room.takeOut(node);
      if (isTakenOut && isCheckedAsleep) recoveryMs = await checkRoom(room);
      else await meanwhile(room, random, () => pause(ms));
    } finally {
      node.signal('SIGCONT');
    }
    chatter(room, random);
    room.putBack(node);
    return recoveryMs;
  },
  'redis-restarted': async (room, random) => {
    const redis = redisOf(room.place);
    await meanwhile(room, random, async () => {
      await redis.kill();
      await lasts(random);
      await redis.start();
    });
  },
  'redis-asleep': async (room, random) => {
    const pid = redisOf(room.place).pid();
    // Shorter and longer than the silence after which a node takes its connection for lost.
    const ms = random.next() < 0.6 ? random.between(100, 900) : random.between(4200, 5500);
    await meanwhile(room, random, async () => {
      process.kill(pid, 'SIGSTOP');
      await pause(ms);
      process.kill(pid, 'SIGCONT');
    });
  },
  'redis-cut-in-frame': async (room, random) => {
    const proxy = redisProxyOf(nodeOf(room, random));
    for (let cut = random.between(1, 3); cut > 0; cut -= 1) {
      proxy.cutAfter(random.between(1, 700), random.oneOf(['to-server', 'to-trainee']));
      chatter(room, random);
      await pause(random.between(20, 120));
    }
    proxy.dropAll();
  },
  'redis-out-of-reach': async (room, random) => {
    const proxy = redisProxyOf(nodeOf(room, random));
    const ms = room.realMs(random.between(1000, 12_000));
    await meanwhile(room, random, async () => {
      proxy.aim([]);
      proxy.dropAll();
      await pause(ms);
      proxy.aim([redisOf(room.place).port]);
    });
  },
  'database-asleep': async (room, random) => {
    const ms = room.realMs(random.between(300, 2 * LEASE_MS));
    await meanwhile(room, random, async () => {
      const goOn = inPostgres(room.place).freeze();
      await pause(ms);
      goOn();
    });
  },
  'moved-between-nodes': async (room, random) => {
    for (let times = random.between(1, 4); times > 0; times -= 1) {
      const node = nodeOf(room, random);
      chatter(room, random);
      await pause(random.between(0, 25));
      room.takeOut(node);
      chatter(room, random, 1);
      await pause(random.between(10, 150));
      room.putBack(node);
    }
  },
};
