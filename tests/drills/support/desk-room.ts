import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import type { Clock } from '#common/clock.ts';
import type { Acked } from '#contract/commands.ts';
import type { Reply } from '#contract/errors.ts';
import type { DrillEvents, DrillTyping, WireEvent } from '#contract/wire-events.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import type { DrillEngine } from '#drills/judging/engine.ts';
import { inProcessJudge, type Judge } from '#drills/judging/judge.ts';
import type { Runner } from '#drills/runner/ports.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import { createRunner } from '#drills/runner/runner.ts';
import type { Viewer } from '#drills/runner/viewers/desk.ts';
import type { Storage } from '#storage/storage.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { toyCatalog } from './toy-content.ts';
import { toyEngine } from './toy-engine.ts';
import { type VirtualClock, virtualClock } from './virtual-clock.ts';

/** A tab that writes down all it hears. */
export type Tab = Viewer & { heard: DrillEvents[]; typed: DrillTyping[]; lost: string[]; seen(): WireEvent[] };

export const tab = (id: string): Tab => {
  const heard: DrillEvents[] = [];
  const typed: DrillTyping[] = [];
  const lost: string[] = [];
  return {
    id,
    heard,
    typed,
    lost,
    sendEvents: (message) => void heard.push(message),
    sendTyping: (message) => void typed.push(message),
    sendTaken: ({ drillId }) => void lost.push(drillId),
    seen: () => heard.flatMap(({ events }) => events.map(({ event }) => event)),
  };
};

export type Room = { clock: VirtualClock; storage: Storage; runner: Runner; restart(): Promise<void> };

/**
 * A runner on a real SQLite file and virtual time, or a clock made of it (`steady`). `restart` forgets the old one as kill -9 would.
 */
export const deskRoom = async (
  engine: DrillEngine = toyEngine,
  catalog: Catalog = toyCatalog,
  judge: Judge = inProcessJudge,
  steady: (clock: VirtualClock) => Clock = (clock) => clock,
): Promise<Room> => {
  const clock = virtualClock();
  const drillClock = steady(clock);
  const storage = await openReady(tempFolder());
  onTestFinished(() => storage.close());
  const logger = pino({ level: 'silent' });
  const start = (): Promise<Runner> =>
    createRunner({
      engine,
      judge,
      storage,
      catalogs: createCatalogs(catalog, storage.authored),
      clock: drillClock,
      logger,
    });
  const room: Room = {
    clock,
    storage,
    runner: await start(),
    restart: async () => {
      clock.forget();
      room.runner = await start();
    },
  };
  return room;
};

/** Opens a drill for g1 and returns its id. */
export const opened = async ({ runner }: Room, scenarios = ['product-advice/toy']): Promise<string> => {
  const reply = await runner.open({ guest: 'g1', scenarios, seed: 1, mode: 'practice', place: null, setting: null });
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.id;
};

/** Opens a drill, takes its desk and starts its clock. */
export const started = async (room: Room, at: Tab, scenarios?: string[]): Promise<string> => {
  const drillId = await opened(room, scenarios);
  await room.runner.join(drillId, at, 0, true);
  const reply = await start(room, drillId, at);
  if (!reply.ok) throw new Error(reply.error.code);
  return drillId;
};

export const start = ({ runner }: Room, drillId: string, { id }: Tab): Promise<Reply<Acked>> =>
  runner.submit(drillId, id, 'start', deskRequest('drill:start', { drillId, commandId: 'start' }));

export const say = (
  { runner }: Room,
  drillId: string,
  { id }: Tab,
  commandId: string,
  text: string,
  conversation = 'c1',
): Promise<Reply<Acked>> => {
  const made = { how: 'typed' as const, quickReply: null };
  const payload = { drillId, commandId, conversation, text, made, anatomy: null };
  return runner.submit(drillId, id, commandId, deskRequest('message:send', payload));
};
