import type { ZodType } from 'zod';
import type { Classroom } from '#classroom/classroom.ts';
import type { SeatViewer, WallViewer } from '#classroom/lesson/viewers.ts';
import { COMMAND_ACCESS, refusal, resourceOf } from '#common/access.ts';
import { type CommandName, commandSchemas } from '#contract/commands.ts';
import { type ErrorCode, failure, inWords, type Reply } from '#contract/errors.ts';
import type { Viewer } from '#drills/runner/desk.ts';
import type { DrillDesk, DrillViewing } from '#drills/runner/ports.ts';
import type { DeskRequest } from '#drills/runner/requests.ts';
import { inLanguage } from '#i18n/language.ts';
import { storageRefusal } from '#storage/health/storage-health.ts';
import { type Acknowledge, answeredCommand } from './answered-commands.ts';
import type { DeskSocket, SocketNeeds } from './desk-socket.ts';
import type { ConnectionGuard } from './guard.ts';

/** What a command counts as where it isn't one: those on a run read all of it. */
const COST: { readonly [N in CommandName]?: number } = { 'message:typing': 0.2, 'seat:join': 2, 'run:watch': 5 };
/** Drills of one socket at most: each is held in memory for it. A page has one, a simulated trainee each of its attempts. */
const MOST_DRILLS = 16;
const costOf = (name: string): number => (isCommand(name) ? COST[name] : undefined) ?? 1;

/** Commands by which a desk is taken up, or taken up again. */
const TAKES_UP: readonly CommandName[] = ['drill:join', 'drill:start', 'drill:resume'];

/**
 * A command whose shape is right, ready to run once it is known to be allowed. `id`: of the resource it is about. `missed`: what
 * the events it asks for cost (ports.ts, `catchUpCost`).
 */
type Heard = { id: string; missed?(): Promise<number>; run(): Promise<Reply<unknown>> };
type Listener = (payload: unknown) => Reply<Heard>;
/** The ways in which one command is answered. */
type Answers = {
  reply(answer: Reply<unknown>): void;
  refuse(code: ErrorCode, detail?: string): void;
  failed(error: unknown): void;
};

/**
 * Listens to every command of one socket and checks rate, shape, permission and the cost of what was missed, in this
 * order, before the drill gets it. Every command is acknowledged, whatever happens; a name that the table of commands
 * lacks counts as one and is refused. Who goes on after many refusals is cut off (RULES N8). `checked`: done when it is
 * known whether the session is over.
 */
export function onCommands(
  socket: DeskSocket,
  guard: ConnectionGuard,
  needs: Pick<SocketNeeds, 'runner' | 'classroom' | 'storage' | 'logger' | 'meter'>,
  checked: () => Promise<void>,
): void {
  const { runner, classroom, storage, logger } = needs;
  const { allowance } = guard;
  /** Commands are begun in the order in which they came; one that joins a drill is done before the next is begun. */
  let before: Promise<void> = Promise.resolve();
  /** Drills this socket has joined or watches. */
  const drills = new Set<string>();
  const listeners = {
    ...deskListeners(runner, {
      id: socket.id,
      events: (message) => void socket.emit('drill:events', message),
      typing: (message) => void socket.emit('drill:typing', message),
      taken: (message) => void socket.emit('desk:taken', message),
    }),
    ...classListeners(
      classroom,
      { id: socket.id, principal: socket.data.principal, state: (body) => void socket.emit('seat:state', body) },
      {
        id: socket.id,
        language: socket.data.language,
        tiles: (message) => void socket.emit('wall:tiles', message),
        run: (body) => void socket.emit('run:state', body),
      },
    ),
  };

  /** Whether an exam keeps this drill's desk from the principal (RULES M45). */
  const isKept = async (id: string): Promise<boolean> => {
    const row = await storage.drill(id);
    return row !== null && (await classroom.seals.keepFromDesk(socket.data.principal, row));
  };

  const handle = (name: string, payload: unknown, acknowledge: Acknowledge): void => {
    const reply = (answer: Reply<unknown>): void => acknowledge(inWords(answer));
    const turnDown = (answer: Reply<unknown>): void => {
      reply(answer);
      if (!allowance.refusal()) guard.close('too-many-refusals');
    };
    const refuse = (code: ErrorCode, detail?: string): void => turnDown({ ok: false, error: failure(code, detail) });
    const failed = (error: unknown): void => {
      logger.error({ err: error, command: name }, 'command failed');
      reply({ ok: false, error: failure(storageRefusal(error) ?? 'internal') });
    };
    try {
      if (!allowance.command(costOf(name))) refuse('too-many-requests');
      else if (!isCommand(name)) refuse('bad-request', 'command');
      else {
        const heard = listeners[name](payload);
        if (heard.ok) before = before.then(() => begin(name, heard.value, { reply, refuse, failed }));
        else turnDown(heard);
      }
    } catch (error) {
      failed(error);
    }
  };

  const begin = async (name: CommandName, { id, missed, run }: Heard, { reply, refuse, failed }: Answers) => {
    try {
      await checked();
      const access = COMMAND_ACCESS[name];
      const resource = resourceOf(access);
      const owner =
        resource === 'drill'
          ? await runner.ownerOf(id)
          : resource === null
            ? null
            : await storage.ownerOf(resource, id);
      const refused = refusal(access, socket.data.principal, owner);
      if (refused !== null) return refuse(refused);
      if (TAKES_UP.includes(name) && (await isKept(id))) return refuse('case-in-exam');
      if (name === 'drill:unwatch') drills.delete(id);
      if (missed !== undefined) {
        const isOneMore = !drills.has(id) && drills.size >= MOST_DRILLS;
        if (isOneMore || guard.isBehind() || !allowance.catchUp(await missed())) return refuse('too-many-requests');
        drills.add(id);
      }
      guard.used();
      const done = run().then(reply, failed);
      if (missed === undefined) return;
      await done;
      // What was missed is on its way, and everybody else has had a turn, before the next command is begun.
      await new Promise((next) => setImmediate(next));
    } catch (error) {
      failed(error);
    }
  };
  socket.onAny((name: string, payload: unknown, ack: unknown) => {
    inLanguage(socket.data.language, () =>
      answeredCommand(needs, name, ack, (acknowledge) => handle(name, payload, acknowledge)),
    );
  });
}

