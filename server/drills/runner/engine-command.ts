import type { CommandName, CommandPayload } from '#contract/commands.ts';
import type { Command } from '#engine/model/commands.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/cast.ts';
import { checkProvenance } from './provenance.ts';

/** What a command may look at when its turn comes. */
export type Scene = { content: Content; drill: Drill; stoppedMs: number; frozen: boolean };
/** Null: as things stand there is nothing to do. */
export type MakeCommand = (at: DrillMs, scene: Scene) => Command | null;

/** Socket commands that become the engine's; the others are the runner's and the classroom's own. */
export type EngineCommandName = Exclude<
  CommandName,
  'drill:join' | 'drill:watch' | 'drill:unwatch' | 'seat:join' | 'run:watch' | 'run:unwatch'
>;

type Makers = { [N in EngineCommandName]: (payload: CommandPayload<N>) => MakeCommand };

/** A parsed socket command as the engine takes it; a message's id is the client's command id, which settles its echo. */
export const engineCommand: Makers = {
  'drill:start':
    () =>
    (at, { frozen }) =>
      frozen ? null : { kind: 'start', at },
  'drill:pause': () => (at) => ({ kind: 'stop', at, why: 'pause' }),
  'drill:resume':
    () =>
    (at, { drill, stoppedMs, frozen }) => {
      // Only their own pause is theirs to end; ended during a freeze it goes over into that (RULES C4).
      if (drill.clock.running || drill.clock.why !== 'pause') return null;
      return frozen ? { kind: 'stop', at, why: 'freeze' } : { kind: 'resume', at, stoppedMs };
    },
  'drill:end': () => (at) => ({ kind: 'end', at, why: 'trainee' }),
  'message:send': (payload) => (at, scene) => ({
    kind: 'send',
    at,
    id: payload.commandId,
    conversation: payload.conversation,
    text: payload.text,
    made: madeIn(scene, payload),
    anatomy: payload.anatomy,
  }),
  'message:typing':
    ({ conversation }) =>
    (at) => ({ kind: 'typing', at, conversation }),
  'action:do':
    ({ commandId, conversation, action, with: fields }) =>
    (at) => ({
      kind: 'act',
      at,
      id: commandId,
      conversation,
      action,
      with: fields,
    }),
  'conversation:close':
    ({ conversation }) =>
    (at) => ({ kind: 'close', at, conversation }),
};

function madeIn({ content, drill }: Scene, { conversation, text, made }: CommandPayload<'message:send'>) {
  const cast = content.casts.get(drill.conversations[conversation]?.scenario ?? '');
  // The engine refuses a conversation that isn't there; until it does, nothing is known of the words.
  if (cast === undefined) return { how: 'typed' as const, quickReply: null, edited: 0, similarity: 0 };
  return checkProvenance(cast.shop, cast.phrases, text, made);
}
