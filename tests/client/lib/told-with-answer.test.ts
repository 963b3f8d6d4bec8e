import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { socketTransport, type TransportHandlers } from '#client/lib/socket.ts';
import type { Reply } from '#contract/errors.ts';
import type { DrillEvents, DrillTyping } from '#contract/wire-events.ts';

const line = vi.hoisted(() => ({
  options: null as unknown,
  heard: new Map<string, (said?: unknown) => void>(),
  answers: [] as ((reply: unknown) => void)[],
}));
vi.mock('socket.io-client', () => ({
  io: (options: unknown) => {
    line.options = options;
    return {
      connected: true,
      on: (name: string, then: (said?: unknown) => void) => line.heard.set(name, then),
      emit: (_name: string, _payload: unknown, ack: (reply: unknown) => void) => void line.answers.push(ack),
      connect: () => {},
      disconnect: () => {},
      removeAllListeners: () => {},
    };
  },
}));

const EVENTS: DrillEvents = { drillId: 'd1', after: 4, upTo: 5, events: [], now: 1, running: true };
const TYPING: DrillTyping = { drillId: 'd1', conversation: 'c1', from: 1, until: null };
const stored = { ok: true, value: { seq: 5, now: 1 } } as const;
const told = { ok: true, value: { ...stored.value, told: { events: EVENTS, typing: [TYPING] } } } as const;

/** A page that is connected, has sent a command and writes down what it hears. */
const page = () => {
  const heard: unknown[] = [];
  const transport = socketTransport();
  const nothing = () => {};
  const handlers: TransportHandlers = {
    onUp: nothing,
    onDown: () => heard.push('down'),
    onEvents: (message) => heard.push(message),
    onTyping: (message) => heard.push(message),
    onTaken: nothing,
  };
  transport.open(handlers);
  const send = async (): Promise<void> => {
    const reply: Reply<unknown> | null = await transport.send('drill:end', { drillId: 'd1', commandId: 'e' });
    heard.push(reply === null ? 'given up' : 'answered');
  };
  void send();
  const answer = async (reply: unknown): Promise<void> => {
    for (const ack of line.answers.splice(0)) ack(reply);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { heard, transport, answer };
};

beforeEach(() => {
  vi.useFakeTimers();
  line.answers.length = 0;
});
afterEach(() => void vi.useRealTimers());

test('a page says that it takes what its commands led to with their answers, and hears it before the answer [N24]', async () => {
  const { heard, answer } = page();
  expect(line.options).toMatchObject({ auth: { takesTold: true } });
  await answer(told);
  expect(heard).toEqual([EVENTS, TYPING, 'answered']);
});

test('an answer that has nothing to tell, and a refusal, are answers', async () => {
  const first = page();
  await first.answer(stored);
  const second = page();
  await second.answer({ ok: false, error: { code: 'internal', message: '' } });
  expect([first.heard, second.heard]).toEqual([['answered'], ['answered']]);
});

test('an answer that comes after the command was given up is heard all the same', async () => {
  const { heard, answer } = page();
  await vi.advanceTimersByTimeAsync(8000);
  expect(heard).toEqual(['given up']);
  await answer(told);
  expect(heard).toEqual(['given up', EVENTS, TYPING]);
});

test('a lost connection gives up at once what waits for its answer, after the page knows of the loss', async () => {
  const { heard } = page();
  line.heard.get('disconnect')?.('transport close');
  await vi.advanceTimersByTimeAsync(0);
  expect(heard).toEqual(['down', 'given up']);
  expect(vi.getTimerCount()).toBe(0);
});

test('a page that is left hears nothing more', async () => {
  const { heard, transport, answer } = page();
  transport.close();
  await answer(told);
  expect(heard).toEqual(['given up']);
});
