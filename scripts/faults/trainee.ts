/** A simulated trainee of the harness: sends, sends again what nobody answered, and remembers all it was told. */
import { io, type Socket } from 'socket.io-client';
import { foldDrill } from '#client/drill/model/drill-fold.ts';
import { type DrillView, emptyView } from '#client/drill/model/drill-view.ts';
import type { Reply } from '#contract/errors.ts';
import type { SeatBody } from '#contract/runs.ts';
import { PROTOCOL_VERSION } from '#contract/sockets.ts';
import type { DrillEvents, WireEvent } from '#contract/wire-events.ts';
import type { TraineeClient } from '#scripts/bots/http-client.ts';
import { foldedUpTo, shownTo } from './new-page.ts';
import { createOutbox, type Outbox, type Sent } from './outbox.ts';
import { ANSWER_MS, CUSTOMER, LATER, MAX_OPEN, mayJoinLater, OVER } from './refusals.ts';
import { pause, until } from './waiting.ts';
import type { Watch } from './watch.ts';

type TraineeNeeds = {
  name: string;
  url: string;
  client: TraineeClient;
  watch: Watch;
  /** Cases of one drill. */
  scenarios: readonly string[];
  /** What is said, one after the other, over and over. */
  texts: readonly [string, ...string[]];
};

export type Trainee = {
  name: string;
  outbox: Outbox;
  /** Takes a seat in the run with this code, and serves its drill before it practises. */
  sitDown(code: string): Promise<void>;
  /** Sends a reply at once, wherever a customer is, and doesn't wait; null where none is. */
  say(): Promise<Sent> | null;
  /** Sends the same commands once more, in the order given, half of them over another connection. */
  sendAgain(commands: readonly Sent[]): Promise<void>;
  /** Is there again, has a reply acknowledged, and hears the customer. Milliseconds until the acknowledgement. */
  goesOn(): Promise<number>;
  /** Compares what it has folded with what a new page is shown. */
  comparesWithNewPage(): Promise<void>;
  drills(): readonly string[];
  close(): void;
};

