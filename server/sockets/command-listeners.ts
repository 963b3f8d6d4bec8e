/** What each command of a socket is about and how it is carried out, once its shape is found to be right. */
import type { ZodType } from 'zod';
import type { Classroom } from '#classroom/classroom.ts';
import type { SeatViewer, WallViewer } from '#classroom/lesson/viewers.ts';
import type { PlayerViewer } from '#classroom/role-plays/player-viewers.ts';
import { type CommandName, commandSchemas } from '#contract/commands.ts';
import { failure, type Reply } from '#contract/errors.ts';
import type { DrillDesk, DrillViewing } from '#drills/runner/ports.ts';
import type { DeskRequest } from '#drills/runner/requests.ts';
import type { Viewer } from '#drills/runner/viewers/desk.ts';

/**
 * A command whose shape is right, ready to run once it is known to be allowed. `id`: of the resource it is about. `missed`: what
 * the events it asks for cost (ports.ts, `catchUpCost`).
 */
export type ParsedCommand = { resourceId: string; missedCost?(): Promise<number>; run(): Promise<Reply<unknown>> };
export type Listener = (payload: unknown, caller: Caller) => Reply<ParsedCommand>;
/** One socket, as desk, seat and wall know it. */
export type Caller = { viewer: Viewer; seat: SeatViewer; wall: WallViewer; player: PlayerViewer };
export type CommandListeners = { readonly [N in CommandName]: Listener };
type DeskCommand = Extract<
  CommandName,
  `drill:${string}` | `message:${string}` | `action:${string}` | `conversation:${string}` | `queue:${string}`
>;
type PlayerCommand = Extract<CommandName, `role:${string}`>;
type ClassCommand = Exclude<CommandName, DeskCommand | PlayerCommand>;

/** Made once for all sockets: a table of its own would be a tenth of what a trainee's connection takes of the memory. */
export const createCommandListeners = (runner: DrillDesk & DrillViewing, classroom: Classroom): CommandListeners => ({
  ...deskListeners(runner),
  ...classListeners(classroom),
  ...playerListeners(classroom),
});

/** The commands of a desk, and of who looks on. */
const deskListeners = (runner: DrillDesk & DrillViewing): { [N in DeskCommand]: Listener } => {
  const schemas = commandSchemas;
  const submit = <T extends { drillId: string; commandId?: string }>(
    schema: ZodType<T>,
    request: (payload: T) => DeskRequest,
  ): Listener =>
    drillListener(schema, (payload, { viewer }) =>
      runner.submit(payload.drillId, viewer.id, payload.commandId ?? null, request(payload)),
    );
  return {
    'drill:join': drillListener(
      schemas['drill:join'],
      async ({ drillId, after, take }, { viewer }) => runner.join(drillId, viewer, after, take),
      ({ drillId, after }) => runner.catchUpCost(drillId, after, false),
    ),
    'drill:watch': drillListener(
      schemas['drill:watch'],
      async ({ drillId, after }, { viewer }) => runner.watch(drillId, viewer, after),
      ({ drillId, after }) => runner.catchUpCost(drillId, after, true),
    ),
    'drill:unwatch': drillListener(schemas['drill:unwatch'], async ({ drillId }, { viewer }) => {
      runner.unwatch(drillId, viewer.id);
      return { ok: true, value: null };
    }),
    'drill:start': submit(schemas['drill:start'], (payload) => ({ kind: 'drill:start', payload })),
    'drill:pause': submit(schemas['drill:pause'], (payload) => ({ kind: 'drill:pause', payload })),
    'drill:resume': submit(schemas['drill:resume'], (payload) => ({ kind: 'drill:resume', payload })),
    'drill:end': submit(schemas['drill:end'], (payload) => ({ kind: 'drill:end', payload })),
    'message:send': submit(schemas['message:send'], (payload) => ({ kind: 'message:send', payload })),
    'message:withdraw': submit(schemas['message:withdraw'], (payload) => ({ kind: 'message:withdraw', payload })),
    'message:typing': submit(schemas['message:typing'], (payload) => ({ kind: 'message:typing', payload })),
    'action:do': submit(schemas['action:do'], (payload) => ({ kind: 'action:do', payload })),
    'conversation:close': submit(schemas['conversation:close'], (payload) => ({ kind: 'conversation:close', payload })),
    'conversation:drop-hold': submit(schemas['conversation:drop-hold'], (payload) => ({
      kind: 'conversation:drop-hold',
      payload,
    })),
    'conversation:pass': submit(schemas['conversation:pass'], (payload) => ({ kind: 'conversation:pass', payload })),
    'conversation:recall': submit(schemas['conversation:recall'], (payload) => ({
      kind: 'conversation:recall',
      payload,
    })),
    'conversation:answer-pass': submit(schemas['conversation:answer-pass'], (payload) => ({
      kind: 'conversation:answer-pass',
      payload,
    })),
    'conversation:transfer': submit(schemas['conversation:transfer'], (payload) => ({
      kind: 'conversation:transfer',
      payload,
    })),
    'queue:take': submit(schemas['queue:take'], (payload) => ({ kind: 'queue:take', payload })),
  };
};

