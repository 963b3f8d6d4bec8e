/**
 * Decides what a command does to a drill. Whatever is due at or before the command's time happens first, stamped with
 * its own due time, so a late tick changes nothing (RULES C1).
 */
import { doAction, missingField, reachesCustomer } from '#engine/clocks/actions.ts';
import { close, endByCommand } from '#engine/clocks/close.ts';
import { closeTurn } from '#engine/clocks/close-turn.ts';
import type { Due, DueKind } from '#engine/clocks/due.ts';
import { cutOffRush, endDrill, finishDrill } from '#engine/clocks/end-drill.ts';
import { expect, handOn, receive } from '#engine/clocks/hand-on.ts';
import { inject } from '#engine/clocks/inject.ts';
import { answerLead, missLead } from '#engine/clocks/lead.ts';
import { moveClock } from '#engine/clocks/move-clock.ts';
import { nextItem } from '#engine/clocks/next-due.ts';
import { open } from '#engine/clocks/open.ts';
import { answerPass, offerPass, recallPass, receivePass, settlePass, withdrawPass } from '#engine/clocks/pass.ts';
import { play } from '#engine/clocks/play.ts';
import { changeShop, comeIn, endRush, leaveQueue, turnDial } from '#engine/clocks/queue.ts';
import { takeFromQueue, transfer } from '#engine/clocks/triage.ts';
import { withdraw } from '#engine/clocks/withdraw.ts';
import { emitBystanderLine } from '#engine/customer/bystanders.ts';
import { closeAfterGoodbye } from '#engine/customer/endings.ts';
import { emitNextBubble } from '#engine/customer/next-bubble.ts';
import type { Command, Decision, Rejection, RejectionCode } from '#engine/model/commands.ts';
import type { Drill } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { Judged } from '#engine/model/judge-request.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { arrive } from '#engine/reactions/arrival.ts';
import { dropHold, missHold } from '#engine/reactions/hold-promise.ts';
import { rateService } from '#engine/reactions/review-invitation.ts';
import { endQuiet, missWindow, nudge } from '#engine/reactions/silence.ts';
import {
  conversationIn,
  type DecisionContext,
  emit,
  preparedCaseOf,
  setStatus,
} from '#engine/state/decision-context.ts';
import { mayBeNoted } from '#engine/state/desk-load.ts';
import { turnSize } from '#engine/state/turn-text.ts';
import { timeMessage, timeTyping } from '#engine/turns/turns.ts';

/** Longest message, in UTF-16 units. */
export const MESSAGE_MAX = 500;
/**
 * Most messages and characters before the customer reacts: a program could send 216 messages of 500 characters, and all
 * are judged in one thread. The longest of 4,309 stored turns has 5 messages and 231 characters.
 */
export const MAX_IN_TURN = { messages: 60, characters: 6000 } as const;
/** Most due things that one command may set off. No command comes near; more means a loop in the engine. */
const MAX_ITEMS = 5000;

const HAPPENS: Readonly<Record<DueKind, (context: DecisionContext, key: string, at: DrillMs) => void>> = {
  limit: (context, _, at) => endDrill(context, at, 'time'),
  'shop-change': (context, _, at) => changeShop(context, at),
  'rush-over': (context, _, at) => endRush(context, at),
  'rush-end': (context, _, at) => cutOffRush(context, at),
  assignment: arrive,
  'queue-exit': leaveQueue,
  dial: (context, _, at) => turnDial(context, at),
  arrival: comeIn,
  return: comeIn,
  line: emitNextBubble,
  bystander: emitBystanderLine,
  reaction: closeTurn,
  window: missWindow,
  hold: missHold,
  quiet: endQuiet,
  rating: rateService,
  lead: missLead,
  nudge,
  close: closeAfterGoodbye,
  finish: (context, _, at) => finishDrill(context, at),
};

const letHappen = (context: DecisionContext, { kind, conversation, at }: Due): void =>
  HAPPENS[kind](context, conversation, Math.max(at, context.drill.at));

