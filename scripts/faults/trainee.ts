/** A simulated trainee of the harness: sends, sends again what nobody answered, and remembers all it was told. */
import type { TraineeClient } from '#scripts/bots/http-client.ts';
import { foldedUpTo, shownTo } from './new-page.ts';
import { createOutbox, type Outbox, type Sent } from './outbox.ts';
import { createPage, pageSockets } from './page.ts';
import { LATER, MAX_OPEN, OVER } from './refusals.ts';
import { createToldDrill } from './told-drill.ts';
import { until } from './waiting.ts';
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

export const createTrainee = ({ name, url, client, watch, scenarios, texts }: TraineeNeeds): Trainee => {
  const outbox = createOutbox();
  const told = createToldDrill((what) => watch.found(name, what));
  const sockets = pageSockets({ name, url, client, watch });
  const page = createPage({ name, sockets, watch, outbox, told });
  let said = 0;

  /** Opens a drill of its own. The server may be on its way back. */
  const practise = async (): Promise<void> => {
    const opened = await until(`${name} opens a drill`, async () => {
      const reply = await client.openDrill(scenarios).catch(() => null);
      if (reply?.ok === false && reply.error.code === 'internal') watch.found(name, 'POST /api/drills: internal');
      return reply?.ok ? reply.value.id : null;
    });
    page.openAnother(opened);
    void page.deliver(outbox.add(opened, 'drill:start', { drillId: opened }));
  };

  const say = (): Promise<Sent> | null => {
    const [drill, conversation] = [told.id(), told.conversation()];
    if (drill === null || conversation === null || told.isOver()) return null;
    // A page keeps what it can't send; hundreds sent at once after a long fault would meet a device's limit.
    if (!page.isConnected() || outbox.open(drill).length >= MAX_OPEN) return null;
    const text = texts[said++ % texts.length] ?? texts[0];
    const made = { how: 'typed', quickReply: null };
    return page.deliver(outbox.add(drill, 'message:send', { drillId: drill, conversation, text, made, anatomy: null }));
  };

  /** A reply is acknowledged, in this drill or, where its story is over, in another one. */
  const acknowledged = async (): Promise<Sent> =>
    until(
      `${name}’s reply is acknowledged`,
      async () => {
        if (told.id() === null || told.isOver()) await practise();
        // What was refused for now, the start among it, is sent again as a person would.
        for (const sent of page.isJoined() ? page.openCommands() : []) await page.deliver(sent);
        if (!page.isJoined() || !told.isRunning()) return null;
        if (told.conversation() === null && told.hadCustomers()) {
          // Nobody is left to talk to, or is away for long.
          const drill = told.id();
          if (drill !== null) await page.deliver(outbox.add(drill, 'drill:end', { drillId: drill }));
          await practise();
          return null;
        }
        const sent = await say();
        if (sent === null || sent.state === 'acked') return sent;
        if (sent.state === 'refused' && ![...LATER, ...OVER].includes(sent.code ?? ''))
          watch.found(name, `a reply was refused with ${sent.code}`);
        return null;
      },
      page.state,
    );

  return {
    name,
    outbox,
    sitDown: async (code) => {
      await client.join(code);
      const claimed = await client.claim(code, { name });
      if (!claimed.ok) throw new Error(`no seat: ${claimed.error.code}`);
      page.sitAt(claimed.value.seat.id);
    },
    say,
    sendAgain: async (commands) => {
      const other = sockets.connect();
      await until(`${name}’s other page connects`, async () => (other.connected ? true : null));
      await Promise.all(commands.map((sent, at) => page.deliver(sent, at % 2 === 0 ? undefined : other)));
      other.disconnect();
    },
    goesOn: async () => {
      const from = performance.now();
      const sent = await acknowledged();
      const ms = performance.now() - from;
      const at = sent.ack?.seq ?? 0;
      const isNews = (): true | null => (sent.drill !== told.id() || told.isAnsweredAfter(at) ? true : null);
      await until(
        `${name} hears the customer`,
        async () => isNews(),
        () => `drill ${told.id()} at ${told.last()}, running ${told.isRunning()}`,
      );
      return ms;
    },
    comparesWithNewPage: async () => {
      const id = told.id();
      if (id === null) return;
      const newPage = sockets.connect();
      const { seq, told: toldAnew } = await shownTo(newPage, name, (join) =>
        sockets.ask(newPage, 'drill:join', { drillId: id, ...join }),
      );
      await until(`${name} is told as much`, async () => (told.last() >= seq || told.id() !== id ? true : null));
      newPage.disconnect();
      if (told.id() === id && foldedUpTo(seq, told.events()) !== foldedUpTo(seq, toldAnew))
        watch.found(name, `a new page of ${id} shows something else`);
    },
    drills: told.all,
    close: page.close,
  };
};
