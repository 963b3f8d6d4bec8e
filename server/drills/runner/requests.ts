/** What may be asked of a drill, as data, and what each amounts to when its turn comes. */
import type { CommandName, CommandPayload } from '#contract/commands.ts';
import type { Command } from '#engine/model/commands.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillMs, EndWhy } from '#engine/model/events.ts';
import type { Content } from '#engine/prepare/cast.ts';
import { isExam, waitsInExam } from './exam-disconnect-budget.ts';
import { checkProvenance } from './provenance.ts';

/** Socket commands that become the engine's; the others are the runner's and the classroom's own. */
export type DeskCommandName = Exclude<
  CommandName,
  'drill:join' | 'drill:watch' | 'drill:unwatch' | 'seat:join' | 'run:watch' | 'run:unwatch'
>;
/** A parsed socket command. */
export type DeskRequest = { [N in DeskCommandName]: { kind: N; payload: CommandPayload<N> } }[DeskCommandName];

/** A socket command as the request it is. */
export const deskRequest = <N extends DeskCommandName>(kind: N, payload: CommandPayload<N>): DeskRequest =>
  // TypeScript doesn't follow a name and its payload through a union by name.
  ({ kind, payload }) as DeskRequest;

/** What the runner asks of a drill by itself. */
export type HouseRequest =
  /** The clock may go on or must stand: somebody came or went, froze it or let it go. `ready`: the countdown after the server was away is over. */
  | { kind: 'attendance'; ready: boolean }
  /** The line was lost at this moment, or the server fell asleep: only a running clock stops, or one that an exam would let run on. */
  | { kind: 'lost'; at: DrillMs; why: 'connection' | 'server' }
  /** An exam's time for lost lines is used up (RULES C5). */
  | { kind: 'budget-used' }
  | { kind: 'due'; at: DrillMs }
  | { kind: 'end'; why: EndWhy }
  | { kind: 'inject'; scenario: string };

export type DrillRequest = DeskRequest | HouseRequest;

/**
 * What a request looks at when its turn comes: the clock may have moved while it waited. `stoppedMs`: wall time the clock has
 * stood; `attended`: somebody is at the desk; `startsItself`: no button starts it, as in a run.
 */
export type Scene = {
  content: Content;
  drill: Drill;
  stoppedMs: number;
  frozen: boolean;
  attended: boolean;
  startsItself: boolean;
};

/** The engine's command for a request at drill time `at`; null where there is nothing to do as things stand. */
export function commandFor(request: DrillRequest, at: DrillMs, scene: Scene): Command | null {
  const { drill, stoppedMs, frozen } = scene;
  switch (request.kind) {
    case 'drill:start':
      return frozen ? null : { kind: 'start', at };
    case 'drill:pause':
      return { kind: 'stop', at, why: 'pause' };
    case 'drill:resume':
      // Only their own pause is theirs to end; ended during a freeze it goes over into that (RULES C4).
      if (drill.clock.running || drill.clock.why !== 'pause') return null;
      return frozen ? { kind: 'stop', at, why: 'freeze' } : { kind: 'resume', at, stoppedMs };
    case 'drill:end':
      return { kind: 'end', at, why: 'trainee' };
    case 'message:send': {
      const { commandId, conversation, text, anatomy } = request.payload;
      return { kind: 'send', at, id: commandId, conversation, text, made: madeIn(scene, request.payload), anatomy };
    }
    case 'message:typing':
      return { kind: 'typing', at, conversation: request.payload.conversation };
    case 'action:do': {
      const { commandId, conversation, action, with: fields } = request.payload;
      return { kind: 'act', at, id: commandId, conversation, action, with: fields };
    }
    case 'conversation:close':
      return { kind: 'close', at, conversation: request.payload.conversation };
    case 'attendance':
      return attendanceCommand(at, scene, request.ready);
    case 'lost':
      if (!drill.clock.running && !waitsInExam(drill)) return null;
      return { kind: 'stop', at: Math.max(drill.at, Math.min(at, request.at)), why: request.why };
    case 'budget-used':
      return !frozen && waitsInExam(drill) ? { kind: 'resume', at, stoppedMs } : null;
    case 'due':
      return { kind: 'tick', at: Math.max(at, request.at) };
    case 'end':
      return { kind: 'end', at, why: request.why };
    case 'inject':
      return { kind: 'inject', at, scenario: request.scenario };
  }
}

/** What coming, going and freezing do to the clock (RULES C4, C5). */
function attendanceCommand(at: DrillMs, scene: Scene, ready: boolean): Command | null {
  const { drill, stoppedMs, frozen, attended, startsItself } = scene;
  if (drill.ended !== null) return null;
  const why = drill.clock.running ? null : drill.clock.why;
  if (frozen) {
    const stops =
      why === null || (attended && why === 'server') || ((attended || isExam(drill)) && why === 'connection');
    return stops ? { kind: 'stop', at, why: 'freeze' } : null;
  }
  if (!attended) return why === 'freeze' ? { kind: 'stop', at, why: 'connection' } : null;
  if (why === 'not-started') return startsItself ? { kind: 'start', at } : null;
  const goesOn = why === 'connection' || why === 'freeze' || (why === 'server' && ready);
  return goesOn ? { kind: 'resume', at, stoppedMs } : null;
}

function madeIn({ content, drill }: Scene, { conversation, text, made }: CommandPayload<'message:send'>) {
  const cast = content.casts.get(drill.conversations[conversation]?.scenario ?? '');
  // The engine refuses a conversation that isn't there; until it does, nothing is known of the words.
  if (cast === undefined) return { how: 'typed' as const, quickReply: null, edited: 0, similarity: 0 };
  return checkProvenance(cast.shop, cast.phrases, text, made);
}
