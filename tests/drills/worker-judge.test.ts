/** The judge's worker thread answers as this thread would, and its end breaks nothing else. */
import { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import type { Judge } from '#drills/judging/judge.ts';
import { judgeSizeIn } from '#drills/judging/judge-size.ts';
import { createWorkerJudge, startThread, type WorkerJudgeOptions } from '#drills/judging/worker-judge.ts';
import { COUNTDOWN_MS } from '#drills/runner/stopped-clock.ts';
import { decide } from '#engine/decide.ts';
import { answerRequest } from '#engine/judge/answer-request.ts';
import type { JudgeRequest } from '#engine/model/judge-request.ts';
import { type Room, say, tab } from '#tests/drills/support/desk-room.ts';
import { lessonRoom, logOf, OTHER, ofKind, SHOES, seated } from '#tests/drills/support/lesson-room.ts';
import { drive, ready, say as says, tick } from '#tests/engine/support/drive.ts';
import { SAID, shoes } from '#tests/engine/support/shoes.ts';

const content = ready(shoes);
/** The request of a first turn of these words. */
const requestOf = (text: string): JudgeRequest => {
  const { drill } = drive(shoes, [says(10_000, text)]);
  const decided = decide(content, drill, tick(40_000));
  if (decided.ok || !('needs' in decided)) throw new Error('nothing is to be judged');
  return decided.needs;
};

type WithThreads = Judge & { threads: Worker[] };
/** A judge with the real thread, or another; `threads` are those it has started. */
const judgeWith = ({ start = startThread, ...options }: WorkerJudgeOptions = {}): WithThreads => {
  const threads: Worker[] = [];
  const started = (heapMb: number): Worker => {
    const thread = start(heapMb);
    threads.push(thread);
    return thread;
  };
  return { ...createWorkerJudge(pino({ level: 'silent' }), { start: started, ...options }), threads };
};
/** Ends with the test. */
const workerJudge = (options: WorkerJudgeOptions = {}): WithThreads => {
  const judge = judgeWith(options);
  onTestFinished(() => judge.close());
  return judge;
};
/** For tests that leave the thread as it is: starting one takes .4 s of processor time. */
const shared = judgeWith();
afterAll(() => shared.close());
const script = (code: string) => (): Worker =>
  new Worker(`const { parentPort } = require('node:worker_threads');\n${code}`, { eval: true });

describe('the judge’s thread', () => {
  test('gives the same answers as a judge in this thread, in the order they were asked for', async () => {
    const judge = shared;
    const requests = [SAID.size, SAID.wrongSize, `${SAID.insult}${SAID.offsite}`, SAID.hold30].map(requestOf);
    const order: number[] = [];
    const answers = await Promise.all(
      requests.map(async (request, i) => {
        const answer = await judge.judge(request, content);
        order.push(i);
        return answer;
      }),
    );
    expect(order).toEqual([0, 1, 2, 3]);
    expect(JSON.stringify(answers)).toBe(JSON.stringify(requests.map((request) => answerRequest(content, request))));
    expect(judge.threads).toHaveLength(1);
  });

  /** A thread that answers with the words it was asked about, each when the test says `next`. */
  const stepped = script(`const held = []; let next = 0;
    const go = () => { while (next > 0 && held.length > 0) { next -= 1; parentPort.postMessage(held.shift()); } };
    parentPort.on('message', (m) => {
      if (m === 'next') next += 1;
      if (m.kind === 'judge') held.push({ id: m.id, ok: true, answer: m.request.words.text });
      go();
    });`);
  /** The order in which turns of these lengths are judged that come while another is being judged. */
  const orderOf = async (lengths: readonly number[]): Promise<number[]> => {
    const judge = workerJudge({ start: stepped });
    const request = requestOf(SAID.size);
    const order: number[] = [];
    const ask = async (length: number): Promise<void> => {
      await judge.judge({ ...request, words: { text: '字'.repeat(length), said: [] } }, content);
      order.push(length);
    };
    const all = [1, ...lengths].map(ask);
    for (const _ of all) judge.threads[0]?.postMessage('next');
    await Promise.all(all);
    return order.slice(1);
  };

  test('judges short turns before long ones that came a little earlier, each kind in its order', async () => {
    expect(await orderOf([6000, 2000, 30, 31, 32])).toEqual([30, 31, 32, 2000, 6000]);
    expect(await orderOf([40, 30, 50, 20])).toEqual([40, 30, 50, 20]);
  });

  test('lets a long turn be overtaken no more often than it has hundreds of characters', async () => {
    const short = Array.from({ length: 20 }, (_, i) => i + 2);
    expect((await orderOf([500, ...short])).indexOf(500)).toBe(4);
    expect((await orderOf([1000, ...short])).indexOf(1000)).toBe(9);
  });

  test('is sent each content once, before it is needed', async () => {
    const echo = script(`let got = 0; parentPort.on('message', (m) => {
      if (m.kind === 'content') got += 1;
      if (m.kind === 'judge') parentPort.postMessage({ id: m.id, ok: true, answer: got });
    });`);
    const judge = workerJudge({ start: echo });
    const request = requestOf(SAID.size);
    judge.announceContent('tiny', content);
    judge.announceContent('tiny', content);
    expect(await judge.judge(request, content)).toBe(1);
    expect(await judge.judge({ ...request, contentHash: 'another' }, content)).toBe(2);
    expect(await judge.judge(request, content)).toBe(2);
  });

  test('drops the content that was unused longest, and is sent it again when needed', async () => {
    const counts = script(`const has = new Set(); parentPort.on('message', (m) => {
      if (m.kind === 'content') has.add(m.hash);
      if (m.kind === 'forget') has.delete(m.hash);
      if (m.kind === 'judge') parentPort.postMessage({ id: m.id, ok: true, answer: [...has].length + ':' + has.has(m.request.contentHash) });
    });`);
    const judge = workerJudge({ start: counts, size: { heapMb: 512, cases: 512 } });
    const request = requestOf(SAID.size);
    for (let i = 0; i < 520; i++) judge.announceContent(`h${i}`, content);
    expect(await judge.judge({ ...request, contentHash: 'h519' }, content)).toBe('512:true');
    expect(await judge.judge({ ...request, contentHash: 'h0' }, content)).toBe('512:true');
  });

  test('keeps contents by the machine’s memory, 512 cases on the smallest', () => {
    const GB = 2 ** 30;
    expect([1, 4, 8, 24, 64].map((gb) => judgeSizeIn(gb * GB))).toEqual([
      { heapMb: 512, cases: 512 },
      { heapMb: 512, cases: 512 },
      { heapMb: 1024, cases: 1536 },
      { heapMb: 3072, cases: 5632 },
      { heapMb: 4096, cases: 7680 },
    ]);
  });

  test('fails only the request that it can’t answer', async () => {
    const judge = shared;
    const request = requestOf(SAID.size);
    const [bad, good] = await Promise.allSettled([
      judge.judge({ ...request, scenario: 'nowhere' }, content),
      judge.judge(request, content),
    ]);
    expect(bad).toMatchObject({ status: 'rejected', reason: { message: expect.stringContaining('nowhere') } });
    expect(good).toMatchObject({ status: 'fulfilled' });
    expect(judge.threads).toHaveLength(1);
  });

  test('is started again when it is killed, and asked again for the missing answers', async () => {
    const judge = workerJudge();
    const requests = [SAID.size, SAID.ship].map(requestOf);
    const asked = Promise.all(requests.map((request) => judge.judge(request, content)));
    await judge.threads[0]?.terminate();
    expect(await asked).toEqual(requests.map((request) => answerRequest(content, request)));
    expect(judge.threads).toHaveLength(2);
    await judge.threads[1]?.terminate();
    expect(await judge.judge(requestOf(SAID.size), content)).toMatchObject({ judgement: { stacking: false } });
  });

  test('gives up a request that kills it twice, and answers those behind it', async () => {
    const deadly = script(`parentPort.on('message', (m) => {
      if (m.kind !== 'judge') return;
      if (m.request.words.text === '死') process.exit(1);
      parentPort.postMessage({ id: m.id, ok: true, answer: m.request.words.text });
    });`);
    const judge = workerJudge({ start: deadly });
    const request = requestOf(SAID.size);
    const of = (text: string): JudgeRequest => ({ ...request, words: { text, said: [] } });
    const [dead, alive] = await Promise.allSettled(['死', '活'].map((text) => judge.judge(of(text), content)));
    expect(dead).toMatchObject({ status: 'rejected' });
    expect(alive).toEqual({ status: 'fulfilled', value: '活' });
    expect(judge.threads).toHaveLength(3);
  });

  test('gives up a request that never ends', async () => {
    const endless = script(`parentPort.on('message', (m) => { if (m.kind === 'judge') for (;;) {} });`);
    const judge = workerJudge({ start: endless, longestMs: 50 });
    await expect(judge.judge(requestOf(SAID.size), content)).rejects.toThrow('ends the thread');
  });

  test('doesn’t count the time for contents that are compiled before it', async () => {
    // Five contents take 300 ms each, and one request may take a second.
    const busy = script(`parentPort.on('message', (m) => {
      if (m.kind === 'content') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
      parentPort.postMessage(m.kind === 'judge' ? { id: m.id, ok: true, answer: m.request.words.text } : { isReady: true });
    });
    parentPort.postMessage({ isReady: true });`);
    const judge = workerJudge({ start: busy, longestMs: 1000 });
    for (const hash of ['a', 'b', 'c', 'd', 'e']) judge.announceContent(hash, content);
    expect(await judge.judge(requestOf(SAID.size), content)).toBe(SAID.size);
    expect(judge.threads).toHaveLength(1);
  });

  test('refuses open and new requests once it is closed', async () => {
    const judge = workerJudge();
    const open = judge.judge(requestOf(SAID.size), content);
    const refused = expect(open).rejects.toThrow('closed');
    await judge.close();
    await refused;
    await expect(judge.judge(requestOf(SAID.size), content)).rejects.toThrow('closed');
    expect(judge.threads).toHaveLength(1);
  });
});

/** Two customers, many kinds of replies, a crash, and an end with a turn open; `quiet` waits until no request is open. */
const played = async (judge?: Judge): Promise<{ log: string; room: Room; drillId: string }> => {
  const open = new Set<unknown>();
  const counted: Judge | undefined = judge && {
    ...judge,
    judge: (request, it) => {
      const answer = Promise.resolve(judge.judge(request, it));
      open.add(answer);
      return answer.finally(() => open.delete(answer));
    },
  };
  const room = await lessonRoom(counted);
  const desk = tab('t1');
  const drillId = await seated(room, { scenarios: [SHOES, OTHER] });
  await room.runner.join(drillId, desk, 0, true);
  const quiet = async (): Promise<void> => {
    await room.clock.settle();
    while (open.size > 0) {
      await Promise.allSettled(open);
      await room.clock.advance(0);
    }
  };
  const words: [number, string, 'c1' | 'c2'][] = [
    [9000, SAID.wrongSize, 'c1'],
    [9000, SAID.vague, 'c1'],
    [30_000, `${SAID.size}，${SAID.why}`, 'c1'],
    [4000, SAID.hold30, 'c2'],
    [20_000, SAID.ship, 'c1'],
    [9000, SAID.size, 'c2'],
    [3000, '字'.repeat(500), 'c2'],
  ];
  for (const [i, [after, text, conversation]] of words.entries()) {
    await room.clock.advance(after);
    if (i === 3) {
      // As after kill -9: what is in memory comes from the log again.
      await room.restart();
      await room.runner.join(drillId, desk, 0, true);
      await room.clock.advance(COUNTDOWN_MS);
    }
    const sent = say(room, drillId, desk, `m${i}`, text, conversation);
    await quiet();
    await sent;
  }
  const ended = room.runner.end(drillId, 'teacher');
  await quiet();
  await ended;
  return { log: JSON.stringify(await logOf(room, drillId)), room, drillId };
};

test('[C7] a drill judged by the worker has the log of one judged in process, byte for byte, a restart included', async () => {
  const here = await played();
  const there = await played(shared);
  expect(there.log).toBe(here.log);
  expect((await ofKind(there.room, there.drillId, 'turn-judged')).length).toBeGreaterThan(4);
  expect((await here.room.runner.replay(here.drillId, true)).ok).toBe(true);
  expect(await there.room.runner.replay(there.drillId, true)).toEqual(
    await here.room.runner.replay(here.drillId, true),
  );
});
