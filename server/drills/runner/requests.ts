/** Requests to a drill, as data, and the engine's command each becomes when its turn in the queue comes. */
import type { CommandName, CommandPayload } from '#contract/commands.ts';
import type { Command } from '#engine/model/commands.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillMs, EndWhy } from '#engine/model/events.ts';
import type { LeadAnswer } from '#engine/model/lead.ts';
import type { Handed } from '#engine/model/project.ts';
import type { PlayerAct } from '#engine/model/role-play.ts';
import type { Passed, ReturnWhy } from '#engine/model/transfer.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { isExam, waitsInExam } from './exam-disconnect-budget.ts';
import { checkProvenance } from './provenance.ts';

/** Socket commands that become the engine's; the runner and the classroom handle the others themselves. */
export type DeskCommandName = Exclude<
  CommandName,
  'drill:join' | 'drill:watch' | 'drill:unwatch' | 'seat:join' | 'run:watch' | 'run:unwatch' | `role:${string}`
>;
/** A parsed socket command. */
export type DeskRequest = { [N in DeskCommandName]: { kind: N; payload: CommandPayload<N> } }[DeskCommandName];

/** A socket command as the request it is. */
export const deskRequest = <N extends DeskCommandName>(kind: N, payload: CommandPayload<N>): DeskRequest =>
  // TypeScript doesn't follow a name and its payload through a union by name.
  ({ kind, payload }) as DeskRequest;

/** What the runner asks of a drill by itself. */
export type RunnerRequest =
  /** The clock may go on or must stand: somebody came or went, froze it or let it go. `ready`: the countdown after the server was away is over. */
  | { kind: 'attendance'; ready: boolean }
  /**
   * The connection was lost at this moment, or the server fell asleep. Stops a running clock only, or an exam's that
   * would run on.
   */
  | { kind: 'lost'; at: DrillMs; why: 'connection' | 'server' }
  /** An exam's three minutes for lost connections are used up (RULES C4). */
  | { kind: 'budget-used' }
  | { kind: 'due'; at: DrillMs }
  | { kind: 'end'; why: EndWhy }
  | { kind: 'inject'; scenario: string }
  | ProjectRequest
  | ({ kind: 'lead-answer' } & LeadRequest)
  | TransferRequest
  | { kind: 'play'; id: string; act: PlayerAct };

/** What a project task asks of one of its seats' drills. */
export type ProjectRequest = { kind: 'receive'; scenario: string; handed: Handed } | { kind: 'expect'; count: number };

/** What the classroom tells a drill of a conversation that goes from seat to seat. */
export type TransferRequest =
  | { kind: 'receive-pass'; scenario: string; handed: Handed; passed: Passed }
  | { kind: 'withdraw-pass'; offer: string; why: ReturnWhy }
  | { kind: 'settle-pass'; offer: string; how: 'taken' | ReturnWhy; reason?: string };

/** The lead of seat `by` answers the report `ask`. */
/** `request`: the page's id of its sending, by which a second sending is known. */
export type LeadRequest = { ask: string; by: string; answer: LeadAnswer; request?: string };

export type DrillRequest = DeskRequest | RunnerRequest;

/**
 * The state a request is decided on when its turn comes: the clock may have moved while it waited. `stoppedMs`:
 * milliseconds of wall time the clock has stood; `attended`: somebody is at the desk; `startsItself`: no button starts
 * the drill, as in a run.
 */
export type RequestState = {
  content: Content;
  drill: Drill;
  stoppedMs: number;
  frozen: boolean;
  attended: boolean;
  startsItself: boolean;
};

