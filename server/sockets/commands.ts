import { COMMAND_ACCESS, refusal, resourceOf } from '#common/access.ts';
import { type CommandName, commandSchemas } from '#contract/commands.ts';
import { type ErrorCode, failure, inReadersLanguage, type Reply } from '#contract/errors.ts';
import { inLanguage } from '#i18n/language.ts';
import { storageRefusal } from '#storage/health/storage-health.ts';
import { type Acknowledge, answeredCommand } from './answered-commands.ts';
import { classListeners, deskListeners, type ParsedCommand } from './command-listeners.ts';
import type { DeskSocket, SocketNeeds } from './desk-socket.ts';
import type { ConnectionGuard } from './guard.ts';

/** What a command counts as where it isn't one: those on a run read all of it. */
const COST: { readonly [N in CommandName]?: number } = { 'message:typing': 0.2, 'seat:join': 2, 'run:watch': 5 };
/** Drills of one socket at most: each is held in memory for it. A page has one, a simulated trainee each of its attempts. */
const MAX_DRILLS = 16;
const costOf = (name: string): number => (isCommand(name) ? COST[name] : undefined) ?? 1;

/** Commands by which a desk is taken up, or taken up again. */
const TAKES_UP: readonly CommandName[] = ['drill:join', 'drill:start', 'drill:resume'];
/** What a trainee does at a desk that is taken up. */
const AT_DESK: readonly CommandName[] = [
  'message:send',
  'message:typing',
  'action:do',
  'conversation:close',
  'conversation:transfer',
  'queue:take',
];

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
 * known whether the session is over; null: it is known.
 *
 * A reply goes from the packet to the drill in one turn of the event loop where nothing has to be looked up: each promise
 * on the way costs several microseconds, and these are most of a class's commands.
 */
export function onCommands(
  socket: DeskSocket,
  guard: ConnectionGuard,
  needs: Pick<SocketNeeds, 'runner' | 'classroom' | 'storage' | 'logger' | 'meter'>,
  checked: () => Promise<void> | null,
): void {
  const { runner, classroom, storage, logger } = needs;
  const { allowance } = guard;
  /**
   * Commands are begun in the order in which they came; one that joins a drill is done before the next is begun. Null:
   * the last has been begun.
   */
  let before: Promise<void> | null = null;
  const inOrder = (work: () => Promise<void> | null): void => {
    const going = before === null ? work() : before.then(work);
    if (going === null) return;
    const last = going.then(() => {
      if (before === last) before = null;
    });
    before = last;
  };
  /** Drills this socket has joined or watches. */
  const drills = new Set<string>();
  const listeners = {
    ...deskListeners(runner, {
      id: socket.id,
      events: (message) => void socket.emit('drill:events', message),
      typing: (message) => void socket.emit('drill:typing', message),
      taken: (message) => void socket.emit('desk:taken', message),
      moved: () => socket.conn.close(),
    }),
    ...classListeners(
      classroom,
      { id: socket.id, principal: socket.data.principal, sendState: (body) => void socket.emit('seat:state', body) },
      {
        id: socket.id,
        language: socket.data.language,
        sendTiles: (message) => void socket.emit('wall:tiles', message),
        sendRun: (body) => void socket.emit('run:state', body),
      },
    ),
  };

  /** Whether an exam keeps this drill's desk from the principal (RULES M45). */
  const isKept = async (id: string): Promise<boolean> => {
    const row = await storage.drill(id);
    return row !== null && (await classroom.seals.isKeptFromDesk(socket.data.principal, row));
  };

  const handle = (name: string, payload: unknown, acknowledge: Acknowledge): void => {
    const reply = (answer: Reply<unknown>): void => acknowledge(inReadersLanguage(answer));
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
        if (heard.ok) inOrder(() => begin(name, heard.value, { reply, refuse, failed }));
        else turnDown(heard);
      }
    } catch (error) {
      failed(error);
    }
  };

  /** Null: begun. Where anything must be looked up, or the next command must wait, done when that is. Never throws. */
  const begin = (name: CommandName, heard: ParsedCommand, answers: Answers): Promise<void> | null => {
    if (!AT_DESK.includes(name) || checked() !== null || !isOwners(name, heard.id)) return lookUp(name, heard, answers);
    carryOut(heard, answers);
    return null;
  };

  /** Whether the principal may, by what is in memory; false: that must be looked up. */
  const isOwners = (name: CommandName, id: string): boolean => {
    const owner = runner.ownerInMemory(id);
    return owner !== null && refusal(COMMAND_ACCESS[name], socket.data.principal, owner) === null;
  };

  const carryOut = ({ run, missed }: ParsedCommand, { reply, failed }: Answers): Promise<void> => {
    guard.used();
    try {
      // What another server couldn't be asked is sent again once the page has connected again (RULES N2, D3).
      return run().then(
        (answer) => (isMoving(answer) && missed === undefined ? void socket.conn.close() : reply(answer)),
        failed,
      );
    } catch (error) {
      return Promise.resolve(failed(error));
    }
  };

  const lookUp = async (name: CommandName, heard: ParsedCommand, answers: Answers): Promise<void> => {
    const { id, missed } = heard;
    const { refuse, failed } = answers;
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
        const isOneMore = !drills.has(id) && drills.size >= MAX_DRILLS;
        if (isOneMore || guard.isBehind() || !allowance.catchUp(await missed())) return refuse('too-many-requests');
        drills.add(id);
      }
      const done = carryOut(heard, answers);
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

const isMoving = (answer: Reply<unknown>): boolean => !answer.ok && answer.error.code === 'drill-moving';
const isCommand = (name: string): name is CommandName => Object.hasOwn(commandSchemas, name);