const advance = (context: DecisionContext, until: DrillMs): void => {
  if (!context.drill.clock.running) return;
  for (let i = 0; i < MAX_ITEMS; i++) {
    const item = nextItem(context.content, context.drill);
    if (!item || Math.max(item.at, context.drill.at) > until) return;
    letHappen(context, item);
    if (context.needs) return;
  }
  throw new Error('the drill does not come to rest');
};

const refuse = (code: RejectionCode, detail?: string): Decision => ({
  ok: false,
  error: detail === undefined ? { code } : { code, detail },
});

/** Why a conversation can't be spoken to or worked on, or null. Actions are still possible after a goodbye: 备注. */
const closedTo = (context: DecisionContext, key: string, words: boolean): RejectionCode | null => {
  // The key comes from a browser: 'constructor' is no conversation, though every object has one.
  const conversation = Object.hasOwn(context.drill.conversations, key) ? context.drill.conversations[key] : undefined;
  if (!conversation) return 'unknown-conversation';
  if (conversation.visit === 0) return 'conversation-not-here';
  if (conversation.passing !== null) return 'pass-under-way';
  return conversation.status === 'closed' && words ? 'conversation-closed' : null;
};

/** Whether the open turn has room for one more message. */
const fitsTurn = (context: DecisionContext, key: string, text: string): boolean => {
  const { messages, characters } = turnSize(conversationIn(context, key).turn);
  return messages < MAX_IN_TURN.messages && characters + text.length <= MAX_IN_TURN.characters;
};

const send = (
  context: DecisionContext,
  at: DrillMs,
  command: Extract<Command, { kind: 'send' }>,
): RejectionCode | null => {
  const key = command.conversation;
  const closed = closedTo(context, key, true);
  if (closed) return closed;
  if (command.text.trim() === '') return 'empty-message';
  if (command.text.length > MESSAGE_MAX) return 'message-too-long';
  if (!fitsTurn(context, key, command.text)) return 'turn-too-long';
  emit(context, {
    kind: 'trainee-said',
    at,
    conversation: key,
    id: command.id,
    text: command.text,
    made: command.made,
    anatomy: command.anatomy,
    ...(command.backInMs !== undefined && { backBy: at + command.backInMs }),
  });
  if (conversationIn(context, key).status === 'waiting') setStatus(context, key, at, 'active');
  timeMessage(context, key, at);
  return null;
};

const act = (context: DecisionContext, at: DrillMs, command: Extract<Command, { kind: 'act' }>): Rejection | null => {
  const key = command.conversation;
  const spec = context.content.actions.get(command.action);
  if (!spec) return { code: 'unknown-action', detail: command.action };
  const closed = closedTo(context, key, spec.sends);
  if (closed) return { code: closed };
  if (!preparedCaseOf(context, key).shop.actions.includes(spec.id)) return { code: 'action-not-offered' };
  const missing = missingField(spec, command.with);
  if (missing !== null) return { code: 'action-needs-field', detail: missing };
  const sends = reachesCustomer(spec, conversationIn(context, key));
  doAction(context, key, at, command.id, spec, command.with);
  if (sends && conversationIn(context, key).status === 'waiting') setStatus(context, key, at, 'active');
  return null;
};

const asRejection = (code: RejectionCode | null): Rejection | null => (code === null ? null : { code });

