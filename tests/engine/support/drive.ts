/** Plays commands against the real engine in virtual time. */

import { decideJudged } from '#engine/decide-judged.ts';
import type { Command, Rejection } from '#engine/model/commands.ts';
import type { ContentData } from '#engine/model/content.ts';
import { type Conversation, type Drill, emptyDrill } from '#engine/model/drill.ts';
import type { DrillEvent, DrillMs, EventKind, EventOf, Mode, Provenance } from '#engine/model/events.ts';
import type { LeadAnswer, OpenedLead } from '#engine/model/lead.ts';
import type { OpenedProject } from '#engine/model/project.ts';
import type { OpenedRush } from '#engine/model/rush.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';

const MADE: Provenance = { how: 'typed', quickReply: null, edited: 0, similarity: 0 };

/** An id has the conversation and the time in it, so that one message more elsewhere changes no other id. */
export const say = (at: DrillMs, text: string, conversation = 'c1', made: Partial<Provenance> = {}): Command => ({
  kind: 'send',
  at,
  id: `${conversation}-m${at}`,
  conversation,
  text,
  made: { ...MADE, ...made },
  anatomy: null,
});
export const act = (
  at: DrillMs,
  action: string,
  given: Record<string, string | number> = {},
  conversation = 'c1',
): Command => ({ kind: 'act', at, id: `${conversation}-a${at}`, conversation, action, with: given });
export const withdraw = (at: DrillMs, message: string, conversation = 'c1'): Command => ({
  kind: 'withdraw',
  at,
  conversation,
  message,
});
export const typing = (at: DrillMs, conversation = 'c1'): Command => ({ kind: 'typing', at, conversation });
export const shut = (at: DrillMs, conversation = 'c1'): Command => ({ kind: 'close', at, conversation });
export const transfer = (at: DrillMs, conversation = 'c1', note = '换码，答应四点前回'): Command => ({
  kind: 'transfer',
  at,
  conversation,
  note,
});
export const take = (at: DrillMs, conversation: string): Command => ({ kind: 'take', at, conversation });
export const tick = (at: DrillMs): Command => ({ kind: 'tick', at });
export const leadAnswer = (at: DrillMs, ask: string, answer: LeadAnswer, by = 'lead'): Command => ({
  kind: 'lead-answer',
  at,
  ask,
  by,
  answer,
});
export const end = (at: DrillMs): Command => ({ kind: 'end', at, why: 'trainee' });

export type Options = {
  seed?: number;
  mode?: Mode;
  pace?: number;
  /** Scenario and arrival of each customer; by default every scenario of the content, at once. */
  customers?: readonly { scenario: string; arrivesAt: DrillMs; patienceMs?: DrillMs }[];
  rush?: OpenedRush;
  project?: OpenedProject;
  rolePlay?: true;
  lead?: OpenedLead;
  start?: boolean;
};
export type Played = {
  drill: Drill;
  log: readonly DrillEvent[];
  refusals: readonly (Rejection & { command: Command })[];
  content: Content;
};

const prepared = new WeakMap<ContentData, Content>();
/** Compiles each content once, as that takes longer than most tests. */
export const ready = (data: ContentData): Content => {
  const known = prepared.get(data);
  if (known) return known;
  const content = prepare(data);
  prepared.set(data, content);
  return content;
};

/** Opens a drill, starts it and carries the commands out one by one. */
export const drive = (data: ContentData, commands: readonly Command[], options: Options = {}): Played => {
  const content = ready(data);
  const log: DrillEvent[] = [];
  const refusals: (Rejection & { command: Command })[] = [];
  let drill = emptyDrill;
  const run = (command: Command): void => {
    const decided = decideJudged(content, drill, command);
    if (!decided.ok) refusals.push({ ...decided.error, command });
    else {
      drill = decided.drill;
      log.push(...decided.value);
    }
  };
  run({
    kind: 'open',
    at: 0,
    contentHash: 'tiny',
    seed: options.seed ?? 1,
    mode: options.mode ?? 'lesson',
    pace: options.pace ?? 20,
    customers: options.customers ?? data.scenarios.map((s) => ({ scenario: s.id, arrivesAt: 0 })),
    ...(options.rush && { rush: options.rush }),
    ...(options.project && { project: options.project }),
    ...(options.rolePlay && { rolePlay: true }),
    ...(options.lead && { lead: options.lead }),
  });
  if (options.start !== false) run({ kind: 'start', at: 0 });
  for (const command of commands) run(command);
  return { drill, log, refusals, content };
};

export const of = <K extends EventKind>(log: readonly DrillEvent[], kind: K): EventOf<K>[] =>
  log.filter((e): e is EventOf<K> => e.kind === kind);

/** What the customer said, with its times. */
export const lines = (log: readonly DrillEvent[], conversation = 'c1'): [DrillMs, string][] =>
  of(log, 'customer-said')
    .filter((e) => e.conversation === conversation)
    .map((e) => [e.at, e.bubble.kind === 'text' ? e.bubble.text : e.bubble.kind]);
export const words = (log: readonly DrillEvent[], conversation = 'c1'): string[] =>
  lines(log, conversation).map(([, said]) => said);

/** The reaction to each turn, in order. */
export const reactions = (log: readonly DrillEvent[], conversation = 'c1'): string[] =>
  of(log, 'turn-closed')
    .filter((e) => e.conversation === conversation)
    .map((e) => e.reaction);

export const judged = (log: readonly DrillEvent[], turn = 1): EventOf<'turn-judged'>['judgement'] => {
  const found = of(log, 'turn-judged')[turn - 1];
  if (!found) throw new Error(`no turn ${turn} was judged`);
  return found.judgement;
};

export const at = (played: Played, conversation = 'c1'): Conversation => {
  const found = played.drill.conversations[conversation];
  if (!found) throw new Error(`no conversation ${conversation}`);
  return found;
};

/** The windows that shut, with how. */
export const shutWindows = (log: readonly DrillEvent[]): [string, string][] =>
  of(log, 'window-closed').map((e) => [e.windowKind, e.how]);