export function createTrainee({ name, url, client, watch, scenarios, texts }: TraineeNeeds): Trainee {
  const outbox = createOutbox();
  const drills: string[] = [];
  let drill: string | null = null;
  let seat: string | null = null;
  let isRunning = false;
  let isJoined = false;
  let joining = '';
  let last = 0;
  let events = new Map<number, WireEvent>();
  let view: DrillView = emptyView;
  let said = 0;

  const connect = (): Socket =>
    io(url, {
      auth: { protocol: PROTOCOL_VERSION },
      transports: ['websocket'],
      forceNew: true,
      autoConnect: client.cookie() !== '',
      reconnectionDelay: 20,
      reconnectionDelayMax: 150,
      timeout: 5000,
      extraHeaders: { cookie: client.cookie(), origin: new URL(url).origin },
    });
  const socket = connect();
  /** A device has its cookie from its first request: before that it can't be connected as itself. */
  const connectAnew = (): void => {
    socket.io.opts.extraHeaders = { ...socket.io.opts.extraHeaders, cookie: client.cookie() };
    socket.connect();
  };

  const hear = ({ drillId, after, upTo, events: heard, running }: DrillEvents): void => {
    if (drillId !== drill) return;
    if (after > last) watch.found(name, `a gap: told what follows ${after}, had ${last}`);
    isRunning = running;
    for (const { seq, event } of heard) {
      if (seq <= last) continue;
      events.set(seq, event);
      view = foldDrill(view, event, seq);
    }
    last = Math.max(last, upTo);
  };

  const ask = async <T>(on: Socket, command: string, payload: object): Promise<Reply<T> | null> => {
    if (!on.connected) return null;
    const wasGone = watch.isGone();
    try {
      const reply: Reply<T> = await on.timeout(ANSWER_MS).emitWithAck(command, payload);
      if (reply.ok && wasGone && watch.isGone() && !command.endsWith(':join'))
        watch.found(name, `${command} was acknowledged while the storage was gone`);
      return reply;
    } catch {
      if (on.connected) watch.found(name, `${command} had no answer within ${ANSWER_MS / 1000} s`);
      return null;
    }
  };

  const deliver = async (sent: Sent, on = socket): Promise<Sent> => {
    const reply = await ask<{ seq: number; now: number }>(on, sent.command, sent.payload);
    const odd = outbox.answered(sent, reply);
    if (odd !== null) watch.found(name, odd);
    if (reply?.ok === false && reply.error.code === 'internal') watch.found(name, `${sent.command}: internal`);
    return sent;
  };

  const join = async (): Promise<void> => {
    isJoined = false;
    joining = 'seat:join';
    if (seat !== null) {
      const reply = await ask<SeatBody>(socket, 'seat:join', { seatId: seat });
      if (reply?.ok && reply.value.drill !== null && reply.value.drill !== drill) takeUp(reply.value.drill);
    }
    if (drill === null) return;
    joining = 'drill:join';
    const reply = await ask<{ running: boolean }>(socket, 'drill:join', { drillId: drill, after: last, take: true });
    if (reply === null) return;
    if (!reply.ok) {
      const { code } = reply.error;
      joining = code;
      if (!mayJoinLater(code)) watch.found(name, `drill:join: ${code}`);
      // A page asks again after a while.
      await pause(100);
      return void (socket.connected && (await join()));
    }
    isRunning = reply.value.running;
    joining = `${outbox.open(drill).length} sent again`;
    for (const sent of outbox.open(drill)) await deliver(sent);
    isJoined = true;
  };
  const takeUp = (id: string): void => {
    drill = id;
    drills.push(id);
    [last, events, view, isRunning] = [0, new Map(), emptyView, false];
  };
  socket.on('drill:events', hear);
  socket.on('seat:state', (body: SeatBody) => {
    if (body.drill === null || body.drill === drill || drills.includes(body.drill)) return;
    takeUp(body.drill);
    void join();
  });
  socket.on('connect', () => void join());
  socket.on('disconnect', (why) => {
    isJoined = false;
    if (why === 'io server disconnect') socket.connect();
  });
  // The server refused the page itself, as while it can't read who it is; a page tries again, too.
  socket.on('connect_error', () => void (socket.active || setTimeout(() => socket.connect(), 50)));

  /** Opens a drill of its own. The server may be on its way back. */
  const practise = async (): Promise<void> => {
    const opened = await until(`${name} opens a drill`, async () => {
      const reply = await client.openDrill(scenarios).catch(() => null);
      if (reply?.ok === false && reply.error.code === 'internal') watch.found(name, 'POST /api/drills: internal');
      return reply?.ok ? reply.value.id : null;
    });
    seat = null;
    takeUp(opened);
    // A page has one drill: another one is another page.
    socket.disconnect();
    connectAnew();
    void deliver(outbox.add(opened, 'drill:start', { drillId: opened }));
  };

  const here = (): string | null =>
    view.arrivalOrder.findLast((key) => ['waiting', 'active'].includes(view.conversations[key]?.status ?? '')) ?? null;
  const say = (): Promise<Sent> | null => {
    const conversation = here();
    if (drill === null || conversation === null || view.endReason !== null) return null;
    // A page keeps what it can't send; hundreds sent at once after a long fault would meet a device's limit.
    if (!socket.connected || outbox.open(drill).length >= MAX_OPEN) return null;
    const text = texts[said++ % texts.length] ?? texts[0];
    const made = { how: 'typed', quickReply: null };
    return deliver(outbox.add(drill, 'message:send', { drillId: drill, conversation, text, made, anatomy: null }));
  };

  /** A reply is acknowledged, in this drill or, where its story is over, in another one. */
  const acknowledged = async (): Promise<Sent> =>
    until(
      `${name}’s reply is acknowledged`,
      async () => {
        if (drill === null || view.endReason !== null) await practise();
        // What was refused for now, the start among it, is sent again as a person would.
        for (const sent of isJoined && drill !== null ? outbox.open(drill) : []) await deliver(sent);
        if (!isJoined || !isRunning) return null;
        if (here() === null && view.arrivalOrder.length > 0) {
          // Nobody is left to talk to, or is away for long.
          if (drill !== null) await deliver(outbox.add(drill, 'drill:end', { drillId: drill }));
          await practise();
          return null;
        }
        const sent = await say();
        if (sent === null || sent.state === 'acked') return sent;
        if (sent.state === 'refused' && ![...LATER, ...OVER].includes(sent.code ?? ''))
          watch.found(name, `a reply was refused with ${sent.code}`);
        return null;
      },
      () =>
        `joined ${isJoined} (${joining}), running ${isRunning}, connected ${socket.connected}, drill ${drill} at ${last}`,
    );

  return {
    name,
    outbox,
    sitDown: async (code) => {
      await client.join(code);
      const claimed = await client.claim(code, { name });
      if (!claimed.ok) throw new Error(`no seat: ${claimed.error.code}`);
      seat = claimed.value.seat.id;
      connectAnew();
    },
    say,
    sendAgain: async (commands) => {
      const other = connect();
      await until(`${name}’s other page connects`, async () => (other.connected ? true : null));
      await Promise.all(commands.map((sent, at) => deliver(sent, at % 2 === 0 ? socket : other)));
      other.disconnect();
    },
    goesOn: async () => {
      const from = performance.now();
      const sent = await acknowledged();
      const ms = performance.now() - from;
      const at = sent.ack?.seq ?? 0;
      const isNews = (): true | null =>
        sent.drill !== drill || [...events].some(([seq, { kind }]) => seq > at && CUSTOMER.includes(kind))
          ? true
          : null;
      await until(
        `${name} hears the customer`,
        async () => isNews(),
        () => `drill ${drill} at ${last}, running ${isRunning}`,
      );
      return ms;
    },
    comparesWithNewPage: async () => {
      if (drill === null) return;
      const id = drill;
      const page = connect();
      const { seq, told } = await shownTo(page, name, (join) => ask(page, 'drill:join', { drillId: id, ...join }));
      await until(`${name} is told as much`, async () => (last >= seq || drill !== id ? true : null));
      page.disconnect();
      if (drill === id && foldedUpTo(seq, events) !== foldedUpTo(seq, told))
        watch.found(name, `a new page of ${id} shows something else`);
    },
    drills: () => drills,
    close: () => socket.disconnect(),
  };
}
