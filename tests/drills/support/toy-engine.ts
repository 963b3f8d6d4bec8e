import type { DrillEngine } from '#drills/judging/engine.ts';
import type { Command, Rejection, Result } from '#engine/model/commands.ts';
import type { Conversation, Drill } from '#engine/model/drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import { fold } from '#engine/state/evolve.ts';
import { toyReport } from './toy-report.ts';

/** The toy customer answers every message so long after it. */
export const ANSWER_MS = 4000;

/**
 * An engine small enough to foretell: a customer says one line on start and answers each message after four seconds.
 * The text 坏 makes it throw, as a bug would.
 */
export const toyEngine: DrillEngine = {
  prepare,
  fold,
  nextDue: (_content, drill) => dueOf(drill),
  typingNotices: (drill) =>
    all(drill).flatMap(({ key, pending }) =>
      pending[0] === undefined ? [] : [{ conversation: key, from: drill.at, until: pending[0].at }],
    ),
  makeReport: (_content, events) => toyReport(events.filter(({ kind }) => kind === 'trainee-said').length),
  decide: (_content, drill, command) => {
    const decided = decideToy(drill, command);
    return decided.ok ? { ...decided, drill: fold(drill, decided.value) } : decided;
  },
};

const decideToy = (drill: Drill, command: Command): Result<DrillEvent[], Rejection> => {
  if (drill.opened === null) {
    if (command.kind !== 'open') return { ok: false, error: { code: 'drill-not-open' } };
    return { ok: true, value: opening(command) };
  }
  if (drill.ended !== null) return { ok: false, error: { code: 'drill-ended' } };
  const { clock } = drill;
  switch (command.kind) {
    case 'open':
      return { ok: false, error: { code: 'drill-already-open' } };
    case 'start':
      if (clock.running) return { ok: true, value: [] };
      return {
        ok: true,
        value: [
          { kind: 'clock-started', at: command.at, why: 'not-started', stoppedMs: 0 },
          ...drill.order.map((key): DrillEvent => arrival(key, command.at)),
          ...drill.order.map((key): DrillEvent => said(key, command.at, `${key}-hello`, '穿几码')),
        ],
      };
    case 'resume':
      return clock.running
        ? { ok: true, value: [] }
        : {
            ok: true,
            value: [{ kind: 'clock-started', at: command.at, why: clock.why, stoppedMs: command.stoppedMs }],
          };
    case 'stop':
      return clock.running
        ? {
            ok: true,
            value: [...due(drill, command.at), { kind: 'clock-stopped', at: command.at, why: command.why }],
          }
        : { ok: true, value: [] };
    case 'end':
      return {
        ok: true,
        value: [...due(drill, command.at), { kind: 'drill-ended', at: command.at, why: command.why }],
      };
    case 'tick':
      return { ok: true, value: due(drill, command.at) };
    case 'withdraw': {
      const { at, conversation, message } = command;
      return {
        ok: true,
        value: [{ kind: 'message-withdrawn', at, conversation, message, heard: false, empties: true }],
      };
    }
    case 'send': {
      if (!clock.running) return { ok: false, error: { code: 'drill-paused' } };
      if (drill.conversations[command.conversation] === undefined) {
        return { ok: false, error: { code: 'unknown-conversation' } };
      }
      if (command.text === '') return { ok: false, error: { code: 'empty-message' } };
      if (command.text === '坏') throw new Error('toy bug');
      const { at, id, conversation, text, made, anatomy } = command;
      return {
        ok: true,
        value: [
          ...due(drill, at),
          { kind: 'trainee-said', at, conversation, id, text, made, anatomy },
          {
            kind: 'burst-planned',
            at,
            conversation,
            used: [],
            bubbles: [
              {
                id: `re-${id}`,
                at: at + ANSWER_MS,
                bubble: { kind: 'text', text: `收到${text}` },
                why: { kind: 'hold' },
                last: true,
                opens: [],
              },
            ],
          },
        ],
      };
    }
    default:
      return { ok: true, value: [] };
  }
};

const all = (drill: Drill): Conversation[] => drill.order.flatMap((key) => drill.conversations[key] ?? []);

const dueOf = (drill: Drill): number | null =>
  all(drill)
    .flatMap(({ pending }) => pending.map(({ at }) => at))
    .reduce<number | null>((least, at) => (least === null || at < least ? at : least), null);

const due = (drill: Drill, at: number): DrillEvent[] =>
  all(drill)
    .flatMap(({ key, pending }) =>
      pending
        .filter((bubble) => bubble.at <= at)
        .map(
          (bubble): DrillEvent => ({
            kind: 'customer-said',
            at: bubble.at,
            conversation: key,
            id: bubble.id,
            bubble: bubble.bubble,
            why: bubble.why,
            last: true,
          }),
        ),
    )
    .sort((a, b) => a.at - b.at);

const opening = (command: Extract<Command, { kind: 'open' }>): DrillEvent[] => [
  {
    kind: 'drill-opened',
    at: 0,
    contentHash: command.contentHash,
    seed: command.seed,
    mode: command.mode,
    pace: command.pace,
    customers: command.customers.map(({ scenario, arrivesAt }, index) => ({
      conversation: `c${index + 1}`,
      scenario,
      arrivesAt,
    })),
    forkedFrom: null,
  },
];

const arrival = (conversation: string, at: number): DrillEvent => ({
  kind: 'customer-arrived',
  at,
  conversation,
  returning: false,
  visit: 1,
  queuedMs: 0,
  mood: 70,
  orders: [],
});

const said = (conversation: string, at: number, id: string, text: string): DrillEvent => ({
  kind: 'customer-said',
  at,
  conversation,
  id,
  bubble: { kind: 'text', text },
  why: { kind: 'opening', beat: 'size' },
  last: true,
});