type DeskCommand = Extract<
  CommandName,
  `drill:${string}` | `message:${string}` | `action:${string}` | `conversation:${string}`
>;
type ClassCommand = Exclude<CommandName, DeskCommand>;

function deskListeners(runner: DrillDesk & DrillViewing, viewer: Viewer): { [N in DeskCommand]: Listener } {
  const schemas = commandSchemas;
  const submit = <T extends { drillId: string; commandId?: string }>(
    schema: ZodType<T>,
    request: (payload: T) => DeskRequest,
  ): Listener =>
    drill(schema, (asked) => runner.submit(asked.drillId, viewer.id, asked.commandId ?? null, request(asked)));
  return {
    'drill:join': drill(
      schemas['drill:join'],
      async ({ drillId, after, take }) => runner.join(drillId, viewer, after, take),
      ({ drillId, after }) => runner.catchUpCost(drillId, after, false),
    ),
    'drill:watch': drill(
      schemas['drill:watch'],
      async ({ drillId, after }) => runner.watch(drillId, viewer, after),
      ({ drillId, after }) => runner.catchUpCost(drillId, after, true),
    ),
    'drill:unwatch': drill(schemas['drill:unwatch'], async ({ drillId }) => {
      runner.unwatch(drillId, viewer.id);
      return { ok: true, value: null };
    }),
    'drill:start': submit(schemas['drill:start'], (payload) => ({ kind: 'drill:start', payload })),
    'drill:pause': submit(schemas['drill:pause'], (payload) => ({ kind: 'drill:pause', payload })),
    'drill:resume': submit(schemas['drill:resume'], (payload) => ({ kind: 'drill:resume', payload })),
    'drill:end': submit(schemas['drill:end'], (payload) => ({ kind: 'drill:end', payload })),
    'message:send': submit(schemas['message:send'], (payload) => ({ kind: 'message:send', payload })),
    'message:typing': submit(schemas['message:typing'], (payload) => ({ kind: 'message:typing', payload })),
    'action:do': submit(schemas['action:do'], (payload) => ({ kind: 'action:do', payload })),
    'conversation:close': submit(schemas['conversation:close'], (payload) => ({ kind: 'conversation:close', payload })),
  };
}

function classListeners(classroom: Classroom, seat: SeatViewer, wall: WallViewer): { [N in ClassCommand]: Listener } {
  const schemas = commandSchemas;
  return {
    'seat:join': listen(
      schemas['seat:join'],
      ({ seatId }) => seatId,
      async ({ seatId }) => classroom.joinSeat(seatId, seat),
    ),
    'run:watch': listen(
      schemas['run:watch'],
      ({ runId }) => runId,
      async ({ runId }) => classroom.watchRun(runId, wall),
    ),
    'run:unwatch': listen(
      schemas['run:unwatch'],
      ({ runId }) => runId,
      async ({ runId }) => {
        classroom.unwatchRun(runId, wall.id);
        return { ok: true, value: null };
      },
    ),
  };
}

const drill = <T extends { drillId: string }>(
  schema: ZodType<T>,
  run: (asked: T) => Promise<Reply<unknown>>,
  missed?: (asked: T) => Promise<number>,
): Listener => listen(schema, ({ drillId }) => drillId, run, missed);

/** Checks a payload once, when it comes in: from then on its type can be relied on. */
function listen<T>(
  schema: ZodType<T>,
  idOf: (asked: T) => string,
  run: (asked: T) => Promise<Reply<unknown>>,
  missed?: (asked: T) => Promise<number>,
): Listener {
  return (payload) => {
    const parsed = schema.safeParse(payload);
    if (!parsed.success) {
      return { ok: false, error: failure('bad-request', parsed.error.issues[0]?.path.join('.') || 'payload') };
    }
    const value: Heard = { id: idOf(parsed.data), run: () => run(parsed.data) };
    return { ok: true, value: missed === undefined ? value : { ...value, missed: () => missed(parsed.data) } };
  };
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commandSchemas, name);
