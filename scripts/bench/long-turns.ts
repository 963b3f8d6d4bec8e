/**
 * Long turns inside a server of the bench: 60 messages with 6,000 characters together, the most a turn may have, sent
 * past the socket, where nobody can write so fast. A customer reads such a turn for ten seconds before it closes, so one drill can't close a
 * turn every half second: several drills do, one after the other.
 */
import { z } from 'zod';
import type { Runner } from '#drills/runner/ports.ts';
import { type DeskRequest, deskRequest } from '#drills/runner/requests.ts';
import type { Viewer } from '#drills/runner/viewers/desk.ts';
import { MAX_IN_TURN } from '#engine/decide.ts';

export const LONG_MESSAGES = MAX_IN_TURN.messages;
const CHARACTERS = MAX_IN_TURN.characters / LONG_MESSAGES;
export const APART_MS = 500;

/**
 * Order to the server: `sit` joins these drills, `say` lets them send, one after the other. `lengthen` makes their logs
 * long by so many short messages and pauses, `processor` asks for the processor time spent and the memory held, `memory`
 * for what is left once the garbage is collected.
 */
const orderSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['sit', 'say']), drills: z.array(z.string()) }),
  z.strictObject({ kind: z.literal('lengthen'), drill: z.string(), messages: z.number() }),
  z.strictObject({ kind: z.literal('processor') }),
  z.strictObject({ kind: z.literal('memory') }),
]);
export type ServerOrder = z.infer<typeof orderSchema>;
export type LongOrder = Extract<ServerOrder, { kind: 'sit' | 'say' }>;
/** The server's message when one of these turns has closed. */
export const closedSchema = z.strictObject({ closed: z.string(), messages: z.number(), characters: z.number() });
/** The server's message when a log is long: how many events it holds. */
export const lengthenedSchema = z.strictObject({ lengthened: z.string(), events: z.number() });
/** Milliseconds until the first customer has come, which is five seconds after the start. */
const ARRIVAL_MS = 5600;
/** The answer to `memory`: bytes of objects and buffers in use. */
export const memorySchema = z.strictObject({ usedBytes: z.number() });
/** The answer to `processor`: seconds of processor time the server has spent, and bytes of memory it holds. */
export const processorSchema = z.strictObject({ processorS: z.number(), bytes: z.number() });

const viewer: Viewer = { id: 'long', sendEvents: () => {}, sendTyping: () => {}, sendTaken: () => {} };
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const sit = async (runner: Runner, drillId: string): Promise<void> => {
  await runner.join(drillId, viewer, 0, true);
  await runner.submit(drillId, viewer.id, 's', deskRequest('drill:start', { drillId, commandId: 's' }));
};

const sayLong = async (runner: Runner, drillId: string): Promise<void> => {
  const send = (i: number) => {
    const text = `第${i}条：亲，满300减40可以和券一起用，下单时系统会自动算好，您直接拍就行，不用再找我们改价，有问题随时说哦${i}，拍下后两天内发出，包邮，七天内不合适能退，运费险也送您一份，退回来的时候不用您自己垫钱，平台会直接赔到您的账上${i}`;
    const payload = {
      ...{ drillId, commandId: `l${i}`, conversation: 'c1', text: text.slice(0, CHARACTERS) },
      ...{ made: { how: 'typed' as const, quickReply: null }, anatomy: null },
    };
    return runner.submit(drillId, viewer.id, payload.commandId, deskRequest('message:send', payload));
  };
  const replies = await Promise.all(Array.from({ length: LONG_MESSAGES }, (_, i) => send(i)));
  const refused = replies.find(({ ok }) => !ok);
  if (refused) throw new Error(`a long turn of the bench was refused: ${JSON.stringify(refused)}`);
};

const lengthen = async (runner: Runner, drillId: string, messages: number): Promise<void> => {
  await sit(runner, drillId);
  await pause(ARRIVAL_MS);
  let events = 0;
  const submit = async (request: DeskRequest, commandId: string) => {
    const reply = await runner.submit(drillId, viewer.id, commandId, request);
    if (reply.ok) events = reply.value.seq;
  };
  // A turn takes so many messages and no more; the rest of the log is pauses, which have no such bound.
  for (let i = 0; i < messages; i++) {
    const commandId = `n${i}`;
    if (i < MAX_IN_TURN.messages) {
      const payload = {
        ...{ drillId, commandId, conversation: 'c1', text: `亲，第${i}件事我记下了，查到了马上回您` },
        ...{ made: { how: 'typed' as const, quickReply: null }, anatomy: null },
      };
      await submit(deskRequest('message:send', payload), commandId);
    } else await submit(deskRequest(i % 2 === 0 ? 'drill:pause' : 'drill:resume', { drillId, commandId }), commandId);
  }
  if (messages % 2 === 1) await submit(deskRequest('drill:resume', { drillId, commandId: 'on' }), 'on');
  runner.leave(viewer.id, Date.now());
  process.send?.({ lengthened: drillId, events });
};

/** Takes the bench's orders, in the server's process. */
export const takeLongOrders = (runner: Runner): void => {
  const long = new Set<string>();
  runner.observe({
    attended: () => {},
    happened: ({ id }, events) => {
      if (!long.has(id)) return;
      for (const e of events)
        if (e.kind === 'turn-judged')
          process.send?.({ closed: id, messages: e.judgement.messages.length, characters: e.judgement.text.length });
    },
  });
  process.on('message', async (message) => {
    const order = orderSchema.parse(message);
    if (order.kind === 'lengthen') return lengthen(runner, order.drill, order.messages);
    if (order.kind === 'processor') {
      const { user, system } = process.cpuUsage();
      return void process.send?.({ processorS: (user + system) / 1e6, bytes: process.memoryUsage.rss() });
    }
    if (order.kind === 'memory') {
      global.gc?.();
      const { heapUsed, external } = process.memoryUsage();
      return void process.send?.({ usedBytes: heapUsed + external });
    }
    for (const drill of order.drills) {
      long.add(drill);
      if (order.kind === 'sit') await sit(runner, drill);
      else {
        // Not awaited: however long the sending takes, their turns close one every half second.
        void sayLong(runner, drill);
        await pause(APART_MS);
      }
    }
  });
};