/** The engine's command for a request at drill time `at`; null where there is nothing to do as things stand. */
export const commandFor = (request: DrillRequest, at: DrillMs, state: RequestState): Command | null => {
  const { drill, stoppedMs, frozen } = state;
  switch (request.kind) {
    case 'drill:start':
      return frozen ? null : { kind: 'start', at };
    case 'drill:pause':
      return { kind: 'stop', at, why: 'pause' };
    case 'drill:resume':
      // Trainees may end only their own pause; ended during a freeze, it turns into the freeze (RULES C4).
      if (drill.clock.running || drill.clock.why !== 'pause') return null;
      return frozen ? { kind: 'stop', at, why: 'freeze' } : { kind: 'resume', at, stoppedMs };
    case 'drill:end':
      return { kind: 'end', at, why: 'trainee' };
    case 'message:send': {
      const { commandId, conversation, text, anatomy, backInS } = request.payload;
      return {
        kind: 'send',
        at,
        id: commandId,
        conversation,
        text,
        made: provenanceOf(state, request.payload),
        anatomy,
        ...(backInS !== undefined && { backInMs: backInS * 1000 }),
      };
    }
    case 'message:withdraw': {
      const { conversation, message } = request.payload;
      return { kind: 'withdraw', at, conversation, message };
    }
    case 'message:typing':
      return { kind: 'typing', at, conversation: request.payload.conversation };
    case 'action:do': {
      const { commandId, conversation, action, with: fields } = request.payload;
      return { kind: 'act', at, id: commandId, conversation, action, with: fields };
    }
    case 'conversation:close':
      return { kind: 'close', at, conversation: request.payload.conversation };
    case 'conversation:drop-hold':
      return { kind: 'drop-hold', at, conversation: request.payload.conversation };
    case 'conversation:transfer': {
      const { conversation, note } = request.payload;
      const kind = drill.opened?.project === undefined ? 'transfer' : 'hand-on';
      return { kind, at, conversation, note };
    }
    case 'conversation:pass': {
      const { commandId, conversation, seat, note } = request.payload;
      return { kind: 'pass', at, id: commandId, conversation, to: seat, note };
    }
    case 'conversation:recall':
      return { kind: 'recall', at, conversation: request.payload.conversation };
    case 'conversation:answer-pass': {
      const { conversation, takes, reason } = request.payload;
      return { kind: 'answer-pass', at, conversation, takes, reason };
    }
    case 'queue:take':
      return { kind: 'take', at, conversation: request.payload.conversation };
    case 'attendance':
      return attendanceCommand(at, state, request.ready);
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
    case 'receive':
      return { kind: 'receive', at, scenario: request.scenario, handed: request.handed };
    case 'expect':
      return { kind: 'expect', at, count: request.count };
    case 'receive-pass':
    case 'withdraw-pass':
    case 'settle-pass':
      return { ...request, at };
    case 'lead-answer':
      return {
        ...{ kind: 'lead-answer', at, ask: request.ask, by: request.by, answer: request.answer },
        ...(request.request !== undefined && { request: request.request }),
      };
    case 'play':
      return { kind: 'play', at, id: request.id, act: request.act };
  }
};

/** What coming, going and freezing do to the clock (RULES C4, C5). */
const attendanceCommand = (at: DrillMs, state: RequestState, ready: boolean): Command | null => {
  const { drill, stoppedMs, frozen, attended, startsItself } = state;
  if (drill.ended !== null) return null;
  const why = drill.clock.running ? null : drill.clock.why;
  if (frozen) {
    const mustStop =
      why === null || (attended && why === 'server') || ((attended || isExam(drill)) && why === 'connection');
    return mustStop ? { kind: 'stop', at, why: 'freeze' } : null;
  }
  if (!attended) return why === 'freeze' ? { kind: 'stop', at, why: 'connection' } : null;
  if (why === 'not-started') return startsItself ? { kind: 'start', at } : null;
  const mayResume = why === 'connection' || why === 'freeze' || (why === 'server' && ready);
  return mayResume ? { kind: 'resume', at, stoppedMs } : null;
};

const provenanceOf = (
  { content, drill }: RequestState,
  { conversation, text, made }: CommandPayload<'message:send'>,
) => {
  const preparedCase = content.cases.get(drill.conversations[conversation]?.scenario ?? '');
  // The engine will refuse a conversation that doesn't exist, so any provenance does here.
  if (preparedCase === undefined) return { how: 'typed' as const, quickReply: null, edited: 0, similarity: 0 };
  return checkProvenance(preparedCase.shop, preparedCase.quickReplies, text, made);
};
