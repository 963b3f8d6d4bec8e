import { beforeEach, describe, expect, test } from 'vitest';
import { failure } from '#contract/errors.ts';
import { createJoinGuard } from '#http/session/join-guard.ts';
import type { Storage } from '#storage/storage.ts';
import { lessonPlan, TEACHER, value } from '#tests/classroom/support/class-room.ts';
import { lessonCatalog } from '#tests/drills/support/lesson-room.ts';
import { type VirtualClock, virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, codeOf, type TestServer, testServer, withoutId } from '#tests/http/support/test-server.ts';

let server: TestServer;
let clock: VirtualClock;
const open = async (trustedProxies?: readonly string[]): Promise<void> => {
  clock = virtualClock();
  server = await testServer({ catalog: lessonCatalog, clock, ...(trustedProxies ? { trustedProxies } : {}) });
  await twoSchools(server.storage);
};
beforeEach(() => open());

/** A run that exists before anybody's page has shown its code. */
const newRun = async (): Promise<{ id: string; code: string }> =>
  value(await server.application.classroom.runs.create(TEACHER, { name: '课', classId: null, plan: lessonPlan }));
type From = { cookie?: string | null; from?: string };
const send = (method: string, code: string, { cookie = null, from }: From, body?: unknown): Promise<Answer> =>
  ask(`${server.url}/api/join/${code}`, {
    method,
    cookie,
    headers: from === undefined ? {} : { 'x-forwarded-for': from },
    ...(body === undefined ? {} : { body }),
  });
/** Lets time go on until the answer is there: it may have to wait its turn. */
const answered = async <T>(pending: Promise<T>): Promise<T> => {
  let isDone = false;
  void pending.finally(() => {
    isDone = true;
  });
  while (!isDone) {
    await new Promise(setImmediate);
    await clock.advance(20);
  }
  return pending;
};
const door = async (code: string, who: From = {}): Promise<string> => codeOf(await answered(send('GET', code, who)));
const join = (code: string, name: string, who: From = {}): Promise<Answer> =>
  answered(send('POST', code, who, { name }));
/** Types codes that are nobody's until the tries are used up; how many were answered. */
const useUp = async (who: From = {}, most = 200): Promise<number> => {
  for (let n = 0; n < most; n += 1) {
    if (codeOf(await send('GET', String(100_000 + n), who)) !== 'unknown-code') return n;
  }
  return most;
};

describe('a right code', () => {
  test('gets in after any number of wrong ones, on a device that has had a seat', async () => {
    const { cookie } = await join((await newRun()).code, '小柚');
    await useUp();
    expect(await door((await newRun()).code, { cookie })).toBe('ok');
    expect(codeOf(await join((await newRun()).code, '小柚', { cookie }))).toBe('ok');
  });

  test('gets a whole class in that shares its address with somebody who tries codes', async () => {
    const { code } = await newRun();
    await join(code, '第一个');
    expect(await useUp()).toBe(90);
    const before = clock.now();
    const class45 = Array.from({ length: 45 }, (_, n) => send('POST', code, {}, { name: `学生${n}` }));
    const codes = (await answered(Promise.all(class45))).map(codeOf);
    expect(codes.filter((one) => one === 'ok').length).toBeGreaterThanOrEqual(40);
    expect(clock.now() - before).toBeLessThan(10_000);
    expect(codes.every((one) => one === 'ok' || one === 'join-wait')).toBe(true);
  });

  test('gets a class in whose teacher has the run on the page at that address', async () => {
    const run = await newRun();
    await useUp();
    expect(await door(run.code)).toBe('join-wait');
    await ask(`${server.url}/api/runs/${run.id}`, { cookie: await cookieOf(server.storage, 'teacher') });
    expect(await door(run.code)).toBe('ok');
  });

  test('gets in whoever is signed in', async () => {
    await useUp();
    expect(await door((await newRun()).code, { cookie: await cookieOf(server.storage, 'trainee') })).toBe('ok');
  });
});

