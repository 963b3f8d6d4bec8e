/** Two schools on one server in virtual time, and trainees at devices of their own: HTTP and sockets, as pages use them. */
import type { Socket } from 'socket.io-client';
import type { ClassBody } from '#contract/people.ts';
import type { Plan, RunBody, SeatBody } from '#contract/runs.ts';
import { engine } from '#server/engine-parts.ts';
import { shipped } from '#tests/classroom/support/whole-lesson.ts';
import { type VirtualClock, virtualClock } from '#tests/drills/support/virtual-clock.ts';
import { cookieOf, twoSchools } from '#tests/http/support/people-world.ts';
import { type Answer, ask, type TestServer, testServer, valueIn } from '#tests/http/support/test-server.ts';
import { connected, emit, message } from '#tests/sockets/test-socket.ts';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const CASE = 'shipping-urge/ship-by-when';

export type World = TestServer & {
  clock: VirtualClock;
  teacher: string;
  teacher2: string;
  mentor: string;
  /** `as`: cookies; null: a device that has none yet. Without a body it is read. */
  call(path: string, as: string | null, body?: unknown): Promise<Answer>;
  value<T>(path: string, as: string | null, body?: unknown): Promise<T>;
  /** The day of November 2026 at this hour, with nothing fired on the way: nights are long. */
  until(day: number, hour: number): Promise<void>;
};

export const world = async (): Promise<World> => {
  const clock = virtualClock(new Date(2026, 10, 16, 7).getTime());
  const server = await testServer({ engine, clock, catalog: shipped().catalog });
  const { storage, url } = server;
  await twoSchools(storage);
  const [teacher = '', teacher2 = '', mentor = ''] = await Promise.all(
    ['teacher', 'teacher2', 'mentor'].map((id) => cookieOf(storage, id)),
  );
  const call: World['call'] = (path, as, body) =>
    ask(`${url}/api/${path}`, { method: body === undefined ? 'GET' : 'POST', cookie: as, body });
  return {
    ...{ ...server, clock, teacher, teacher2, mentor, call },
    value: async <T>(path: string, as: string | null, body?: unknown) => valueIn(await call(path, as, body)) as T,
    until: async (day, hour) => {
      clock.sleep(new Date(2026, 10, day, hour).getTime() - clock.now());
      await clock.advance(1);
    },
  };
};

/** `person`: the account behind the name on the roster. `cookie` null: the device was never there. */
export type Trainee = { name: string; person: string; cookie: string | null; line: Socket | null };

/** A class with these names on its roster, as a teacher makes it. */
export const aClass = async (
  { value }: World,
  as: string,
  name: string,
  names: readonly string[],
): Promise<{ id: string; trainees: Trainee[] }> => {
  const { id } = await value<ClassBody>('classes', as, { name });
  // Its own mentor reads all of it, as schools with one company have it.
  await value<ClassBody>(`classes/${id}`, as, { mentorsSee: 'all' });
  const rows = names.map((one, n) => ({ no: String(n + 1).padStart(2, '0'), name: one }));
  const { list } = await value<ClassBody>(`classes/${id}/roster`, as, { rows });
  return { id, trainees: list.map((one) => ({ name: one.name, person: one.person, cookie: null, line: null })) };
};

export const lessonPlan = (over: Partial<Plan> = {}): Plan => ({
  ...{ scenarios: [CASE], mode: 'lesson', arrivals: 'together', pace: 20, minutes: 10, seed: 'fixed', attempts: 1 },
  ...{ results: 'published', incidents: [], stages: [], ...over },
});

/** The trainee's device takes their seat in the run by its code, and stays connected. Returns the seat. */
export const sit = async ({ call, storage, ...server }: World, run: string, who: Trainee): Promise<string> => {
  const found = await storage.runs.run(run);
  const seat = (await storage.runs.seats(run)).find(({ person }) => person === who.person)?.id ?? '';
  const answer = await call(`join/${found?.code}`, who.cookie, { seat });
  valueIn(answer);
  who.cookie ??= answer.cookie;
  who.line ??= await connected(server, who.cookie);
  const joined = await emit(who.line, 'seat:join', { seatId: seat });
  if (!joined.ok) throw new Error(joined.error.code);
  return seat;
};

/** The desk of a seat: the page has gone to the drill that was opened for it. */
export type Desk = { who: Trainee; drill: string };
export const deskOf = async ({ value, clock }: World, seat: string, who: Trainee): Promise<Desk> => {
  await clock.advance(SECOND);
  const { drill } = await value<SeatBody>(`seats/${seat}`, who.cookie);
  if (drill === null || who.line === null) throw new Error('no drill to go to');
  const joined = await emit(who.line, 'drill:join', { drillId: drill, after: 0, take: true });
  if (!joined.ok) throw new Error(joined.error.code);
  return { who, drill };
};