/** The commands of a seat and of the wall. */
const classListeners = (classroom: Classroom): { [N in ClassCommand]: Listener } => {
  const schemas = commandSchemas;
  return {
    'seat:join': listenerOf(
      schemas['seat:join'],
      ({ seatId }) => seatId,
      async ({ seatId }, { seat }) => classroom.joinSeat(seatId, seat),
    ),
    'run:watch': listenerOf(
      schemas['run:watch'],
      ({ runId }) => runId,
      async ({ runId }, { wall }) => classroom.watchRun(runId, wall),
    ),
    'run:unwatch': listenerOf(
      schemas['run:unwatch'],
      ({ runId }) => runId,
      async ({ runId }, { wall }) => {
        classroom.unwatchRun(runId, wall.id);
        return { ok: true, value: null };
      },
    ),
  };
};

/** The commands of whoever plays a customer. */
const playerListeners = ({ rolePlays }: Classroom): { [N in PlayerCommand]: Listener } => {
  const schemas = commandSchemas;
  const codeOf = ({ code }: { code: string }): string => code;
  return {
    'role:join': listenerOf(schemas['role:join'], codeOf, ({ code }, { player, seat }) =>
      rolePlays.join(code, seat.principal, player),
    ),
    'role:leave': listenerOf(schemas['role:leave'], codeOf, async (_, { player }) => {
      rolePlays.leave(player.id);
      return { ok: true, value: null };
    }),
    'role:play': listenerOf(schemas['role:play'], codeOf, ({ code, commandId, act }, { seat }) =>
      rolePlays.play(code, seat.principal, commandId, act),
    ),
  };
};

const drillListener = <T extends { drillId: string }>(
  schema: ZodType<T>,
  run: (payload: T, caller: Caller) => Promise<Reply<unknown>>,
  missedCost?: (payload: T) => Promise<number>,
): Listener => listenerOf(schema, ({ drillId }) => drillId, run, missedCost);

/** Checks a payload once, when it comes in: from then on its type can be relied on. */
const listenerOf = <T>(
  schema: ZodType<T>,
  idOf: (payload: T) => string,
  run: (payload: T, caller: Caller) => Promise<Reply<unknown>>,
  missedCost?: (payload: T) => Promise<number>,
): Listener => {
  return (payload, caller) => {
    const parsed = schema.safeParse(payload);
    if (!parsed.success) {
      return { ok: false, error: failure('bad-request', parsed.error.issues[0]?.path.join('.') || 'payload') };
    }
    const value: ParsedCommand = { resourceId: idOf(parsed.data), run: () => run(parsed.data, caller) };
    return {
      ok: true,
      value: missedCost === undefined ? value : { ...value, missedCost: () => missedCost(parsed.data) },
    };
  };
};