describe('an address that has used up its tries', () => {
  test('learns nothing of runs that nobody there has joined: right and wrong are refused alike', async () => {
    const { code } = await newRun();
    await useUp();
    const [right, wrong] = [await answered(send('GET', code, {})), await answered(send('GET', '999999', {}))];
    expect(withoutId(right)).toEqual(withoutId(wrong));
    expect([right.status, codeOf(right)]).toEqual([429, 'join-wait']);
  });
});

describe('in an hour', () => {
  const unknown = { ok: false, error: failure('unknown-code') } as const;
  const room = () => {
    // The guard alone, 36,000 times: the loop's turns, which nothing here waits for, were most of the time.
    const time = virtualClock(undefined, async () => {});
    const runs = { schoolOfDevice: (guest: string) => (guest === 'seated' ? 's1' : null) };
    // The guard asks this one thing of the storage.
    const guard = createJoinGuard({
      storage: { runs } as unknown as Storage,
      clock: time,
      onTriesUsedUp: async () => {},
    });
    return { time, guard };
  };
  /** Asks ten times a second, for an hour and before: what the guard answered, by code. */
  const hour = async (guest: string | null, isNeighbours: boolean): Promise<Map<string, number>> => {
    const { time, guard } = room();
    const stranger = { principal: { guest: null, person: null }, address: '10.0.0.1' };
    const who = { ...stranger, principal: { guest, person: null } };
    if (isNeighbours) guard.allowCode('10.0.0.1', '222222');
    for (let n = 0; n < 90; n += 1) await guard.ask(stranger, '111111', async () => unknown);
    const codes = new Map<string, number>();
    for (let n = 0; n < 36_000; n += 1) {
      // A right code gives its try back: wrong ones among them keep the tries used up.
      if (isNeighbours && n % 3 === 0) void guard.ask(who, '111111', async () => unknown);
      const look = async () => (isNeighbours ? { ok: true as const, value: 1 } : unknown);
      void guard.ask(who, isNeighbours ? '222222' : '111111', look).then((reply) => {
        const code = reply.ok ? 'ok' : reply.error.code;
        codes.set(code, (codes.get(code) ?? 0) + 1);
      });
      await time.advance(100);
    }
    return codes;
  };

  test('an address that has used up its tries gets 720 more', async () => {
    expect((await hour(null, false)).get('unknown-code')).toBeLessThanOrEqual(721);
  });

  test('a device that has had a seat gets 84 of its own beside them', async () => {
    const tries = (await hour('seated', false)).get('unknown-code') ?? 0;
    expect(tries).toBeGreaterThan(720 + 80);
    expect(tries).toBeLessThanOrEqual(721 + 84);
  });

  test('a neighbour’s code is told right at most 18,000 times', async () => {
    const told = (await hour(null, true)).get('ok') ?? 0;
    expect(told).toBeGreaterThan(5000);
    expect(told).toBeLessThanOrEqual(18_000 + 41);
  });
});

describe('the address of a request', () => {
  test('is the pupil’s behind a proxy on this machine: who tries codes there keeps nobody else out', async () => {
    const { code } = await newRun();
    expect(await useUp({ from: '10.1.1.7' })).toBe(90);
    expect(await door(code, { from: '10.1.1.7' })).toBe('join-wait');
    expect(await door(code, { from: '10.1.1.8' })).toBe('ok');
  });

  test('is no matter of what the client writes: only the last entry of a trusted proxy counts', async () => {
    for (let n = 0; n < 90; n += 1) await send('GET', '999999', { from: `172.16.0.${n}, 10.1.1.7` });
    expect(await door('999999', { from: '9.9.9.9, 10.1.1.7' })).toBe('join-wait');
    await open([]);
    for (let n = 0; n < 90; n += 1) await send('GET', '999999', { from: `10.1.1.${n}` });
    expect(await door('999999', { from: '10.1.2.1' })).toBe('join-wait');
  });

  test('is counted by its /64 in IPv6, where one machine has as many as it likes', async () => {
    for (let n = 0; n < 90; n += 1) await send('GET', '999999', { from: `2001:db8:1:2::${n}` });
    expect(await door('999999', { from: '2001:db8:1:2:ffff::1' })).toBe('join-wait');
    expect(await door('999999', { from: '2001:db8:1:3::1' })).toBe('unknown-code');
  });
});
