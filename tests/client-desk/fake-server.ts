/** A drill's server in memory: a log, joins, acknowledgements answered by hand. */

import type { Transport, TransportHandlers } from '#client/lib/socket.ts';
import type { CommandName } from '#contract/commands.ts';
import type { Reply } from '#contract/errors.ts';
import type { SeatBody } from '#contract/runs.ts';
import type { WireEvent } from '#contract/wire-events.ts';

type Sent = { name: CommandName; payload: Record<string, unknown>; answer: (reply: unknown) => void };

export const fakeServer = (drillId = 'd1') => {
  const log: WireEvent[] = [];
  const sent: Sent[] = [];
  let handlers: TransportHandlers | null = null;
  let up = false;
  const server = {
    now: 0,
    running: true,
    mine: true,
    /** What seat:join is answered with. */
    seat: null as Reply<SeatBody> | null,
    sent,
    log,
    commands: (name: CommandName) => sent.filter((command) => command.name === name),
    tell: (after: number, upTo = log.length) =>
      handlers?.onEvents({
        drillId,
        after,
        upTo,
        events: log.slice(after, upTo).map((event, index) => ({ seq: after + index + 1, event })),
        now: server.now,
        running: server.running,
      }),
    /** Adds to the log and, unless told not to, to the client. */
    push: (event: WireEvent, tell = true) => {
      log.push(event);
      server.now = Math.max(server.now, event.at);
      if (tell && up) server.tell(log.length - 1);
    },
    up: () => {
      up = true;
      handlers?.onUp();
    },
    down: () => {
      up = false;
      for (const command of sent) command.answer(null);
      handlers?.onDown();
    },
    typing: (conversation: string, from: number, until: number | null) =>
      handlers?.onTyping({ drillId, conversation, from, until }),
    tellSeat: (body: SeatBody) => handlers?.onSeat?.(body),
    taken: () => handlers?.onTaken({ drillId }),
  };
  const transport: Transport = {
    open: (given) => {
      handlers = given;
    },
    retry: () => server.up(),
    send: (name, payload) => {
      if (!up) return Promise.resolve(null);
      return new Promise((resolve) => {
        const answer = (reply: unknown) => resolve(reply as never);
        sent.push({ name, payload, answer });
        if (name === 'seat:join') answer(server.seat);
        if (name !== 'drill:join') return;
        const { after } = payload as { after: number };
        if (after < log.length) server.tell(after);
        answer({ ok: true, value: { seq: log.length, now: server.now, mine: server.mine, running: server.running } });
      });
    },
    close: () => {
      up = false;
    },
  };
  return { server, transport };
};

export const OPENED: WireEvent = {
  kind: 'drill-opened',
  at: 0,
  mode: 'practice',
  pace: 20,
  customers: 2,
  tiers: [
    { upTo: 2, excellentS: 18, passS: 30, failS: 60 },
    { upTo: 5, excellentS: 30, passS: 45, failS: 75 },
    { upTo: 99, excellentS: 45, passS: 90, failS: 120 },
  ],
};

export const arrived = (conversation: string, at: number, name = '小鹿'): WireEvent => ({
  kind: 'customer-arrived',
  at,
  conversation,
  name,
  scenario: 'product-advice/shoe-half-size',
  type: 'product-advice',
  shop: 'suibu',
  regular: false,
  returning: false,
  enters: null,
  past: [],
  before: [],
  orders: [],
  mood: 'calm',
});

export const said = (conversation: string, at: number, text: string): WireEvent => ({
  kind: 'customer-said',
  at,
  conversation,
  id: `m${conversation}${at}`,
  bubble: { kind: 'text', text },
});

export const replied = (conversation: string, at: number, text: string, id = `t${conversation}${at}`): WireEvent => ({
  kind: 'trainee-said',
  at,
  conversation,
  id,
  text,
  quickReply: null,
  edited: 0,
});
