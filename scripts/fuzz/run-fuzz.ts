/** Sends payloads to every target of the fuzz and looks how the server bears them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { io, type Socket } from 'socket.io-client';
import { checkText } from '#authoring/check-text.ts';
import { PROTOCOL_VERSION } from '#contract/sockets.ts';
import { factsOf } from '#library/load.ts';
import { loadSharedContent } from '#library/load-shared-content.ts';
import { createTraineeClient } from '#scripts/bots/http-client.ts';
import { randomOf } from '#scripts/faults/random.ts';
import { filesToSpoil } from './files.ts';
import { type FuzzServer, startFuzzServer } from './fuzz-server.ts';
import type { FuzzContext } from './fuzz-target.ts';
import { FUZZ_TARGETS } from './fuzz-targets.ts';
import { makeWorld, type World } from './world.ts';

export type FuzzTargetName = keyof typeof FUZZ_TARGETS;
export type FuzzFigures = {
  payloads: Record<FuzzTargetName, number>;
  seconds: number;
  /** What was wrong, with what was sent; the first two hundred. */
  wrong: string[];
  /** Processor milliseconds by which the loop was held longest: before anything was sent, and by what was sent. */
  idleHoldMs: number;
  worstHoldMs: number;
  /** Megabytes of the process after the first tenth, and at the end. */
  warmMb: number;
  endMb: number;
};
export type FuzzOptions = { seed: number; count: number; told?: (done: number) => void; isStopped?: () => boolean };

/** Payloads under way at a time, and between two looks at the server; then a new school takes the place of the old. */
const AT_ONCE = 8;
const LOOK_AFTER = 1000;
const MAX_TOLD = 200;
const TOP = fileURLToPath(new URL('../..', import.meta.url));

/** Rejects only where the fuzz itself can't work, or the server has ended. */
export const runFuzz = async ({ seed, count, told, isStopped = () => false }: FuzzOptions): Promise<FuzzFigures> => {
  const folder = mkdtempSync(join(tmpdir(), 'kefu-fuzz-'));
  const server = await startFuzzServer(folder);
  const random = randomOf(seed);
  const names = Object.keys(FUZZ_TARGETS) as FuzzTargetName[];
  const payloads = Object.fromEntries(names.map((name) => [name, 0])) as Record<FuzzTargetName, number>;
  const figures: FuzzFigures = { payloads, seconds: 0, wrong: [], idleHoldMs: 0, worstHoldMs: 0, warmMb: 0, endMb: 0 };
  const found = (what: string): void => void (figures.wrong.length < MAX_TOLD && figures.wrong.push(what));
  const from = performance.now();
  const shared = loadSharedContent(join(TOP, 'scenarios'));
  const caseFile = join(TOP, 'scenarios', 'cases', 'promotion', 'coupon-stack.yaml');
  const files = await filesToSpoil(caseFile, factsOf(shared.files.shops));
  const checkYaml = (text: string): void => {
    checkText(shared, { file: { name: 'own.yaml', text }, testplan: null, taken: {} });
  };
  const caseYaml = files.yaml.toString('utf8');
  const bag = names.flatMap((name) => Array.from({ length: Math.round(FUZZ_TARGETS[name].share * 1000) }, () => name));
  /** Each target once, then by their shares. Drawn in the order of the payloads alone, whichever is answered first. */
  const draw = (at: number): FuzzTargetName => names[at] ?? bag[random.between(0, bag.length - 1)] ?? 'http';
  /** Beside the next payloads: a trainee's first customer comes after five seconds, and nobody else waits for it. */
  let fresh = Promise.resolve();
  try {
    await new Promise((done) => setTimeout(done, 500));
    figures.idleHoldMs = (await server.look()).worstMs;
    for (let done = 0; done < count && !isStopped(); ) {
      const world = await makeWorld(server.url, caseYaml);
      const sockets = pagesOf(server, world);
      await server.look();
      const most = Math.min(LOOK_AFTER, count - done);
      let begun = 0;
      const context: Omit<FuzzContext, 'random'> = { ...{ server, world, files, checkYaml }, sockets };
      await Promise.all(
        Array.from({ length: AT_ONCE }, async () => {
          while (begun < most) {
            const name = draw(done + begun);
            const own = randomOf(random.between(0, 2 ** 32 - 1));
            begun += 1;
            payloads[name] += 1;
            const { sent, wrong } = await FUZZ_TARGETS[name].target({ ...context, random: own });
            if (wrong !== null) found(`${name}: ${wrong} <- ${sent}`);
          }
        }),
      );
      done += most;
      for (const socket of sockets) socket.disconnect();
      const seen = await server.look();
      for (const fault of seen.faults) found(`server: ${fault.slice(0, 600)}`);
      figures.worstHoldMs = Math.max(figures.worstHoldMs, seen.worstMs);
      if (done >= count / 10 && figures.warmMb === 0) figures.warmMb = seen.rssMb;
      figures.endMb = seen.rssMb;
      await fresh;
      fresh = servesFreshTrainee(server.url, found);
      // Awaited after the next payloads; until then Node must not take a failure for an unhandled one.
      fresh.catch(() => {});
      told?.(done);
    }
    await fresh;
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  figures.seconds = Math.round((performance.now() - from) / 1000);
  return figures;
};

const pagesOf = (server: FuzzServer, world: World): [Socket, Socket] => {
  const page = (cookie: string): Socket =>
    io(server.url, {
      ...{ auth: { protocol: PROTOCOL_VERSION }, transports: ['websocket'], forceNew: true, reconnectionDelay: 20 },
      extraHeaders: { cookie },
    });
  return [page(world.owner), page(world.cookies[2] ?? '')];
};

/** A new device opens a drill and has its first reply acknowledged. */
const servesFreshTrainee = async (url: string, found: (what: string) => void): Promise<void> => {
  const trainee = createTraineeClient(url);
  const opened = await trainee.openDrill(['promotion/coupon-stack']);
  if (!opened.ok) return found(`a fresh trainee gets no drill: ${opened.error.code}`);
  const socket = io(url, {
    ...{ auth: { protocol: PROTOCOL_VERSION }, transports: ['websocket'], forceNew: true },
    extraHeaders: { cookie: trainee.cookie() },
  });
  const drillId = opened.value.id;
  const arrived = new Promise<void>((done) => {
    socket.on('drill:events', ({ events }: { events: { event: { kind: string } }[] }) => {
      if (events.some(({ event }) => event.kind === 'customer-said')) done();
    });
  });
  const made = { how: 'typed', quickReply: null };
  const reply = { drillId, commandId: 'm1', conversation: 'c1', text: 'OK', made, anatomy: null };
  try {
    await socket.timeout(30_000).emitWithAck('drill:join', { drillId, after: 0, take: true });
    await socket.timeout(30_000).emitWithAck('drill:start', { drillId, commandId: 's1' });
    await arrived;
    const answer = await socket.timeout(30_000).emitWithAck('message:send', reply);
    if (answer.ok !== true) found(`a fresh trainee’s reply is refused: ${answer.error.code}`);
    await socket.timeout(30_000).emitWithAck('drill:end', { drillId, commandId: 'e1' });
  } catch (error) {
    found(`a fresh trainee has no answer: ${String(error)}`);
  } finally {
    socket.disconnect();
  }
};
