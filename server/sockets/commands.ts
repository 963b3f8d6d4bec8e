import { COMMAND_ACCESS, refusal, resourceOf } from '#common/access.ts';
import { type CommandName, commandSchemas } from '#contract/commands.ts';
import { type ErrorCode, failure, inReadersLanguage, type Reply } from '#contract/errors.ts';
import { isKeptFromMentor } from '#http/session/kept-from-mentors.ts';
import { inLanguage } from '#i18n/language.ts';
import { storageRefusal } from '#storage/health/storage-health.ts';
import { type Acknowledge, answeredCommand } from './answered-commands.ts';
import { callerOf } from './caller.ts';
import type { CommandListeners, ParsedCommand } from './command-listeners.ts';
import type { DeskSocket, SocketNeeds } from './desk-socket.ts';
import type { ConnectionGuard } from './guard.ts';

/** What a command counts as where it isn't one: those on a run read all of it. */
const COST: { readonly [N in CommandName]?: number } = { 'message:typing': 0.2, 'seat:join': 2, 'run:watch': 5 };
/** Drills of one socket at most: each is held in memory for it. A page has one, a simulated trainee each of its attempts. */
const MAX_DRILLS = 16;
const costOf = (name: string): number => (isCommand(name) ? COST[name] : undefined) ?? 1;

/** Commands by which a desk is taken up, or taken up again. */
const TAKES_DESK: readonly CommandName[] = ['drill:join', 'drill:start', 'drill:resume'];
/** Commands by which a socket is told things from then on, until it is taken out as it leaves. */
const TAKES_PLACE: readonly CommandName[] = ['drill:join', 'drill:watch', 'seat:join', 'run:watch', 'role:join'];
/** What a trainee does at a desk that is taken up. */
const NEEDS_DESK: readonly CommandName[] = [
  'message:send',
  'message:withdraw',
  'message:typing',
  'action:do',
  'conversation:close',
  'conversation:drop-hold',
  'conversation:transfer',
  'conversation:pass',
  'conversation:recall',
  'conversation:answer-pass',
  'queue:take',
];