let sent = 0;
const nextId = (): string => {
  sent += 1;
  return `f${sent}`;
};
const acknowledged = async (line: Socket | null, command: string, payload: unknown): Promise<void> => {
  if (line === null) throw new Error('not connected');
  const reply = await emit(line, command, payload);
  if (!reply.ok) throw new Error(`${command}: ${reply.error.code}`);
};
export const say = ({ who, drill }: Desk, text: string, conversation = 'c1'): Promise<void> =>
  acknowledged(who.line, 'message:send', { ...message(drill, nextId(), text), conversation });
export const start = ({ who, drill }: Desk): Promise<void> =>
  acknowledged(who.line, 'drill:start', { drillId: drill, commandId: nextId() });
export const finish = ({ who, drill }: Desk): Promise<void> =>
  acknowledged(who.line, 'drill:end', { drillId: drill, commandId: nextId() });
export const act = ({ who, drill }: Desk, action: string, fields: Record<string, string>): Promise<void> =>
  acknowledged(who.line, 'action:do', {
    drillId: drill,
    commandId: nextId(),
    conversation: 'c1',
    action,
    with: fields,
  });
export const handOn = ({ who, drill }: Desk, note: string): Promise<void> =>
  acknowledged(who.line, 'conversation:transfer', { drillId: drill, commandId: nextId(), conversation: 'c1', note });

/** The desk's only customer goes to a classmate, who takes them at once, before a word. */
export const pass = async ({ clock }: World, giver: Desk, taker: Desk, seat: string): Promise<void> => {
  const note = '问今天能不能发货，还没答';
  const offer = { drillId: giver.drill, commandId: nextId(), conversation: 'c1', seat, note };
  await acknowledged(giver.who.line, 'conversation:pass', offer);
  await clock.settle();
  const answer = { drillId: taker.drill, commandId: nextId(), conversation: 'c2', takes: true, reason: '' };
  await acknowledged(taker.who.line, 'conversation:answer-pass', answer);
  await clock.advance(SECOND);
};

/** How somebody comes to a lesson: so late after its start, and so long until each of two replies. */
export type Coming = { who: Trainee; lateMs: number; replyMs: number };

/**
 * A lesson from the lobby to published results; who isn't in `coming` stays away. `passes`: who gives their only customer
 * away before a word, and to whom.
 */
export const aLesson = async (
  at: World,
  classId: string,
  name: string,
  coming: readonly Coming[],
  passes: { from: Trainee; to: Trainee } | null = null,
): Promise<{ run: string; drills: Map<string, string> }> => {
  const { value, clock, teacher } = at;
  const { id: run } = await value<RunBody>('runs', teacher, {
    ...{ name, classId },
    plan: lessonPlan(passes === null ? {} : { transfers: true }),
  });
  const seats = new Map<Trainee, string>();
  const [inTime, late] = [coming.filter(({ lateMs }) => lateMs === 0), coming.filter(({ lateMs }) => lateMs > 0)];
  for (const { who } of inTime) seats.set(who, await sit(at, run, who));
  await value(`runs/${run}/stage`, teacher, { stage: 'drill' });
  const drills = new Map<string, string>();
  const serve = async (some: readonly Coming[]): Promise<void> => {
    const desks = new Map<Trainee, Desk>();
    for (const { who } of some) desks.set(who, await deskOf(at, seats.get(who) ?? '', who));
    for (const { who, drill } of desks.values()) drills.set(who.person, drill);
    const [giver, taker] = passes === null ? [] : [desks.get(passes.from), desks.get(passes.to)];
    if (giver !== undefined && taker !== undefined) {
      await clock.advance(QUICK);
      await pass(at, giver, taker, seats.get(taker.who) ?? '');
    }
    const slowest = Math.max(0, ...some.map(({ replyMs }) => replyMs));
    for (const text of REPLIES)
      for (let passed = 0; passed < slowest; passed += SECOND) {
        await clock.advance(SECOND);
        for (const { who, replyMs } of some) {
          const desk = desks.get(who);
          if (desk === undefined || desk === giver || passed + SECOND !== replyMs) continue;
          await say(desk, text);
          if (desk === taker) await say(desk, text, 'c2');
        }
      }
  };
  await serve(inTime);
  for (const { who, lateMs } of late) {
    const { startedAt } = await value<RunBody>(`runs/${run}`, teacher);
    await clock.advance(Math.max(0, (startedAt ?? 0) + lateMs - clock.now()));
    seats.set(who, await sit(at, run, who));
  }
  await serve(late);
  await value(`runs/${run}/stage`, teacher, { stage: 'debrief' });
  await clock.advance(SECOND);
  await value(`runs/${run}/publish`, teacher, { published: true });
  return { run, drills };
};

/** Longer than a customer's first words take: a reply between them would begin a round in their midst. */
export const QUICK = 12 * SECOND;
export const REPLIES = ['在的，我看一下您的订单', '今天发的，您放心，发了有单号'];
