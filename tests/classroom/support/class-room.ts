import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { type Classroom, createClassroom } from '#classroom/classroom.ts';
import { createReachabilityMonitor } from '#classroom/lesson/reachability.ts';
import type { SeatViewer, WallViewer } from '#classroom/lesson/viewers.ts';
import type { Reply } from '#contract/errors.ts';
import type { Plan, RunBody, SeatBody } from '#contract/runs.ts';
import type { WallTile, WallTiles } from '#contract/wall.ts';
import type { Catalog } from '#drills/catalog/catalog.ts';
import { createCatalogs } from '#drills/catalog/catalogs.ts';
import { inProcessJudge } from '#drills/judging/judge.ts';
import type { Runner } from '#drills/runner/ports.ts';
import { deskRequest } from '#drills/runner/requests.ts';
import { createRunner } from '#drills/runner/runner.ts';
import { inLanguage, type Language } from '#i18n/language.ts';
import { engine } from '#server/engine-parts.ts';
import type { Storage } from '#storage/storage.ts';
import { type Tab, tab } from '#tests/drills/support/desk-room.ts';
import { ANGRY, lessonCatalog, SHOES } from '#tests/drills/support/lesson-room.ts';
import { type VirtualClock, virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { twoSchools } from '#tests/http/support/people-world.ts';
import { person } from '#tests/storage/people-contract.ts';
import { openReady } from '#tests/storage/support/open-ready.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';

export const TEACHER = { id: 'teacher', school: 's1' };
export const MINUTE = 60_000;
export { ANGRY, SHOES };

export const lessonPlan: Plan = {
  scenarios: [SHOES],
  mode: 'lesson',
  arrivals: 'spaced',
  pace: 20,
  minutes: 12,
  seed: 'fixed',
  attempts: 1,
  results: 'at-once',
  incidents: [ANGRY],
  stages: [],
};

export type ClassRoom = {
  clock: VirtualClock;
  storage: Storage;
  runner: Runner;
  classroom: Classroom;
  /** Forgets the process as kill -9 would, and starts another on the same storage. */
  restart(awayMs?: number): Promise<void>;
};

/** A classroom on the real engine, a SQLite file and virtual time, with two schools and a class (of three). */
export const classRoom = async (
  names: readonly string[] = ['王小明', '李静', '张伟'],
  shipped: Catalog = lessonCatalog,
): Promise<ClassRoom> => {
  const clock = virtualClock();
  const storage = await openReady(tempFolder());
  await twoSchools(storage);
  await storage.people.createClass({ id: 'k1', school: 's1', name: '电商 2 班', createdAt: 1, archivedAt: null });
  await storage.people.addMembers(
    'k1',
    names.map((name, index) => ({
      person: person(`m${index + 1}`, { name, role: 'trainee' }),
      no: String(index + 1).padStart(2, '0'),
    })),
  );
  const logger = pino({ level: 'silent' });
  const catalogs = createCatalogs(shipped, storage.authored);
  const start = async (): Promise<Pick<ClassRoom, 'runner' | 'classroom'>> => {
    const runner = await createRunner({ engine, judge: inProcessJudge, storage, catalogs, clock, logger });
    const reachability = createReachabilityMonitor({
      clock,
      publicUrl: null,
      networks: () => [],
      isOwn: () => false,
      listening: () => null,
    });
    return { runner, classroom: await createClassroom({ storage, catalogs, runner, clock, logger, reachability }) };
  };
  const room: ClassRoom = {
    clock,
    storage,
    ...(await start()),
    restart: async (awayMs = 0) => {
      clock.forget();
      clock.sleep(awayMs);
      Object.assign(room, await start());
      await clock.settle();
    },
  };
  onTestFinished(async () => {
    await room.classroom.close();
    await room.runner.close();
    await storage.close();
  });
  return room;
};

export const value = <T>(reply: Reply<T>): T => {
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
};
export const code = (reply: Reply<unknown>): string => (reply.ok ? 'ok' : reply.error.code);

/** A run of the class of three (or, with `classId` null, of whoever types a name). */
export const newRun = async (
  { classroom }: ClassRoom,
  plan: Partial<Plan> = {},
  classId: string | null = 'k1',
): Promise<RunBody> =>
  value(await classroom.runs.create(TEACHER, { name: '第一节', classId, plan: { ...lessonPlan, ...plan } }));

export const device = (guest: string) => ({ guest, person: null });

/** A device takes a seat of the roster, by its place in it. */
export const sit = async (
  { classroom, storage }: ClassRoom,
  run: RunBody,
  guest: string,
  place: number,
): Promise<SeatBody> => {
  const seat = (await storage.runs.seats(run.id))[place - 1]?.id ?? '';
  return value(await classroom.seats.join(run.code, device(guest), { seat }));
};

/** A trainee's page of the seat: what it was told, newest last. */
export type SeatTab = SeatViewer & { told: SeatBody[]; last(): SeatBody };
export const seatTab = async (
  { classroom }: ClassRoom,
  seatId: string,
  guest: string,
  id = `tab-${guest}`,
): Promise<SeatTab> => {
  const told: SeatBody[] = [];
  const last = (): SeatBody => {
    const body = told.at(-1);
    if (body === undefined) throw new Error('told nothing');
    return body;
  };
  const viewer = { id, principal: device(guest), sendState: (body: SeatBody) => void told.push(body), told, last };
  told.push(value(await classroom.joinSeat(seatId, viewer)));
  return viewer;
};

/** A teacher's wall: the messages after the first, and all tiles as they are now. */
export type WallTab = WallViewer & { messages: WallTiles[]; runs: RunBody[]; tile(seat: string): WallTile };
export const wallTab = async (
  { classroom }: ClassRoom,
  runId: string,
  id = 'wall',
  language: Language = 'zh',
): Promise<WallTab> => {
  const messages: WallTiles[] = [];
  const runs: RunBody[] = [];
  const tiles = new Map<string, WallTile>();
  const keep = (message: WallTiles): void => {
    for (const one of message.tiles) tiles.set(one.seat, one);
  };
  const viewer: WallTab = {
    id,
    language,
    messages,
    runs,
    sendTiles: (message) => {
      messages.push(message);
      keep(message);
    },
    sendRun: (body) => void runs.push(body),
    tile: (seat) => {
      const found = tiles.get(seat);
      if (found === undefined) throw new Error(`no tile of ${seat}`);
      return found;
    },
  };
  keep(value(await inLanguage(language, () => classroom.watchRun(runId, viewer))).tiles);
  return viewer;
};

/** The trainee of a seat goes to the desk of its drill. */
export const toDesk = async (room: ClassRoom, seat: SeatTab): Promise<{ desk: Tab; drill: string }> => {
  const drill = seat.last().drill;
  if (drill === null) throw new Error('no drill to go to');
  const desk = tab(`desk-${seat.id}`);
  await room.runner.join(drill, desk, 0, true);
  await room.clock.settle();
  return { desk, drill };
};

let sent = 0;
export const say = async (
  room: ClassRoom,
  { desk, drill }: { desk: Tab; drill: string },
  text: string,
): Promise<string> => {
  sent += 1;
  const commandId = `say-${sent}`;
  const made = { how: 'typed' as const, quickReply: null };
  const payload = { drillId: drill, commandId, conversation: 'c1', text, made, anatomy: null };
  const done = room.runner.submit(drill, desk.id, commandId, deskRequest('message:send', payload));
  await room.clock.settle();
  value(await done);
  return commandId;
};