/** Commands that need a running clock; `runCommand` carries them out. */
const NEED_CLOCK: readonly Command['kind'][] = [
  ...(['send', 'withdraw', 'drop-hold', 'act', 'close', 'transfer', 'hand-on', 'take', 'typing'] as const),
  ...(['pass', 'recall', 'answer-pass'] as const),
];
const runCommand = (context: DecisionContext, at: DrillMs, command: Command): Rejection | null => {
  if (context.drill.rush?.handoverUntil != null && command.kind !== 'transfer') return { code: 'shift-over' };
  if (command.kind === 'send') return asRejection(send(context, at, command));
  if (command.kind === 'act') return act(context, at, command);
  if (command.kind === 'play') return asRejection(play(context, at, command.id, command.act));
  if (command.kind === 'withdraw')
    return asRejection(
      closedTo(context, command.conversation, true) ?? withdraw(context, command.conversation, at, command.message),
    );
  if (command.kind === 'drop-hold')
    return asRejection(closedTo(context, command.conversation, true) ?? dropHold(context, command.conversation, at));
  if (command.kind === 'close')
    return asRejection(closedTo(context, command.conversation, true) ?? close(context, at, command.conversation));
  if (command.kind === 'take') return asRejection(takeFromQueue(context, at, command.conversation));
  if (command.kind === 'transfer') {
    const closed = context.drill.rush && closedTo(context, command.conversation, !mayBeNoted(context, command));
    return asRejection(closed ?? transfer(context, at, command.conversation, command.note));
  }
  if (command.kind === 'hand-on')
    return asRejection(
      closedTo(context, command.conversation, true) ?? handOn(context, at, command.conversation, command.note),
    );
  if (command.kind === 'pass')
    return asRejection(closedTo(context, command.conversation, true) ?? offerPass(context, at, command));
  if (command.kind === 'recall') return asRejection(recallPass(context, at, command.conversation));
  if (command.kind === 'answer-pass') return asRejection(answerPass(context, at, command));
  if (command.kind !== 'typing') return null;
  const closed = closedTo(context, command.conversation, true);
  if (closed === null) timeTyping(context, command.conversation, at);
  return asRejection(closed);
};

/** Commands that others give the drill, whether or not its clock runs; the clock's own commands too. */
const runOutside = (context: DecisionContext, at: DrillMs, command: Command): Rejection | null => {
  switch (command.kind) {
    case 'inject':
      return asRejection(inject(context, at, command.scenario));
    case 'receive':
      return asRejection(receive(context, at, command.scenario, command.handed));
    case 'expect':
      return asRejection(expect(context, at, command.count));
    case 'receive-pass':
      return asRejection(receivePass(context, at, command));
    case 'withdraw-pass':
      return asRejection(withdrawPass(context, at, command));
    case 'settle-pass':
      return asRejection(settlePass(context, at, command));
    case 'lead-answer':
      return asRejection(answerLead(context, at, command));
    default:
      return moveClock(context, at, command);
  }
};

/** The decision so far: the events and the drill after them, or the turn that must be judged first. */
const decisionOf = (context: DecisionContext): Decision =>
  context.needs ? { ok: false, needs: context.needs } : { ok: true, value: context.events, drill: context.drill };

/**
 * Decides a command. The result is the events it causes, those due before it included; or why it is refused; or which
 * turn must be judged first. `judged`: judgements of turns that close on the way, made for this very command and drill.
 * A command that closes two turns asks twice, since the second judgement may depend on the first.
 * A refusal stores nothing: what was due then comes with the next tick.
 */
export const decide = (content: Content, drill: Drill, command: Command, judged: readonly Judged[] = []): Decision => {
  const context: DecisionContext = { content, drill, events: [], judged, needs: null };
  if (command.kind === 'open') {
    if (drill.opened) return refuse('drill-already-open');
    const refusal = open(context, command);
    return refusal === null ? decisionOf(context) : refuse(refusal);
  }
  if (!drill.opened) return refuse('drill-not-open');
  if (drill.ended) return refuse('drill-ended');
  // Drill time stands still while stopped, whatever a late resume says.
  const at = drill.clock.running ? Math.max(command.at, drill.at) : drill.at;
  const needsClock = NEED_CLOCK.includes(command.kind);
  if (needsClock && !drill.clock.running)
    return refuse(drill.clock.why === 'not-started' ? 'drill-not-started' : 'drill-paused');
  advance(context, at);
  if (context.needs) return decisionOf(context);
  if (context.drill.ended)
    return command.kind === 'tick' || command.kind === 'end' ? decisionOf(context) : refuse('drill-ended');
  if (command.kind === 'end') {
    const code = endByCommand(context, at, command.why);
    return code === null ? decisionOf(context) : refuse(code);
  }
  const refusal =
    needsClock || command.kind === 'play' ? runCommand(context, at, command) : runOutside(context, at, command);
  return refusal ? { ok: false, error: refusal } : decisionOf(context);
};
