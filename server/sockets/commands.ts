import type { ZodType } from 'zod';
import { type Acked, type CommandName, commandSchemas } from '#contract/commands.ts';
import { type ErrorCode, failure, type Reply } from '#contract/errors.ts';
import type { Viewer } from '#drills/desk.ts';
import { engineCommand, type MakeCommand } from '#drills/engine-command.ts';
import type { Runner } from '#drills/runner.ts';
import { COMMAND_ACCESS, refusal } from '#server/access.ts';
import { createTokenBucket } from '#server/token-bucket.ts';
import type { DeskSocket, SocketNeeds } from '#sockets/socket-server.ts';

/** Nobody clicks or types faster; a typing notice costs a fifth. */
const BURST = 40;
const PER_SECOND = 8;
const COST: { readonly [N in CommandName]?: number } = { 'message:typing': 0.2 };

/** A command whose shape is right, ready to run once it is known to be allowed. */
type Heard = { drillId: string; run(): Promise<Reply<Acked>> };
type Listener = (payload: unknown) => Reply<Heard>;

/**
 * Listens to every command of one socket: rate → shape → permission → the drill. Every command is acknowledged,
 * whatever happens, and nothing that isn't in the table of commands is heard.
 */
export function onCommands(socket: DeskSocket, { runner, clock, logger }: SocketNeeds): void {
  const bucket = createTokenBucket(BURST, PER_SECOND, clock.now);
  const listeners = listenersOf(runner, {
    id: socket.id,
    events: (message) => void socket.emit('drill:events', message),
    typing: (message) => void socket.emit('drill:typing', message),
    taken: (message) => void socket.emit('desk:taken', message),
  });

  socket.onAny((name: string, payload: unknown, ack: unknown) => {
    const reply = (answer: Reply<unknown>): void => {
      if (typeof ack === 'function') ack(answer);
    };
    const refuse = (code: ErrorCode, detail?: string): void => reply({ ok: false, error: failure(code, detail) });
    const failed = (error: unknown): void => {
      logger.error({ err: error, command: name }, 'command failed');
      refuse('internal');
    };
    try {
      if (!isCommand(name)) return refuse('bad-request', 'command');
      if (!bucket.take(COST[name] ?? 1)) return refuse('too-many-requests');
      const heard = listeners[name](payload);
      if (!heard.ok) return reply(heard);
      const refused = refusal(COMMAND_ACCESS[name], socket.data.guest, runner.ownerOf(heard.value.drillId));
      if (refused !== null) return refuse(refused);
      heard.value.run().then(reply, failed);
    } catch (error) {
      failed(error);
    }
  });
}

function listenersOf(runner: Runner, viewer: Viewer): { [N in CommandName]: Listener } {
  type Asked = { drillId: string; commandId?: string };
  const submit = ({ drillId, commandId }: Asked, command: MakeCommand): Promise<Reply<Acked>> =>
    runner.submit(drillId, viewer.id, commandId ?? null, command);
  const s = commandSchemas;
  const to = engineCommand;
  return {
    'drill:join': listen(s['drill:join'], async ({ drillId, after, take }) =>
      runner.join(drillId, viewer, after, take),
    ),
    'drill:start': listen(s['drill:start'], (asked) => submit(asked, to['drill:start'](asked))),
    'drill:pause': listen(s['drill:pause'], (asked) => submit(asked, to['drill:pause'](asked))),
    'drill:resume': listen(s['drill:resume'], (asked) => submit(asked, to['drill:resume'](asked))),
    'drill:end': listen(s['drill:end'], (asked) => submit(asked, to['drill:end'](asked))),
    'message:send': listen(s['message:send'], (asked) => submit(asked, to['message:send'](asked))),
    'message:typing': listen(s['message:typing'], (asked) => submit(asked, to['message:typing'](asked))),
    'action:do': listen(s['action:do'], (asked) => submit(asked, to['action:do'](asked))),
    'conversation:close': listen(s['conversation:close'], (asked) => submit(asked, to['conversation:close'](asked))),
  };
}

/** Parses once, at the door; behind it the payload's type is true. */
function listen<T extends { drillId: string }>(schema: ZodType<T>, run: (asked: T) => Promise<Reply<Acked>>): Listener {
  return (payload) => {
    const parsed = schema.safeParse(payload);
    if (!parsed.success) {
      return { ok: false, error: failure('bad-request', parsed.error.issues[0]?.path.join('.') || 'payload') };
    }
    return { ok: true, value: { drillId: parsed.data.drillId, run: () => run(parsed.data) } };
  };
}

const isCommand = (name: string): name is CommandName => Object.hasOwn(commandSchemas, name);