/** The ways in which one command is answered. */
type Answers = {
  reply(answer: Reply<unknown>): void;
  refuse(code: ErrorCode, detail?: string): void;
  fail(error: unknown): void;
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
export const onCommands = (
  socket: DeskSocket,
  guard: ConnectionGuard,
  needs: Pick<SocketNeeds, 'runner' | 'classroom' | 'storage' | 'logger' | 'meter'>,
  listeners: CommandListeners,
  sessionCheck: () => Promise<void> | null,
): void => {
  const { runner, classroom, storage, logger } = needs;
  const { allowance } = guard;
  /**
   * Commands are begun in the order in which they came; one that joins a drill is done before the next is begun. Null:
   * the last has been begun.
   */
  let previous: Promise<void> | null = null;
  const beginInOrder = (work: () => Promise<void> | null): void => {
    const current = previous === null ? work() : previous.then(work);
    if (current === null) return;
    const last = current.then(() => {
      if (previous === last) previous = null;
    });
    previous = last;
  };
  /** Drills this socket has joined or watches. */
  const drills = new Set<string>();
  const caller = callerOf(socket);

  /** Whether an exam keeps this drill's desk from the principal (RULES M45). */
  const isKeptFromDesk = async (id: string): Promise<boolean> => {
    const row = await storage.drill(id);
    return row !== null && (await classroom.seals.isKeptFromDesk(socket.data.principal, row));
  };

  /** `takesHeld`: the answer goes to somebody who takes what the command led to with it. */
  const handle = (name: string, payload: unknown, acknowledge: Acknowledge, takesHeld: boolean): void => {
    const reply = (answer: Reply<unknown>): void =>
      acknowledge(caller.viewer.withHeld(inReadersLanguage(answer), takesHeld));
    const refuseWith = (answer: Reply<unknown>): void => {
      reply(answer);
      if (!allowance.refusal()) guard.close('too-many-refusals');
    };
    const refuse = (code: ErrorCode, detail?: string): void => refuseWith({ ok: false, error: failure(code, detail) });
    const fail = (error: unknown): void => {
      logger.error({ err: error, command: name }, 'command failed');
      reply({ ok: false, error: failure(storageRefusal(error) ?? 'internal') });
    };
    try {
      if (!allowance.command(costOf(name))) refuse('too-many-requests');
      else if (!isCommand(name)) refuse('bad-request', 'command');
      else {
        const parsed = listeners[name](payload, caller);
        if (parsed.ok) beginInOrder(() => begin(name, parsed.value, { reply, refuse, fail }));
        else refuseWith(parsed);
      }
    } catch (error) {
      fail(error);
    }
  };

  /** Null: begun. Where anything must be looked up, or the next command must wait, done when that is. Never throws. */
  const begin = (name: CommandName, parsed: ParsedCommand, answers: Answers): Promise<void> | null => {
    if (!NEEDS_DESK.includes(name) || sessionCheck() !== null || !isOwnerInMemory(name, parsed.resourceId))
      return lookUp(name, parsed, answers);
    carryOut(parsed, answers);
    return null;
  };

  /** Whether the principal may, by what is in memory; false: that must be looked up. */
  const isOwnerInMemory = (name: CommandName, id: string): boolean => {
    const owner = runner.ownerInMemory(id);
    return owner !== null && refusal(COMMAND_ACCESS[name], socket.data.principal, owner) === null;
  };

  const carryOut = ({ run, missedCost }: ParsedCommand, { reply, fail }: Answers): Promise<void> => {
    guard.noteCommand();
    try {
      // What another server couldn't be asked is sent again once the page has connected again (RULES N2, D3).
      return run().then(
        (answer) => (isDrillMoving(answer) && missedCost === undefined ? void socket.conn.close() : reply(answer)),
        fail,
      );
    } catch (error) {
      return Promise.resolve(fail(error));
    }
  };

  const lookUp = async (name: CommandName, parsed: ParsedCommand, answers: Answers): Promise<void> => {
    const { resourceId, missedCost } = parsed;
    const { refuse, fail } = answers;
    try {
      await sessionCheck();
      const access = COMMAND_ACCESS[name];
      const resource = resourceOf(access);
      const owner =
        resource === 'drill'
          ? await runner.ownerOf(resourceId)
          : resource === null
            ? null
            : await storage.ownerOf(resource, resourceId);
      const { principal } = socket.data;
      const isKept = () => isKeptFromMentor(storage, access, principal, owner, { id: resourceId });
      const refused = refusal(access, principal, owner) ?? ((await isKept()) ? 'not-shared' : null);
      if (refused !== null) return refuse(refused);
      if (TAKES_DESK.includes(name) && (await isKeptFromDesk(resourceId))) return refuse('case-in-exam');
      if (name === 'drill:unwatch') drills.delete(resourceId);
      if (missedCost !== undefined) {
        const isOneMore = !drills.has(resourceId) && drills.size >= MAX_DRILLS;
        if (isOneMore || guard.isBehind() || !allowance.catchUp(await missedCost())) return refuse('too-many-requests');
        drills.add(resourceId);
      }
      // It left while that was looked up: nobody would take it out of its place again, and the drill would run for it.
      if (!socket.connected && TAKES_PLACE.includes(name)) return;
      const carriedOut = carryOut(parsed, answers);
      if (missedCost === undefined) return;
      await carriedOut;
      // What was missed is on its way, and everybody else has had a turn, before the next command is begun.
      await new Promise((next) => setImmediate(next));
    } catch (error) {
      fail(error);
    }
  };
  socket.onAny((name: string, payload: unknown, ack: unknown) => {
    inLanguage(socket.data.language, () =>
      answeredCommand(needs, name, ack, (acknowledge) =>
        handle(name, payload, acknowledge, typeof ack === 'function' && isOfDesk(name)),
      ),
    );
  });
};

const isDrillMoving = (answer: Reply<unknown>): boolean => !answer.ok && answer.error.code === 'drill-moving';
const isOfDesk = (name: string): boolean => isCommand(name) && NEEDS_DESK.includes(name);
const isCommand = (name: string): name is CommandName => Object.hasOwn(commandSchemas, name);
