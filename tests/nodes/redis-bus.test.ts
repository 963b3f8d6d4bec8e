import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { NodeBus, NodeMessage } from '#nodes/node-bus.ts';
import { openRedisBus } from '#nodes/redis-bus.ts';
import { hasRedis, type PrivateRedis, startRedis } from '#scripts/private-servers/private-redis.ts';

const logger = pino({ level: 'silent' });
const left = (viewer: string): NodeMessage => ({ kind: 'viewer-left', viewer, lostAt: 1 });

if (!hasRedis()) {
  console.warn('Redis isn’t installed here, so nothing is tried on it (apt-get install redis-server)');
  test('Redis is tried where it is installed; a build without it fails', () => {
    expect(process.env.CI, 'install Redis: apt-get install redis-server').not.toBe('true');
  });
} else {
  describe('messages by Redis', () => {
    let server: PrivateRedis;
    beforeAll(async () => {
      server = await startRedis();
    });
    afterAll(() => server.remove());

    type Ear = {
      bus: NodeBus;
      heard: [string, NodeMessage][];
      states: boolean[];
      until(done: () => boolean): Promise<void>;
    };
    const ear = async (name: string): Promise<Ear> => {
      const bus = await openRedisBus(server.url, name, logger);
      onTestFinished(() => bus.close());
      const heard: [string, NodeMessage][] = [];
      const states: boolean[] = [];
      let wake = (): void => {};
      bus.listen({
        received: (from, message) => {
          heard.push([from, message]);
          wake();
        },
        connectionChanged: (isUp) => {
          states.push(isUp);
          wake();
        },
      });
      const until = async (done: () => boolean): Promise<void> => {
        while (!done())
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
      };
      return { bus, heard, states, until };
    };

    test('reach one node, or all others, in order; one to nobody is told to be unheard at once', async () => {
      const [a, b, c] = [await ear('a'), await ear('b'), await ear('c')];
      for (let n = 0; n < 200; n++) void a.bus.send('b', left(`v${n}`));
      a.bus.tellAll({ kind: 'sessions-ended' });
      await Promise.all([b.until(() => b.heard.length === 201), c.until(() => c.heard.length === 1)]);
      expect(b.heard.slice(0, 200)).toEqual(Array.from({ length: 200 }, (_, n) => ['a', left(`v${n}`)]));
      expect(a.heard).toEqual([]);
      expect(await a.bus.send('nobody', left('v'))).toBe(false);
      await c.bus.close();
      expect(await a.bus.send('c', left('v'))).toBe(false);
    });

    test('are listened for by a node until it is gone; nobody counts as gone who can’t be asked after', async () => {
      const [a, b] = [await ear('a'), await ear('b')];
      expect(await Promise.all([a.bus.isListening('b'), a.bus.isListening('nobody')])).toEqual([true, false]);
      await b.bus.close();
      expect(await a.bus.isListening('b')).toBe(false);
      await server.kill();
      await a.until(() => a.states.length === 1);
      expect(await a.bus.isListening('b')).toBe(true);
      await server.start();
    });

    test('are lost while Redis is away, which both ends are told; it is found again by itself', async () => {
      const [a, b] = [await ear('a'), await ear('b')];
      // Said in the very moment: nothing of it may end the process.
      for (let n = 0; n < 50; n++) void a.bus.send('b', left(`v${n}`));
      await server.kill();
      await Promise.all([a.until(() => a.states.length === 1), b.until(() => b.states.length === 1)]);
      expect([a.states, b.states]).toEqual([[false], [false]]);
      expect(await a.bus.send('b', left('lost'))).toBe(false);
      a.bus.tellAll({ kind: 'sessions-ended' });
      await server.start();
      await Promise.all([a.until(() => a.states.length === 2), b.until(() => b.states.length === 2)]);
      expect(a.bus.isUp()).toBe(true);
      b.heard.length = 0;
      expect(await a.bus.send('b', left('again'))).toBe(true);
      await b.until(() => b.heard.length > 0);
      expect(b.heard).toEqual([['a', left('again')]]);
    });

    test('that can’t be reached at the start are told of in words, without the password', async () => {
      const error: unknown = await openRedisBus('redis://:secret@127.0.0.1:1', 'a', logger).catch((thrown) => thrown);
      expect(error).toMatchObject({ code: 'redis-unreachable', zh: expect.stringContaining('127.0.0.1:1') });
      expect(JSON.stringify(error)).not.toContain('secret');
    });
  });
}
