/** 转接 between seats: what is offered, what comes, and what becomes of it (RULES J110–J113). */
import { planBurst } from '#engine/customer/bursts.ts';
import { emptyDraft } from '#engine/customer/draft.ts';
import type { Command, RejectionCode } from '#engine/model/commands.ts';
import type { Conversation, Drill } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { MAX_CUSTOMERS } from '#engine/model/rush.ts';
import { arrive } from '#engine/reactions/arrival.ts';
import {
  conversationIn,
  currentBeat,
  type DecisionContext,
  emit,
  moveMood,
  setStatus,
} from '#engine/state/decision-context.ts';
import { TAKEN_UP_MS } from '#engine/state/passed-conversation.ts';
import { closeTurn } from './close-turn.ts';
import { settleConversation } from './end-drill.ts';
import { nextKey } from './inject.ts';

type Of<K extends Command['kind']> = Extract<Command, { kind: K }>;

/** Milliseconds of drill time in which the seat that is offered a conversation may decline it; then it comes. */
export const ANSWER_MS = 20_000;
/** What a customer minds of being passed on, once somebody had spoken to them. */
const PASSED_MOOD = -3;
/** What they say then, and where nobody had answered them yet. The case's language, whatever the page's is. */
const WHERE_ARE_THEY = '刚才那位呢？';
const ANYBODY_THERE = '在吗？';

/** Whether a conversation of the drill is on its way to another seat. */
export const isPassing = ({ conversations }: Drill): boolean =>
  Object.values(conversations).some(({ passing }) => passing !== null);

/** Offers the conversation to another seat. What was said last is judged first: it is this seat's. */
export const offerPass = (context: DecisionContext, at: DrillMs, command: Of<'pass'>): RejectionCode | null => {
  const { conversation: key, id, to, note } = command;
  const { opened } = context.drill;
  if (opened?.transfers !== true) return 'transfers-off';
  if (note.trim() === '') return 'note-missing';
  if (opened.lead?.asks.some(({ conversation }) => conversation === key)) return 'pass-waits-lead';
  if (conversationIn(context, key).turn?.dueAt != null) closeTurn(context, key, at);
  if (context.needs) return null;
  const { ending, status } = conversationIn(context, key);
  if (ending !== null) return 'pass-story-over';
  if (status !== 'waiting' && status !== 'active') return 'pass-customer-away';
  emit(context, { kind: 'pass-offered', at, conversation: key, id, to, note: note.trim() });
  return null;
};

const found = ({ conversations }: Drill, is: (conversation: Conversation) => boolean): Conversation | undefined =>
  Object.values(conversations).find(is);

/** Wants back what was offered; the other seat may have it by then. */
export const recallPass = (context: DecisionContext, at: DrillMs, key: string): RejectionCode | null => {
  const { conversations } = context.drill;
  const passing = Object.hasOwn(conversations, key) ? conversations[key]?.passing : null;
  if (passing == null) return 'no-pass';
  if (!passing.recalled) emit(context, { kind: 'pass-recalled', at, conversation: key });
  return null;
};

/** What became of an offer of this seat. Once the other seat has the customer, what they waited for here is void (RULES Q7). */
export const settlePass = (context: DecisionContext, at: DrillMs, command: Of<'settle-pass'>): RejectionCode | null => {
  const { offer, how, reason } = command;
  const conversation = found(context.drill, ({ passing }) => passing?.id === offer);
  if (conversation?.passing == null) return 'no-pass';
  const { key, passing } = conversation;
  if (how !== 'taken') {
    emit(context, {
      kind: 'pass-returned',
      at,
      conversation: key,
      why: how,
      ...(reason !== undefined && reason !== '' && { reason, by: passing.to }),
    });
    return null;
  }
  settleConversation(context, key, at, 'transfer');
  if (context.needs) return null;
  emit(context, {
    kind: 'conversation-closed',
    at,
    conversation: key,
    by: 'transfer',
    note: passing.note,
    passedTo: passing.to,
  });
  return null;
};

/** Announces what another seat has offered; it comes by itself after ANSWER_MS. */
export const receivePass = (
  context: DecisionContext,
  at: DrillMs,
  { scenario, handed, passed }: Of<'receive-pass'>,
): RejectionCode | null => {
  const { drill, content } = context;
  if (drill.opened?.transfers !== true) return 'transfers-off';
  if (!content.cases.has(scenario)) return 'incident-not-planned';
  if (found(drill, (conversation) => conversation.passed?.offer === passed.offer)) return 'incident-came-already';
  if (!drill.clock.running) return 'drill-paused';
  if (drill.order.length >= MAX_CUSTOMERS) return 'too-many-customers';
  const conversation = nextKey(context);
  emit(context, { kind: 'customer-added', at, conversation, scenario, arrivesAt: at + ANSWER_MS, handed, passed });
  return null;
};

/** Takes at once what was offered to this seat, or declines it. */
export const answerPass = (context: DecisionContext, at: DrillMs, command: Of<'answer-pass'>): RejectionCode | null => {
  const { conversation: key, takes, reason } = command;
  const { conversations } = context.drill;
  const conversation = Object.hasOwn(conversations, key) ? conversations[key] : undefined;
  if (conversation?.passed == null || conversation.status !== 'queued') return 'no-pass';
  if (takes) arrivePassed(context, key, at);
  else if (reason.trim() === '') return 'note-missing';
  else emit(context, { kind: 'pass-declined', at, conversation: key, why: 'declined', reason: reason.trim() });
  return null;
};

/** What was offered to this seat doesn't come any more; once it has come it stays. */
export const withdrawPass = (
  context: DecisionContext,
  at: DrillMs,
  { offer, why }: Of<'withdraw-pass'>,
): RejectionCode | null => {
  const conversation = found(context.drill, ({ passed }) => passed?.offer === offer);
  if (conversation?.status !== 'queued') return 'no-pass';
  emit(context, { kind: 'pass-declined', at, conversation: conversation.key, why });
  return null;
};

/** Questions that the customer still waits for: asked anew of this seat, by whatever it was told before. */
const OPEN = ['open', 'clarifying', 'partly', 'vague', 'evaded', 'unrecognised'];

/** A customer comes: one who was passed here goes on where they were. */
export const arriveOrGoOn = (context: DecisionContext, key: string, at: DrillMs): void => {
  const { passed, visit } = conversationIn(context, key);
  if (passed !== null && visit === 0) arrivePassed(context, key, at);
  else arrive(context, key, at);
};

const arrivePassed = (context: DecisionContext, key: string, at: DrillMs): void => {
  const { beat, windows, quietUntil, ledger, mood, orders, passed, hold } = conversationIn(context, key);
  const holdUntil = Math.max(hold?.untilAt ?? 0, at + TAKEN_UP_MS);
  emit(context, {
    kind: 'customer-arrived',
    at,
    conversation: key,
    returning: false,
    visit: 1,
    queuedMs: 0,
    mood,
    orders,
  });
  setStatus(context, key, at, 'waiting');
  if (beat !== null) {
    emit(context, { kind: 'beat-entered', at, conversation: key, beat: beat.id, occurrence: beat.occurrence });
    if (quietUntil !== null)
      emit(context, { kind: 'quiet-begun', at, conversation: key, untilAt: Math.max(at, quietUntil), away: false });
  }
  // The promise is this seat's now (RULES Q86).
  if (hold !== null) {
    const { turn, timed } = hold;
    emit(context, { kind: 'hold-begun', at, conversation: key, turn, untilAt: holdUntil, timed });
  }
  for (const { id: window, kind: windowKind, beat: ofBeat, fromAt, untilAt } of windows)
    emit(context, {
      ...{ kind: 'window-opened', at, conversation: key, window, windowKind },
      ...{ beat: ofBeat, fromAt: Math.max(at, fromAt) },
      untilAt: windowKind === 'return' ? holdUntil : Math.max(at, untilAt),
    });
  if (passed?.hadWords) moveMood(context, key, at, PASSED_MOOD, 'passed');
  const draft = emptyDraft();
  const place = currentBeat(context, key)?.place;
  draft.parts.push({
    burst: [{ kind: 'text', text: passed?.hadWords ? WHERE_ARE_THEY : ANYBODY_THERE }],
    why: { kind: 'opening', beat: beat?.id ?? '' },
    place,
  });
  draft.waitMs = 1500;
  planBurst(context, key, at, draft);
  const bubbleId = conversationIn(context, key).pending[0]?.id ?? '';
  for (const { question, beat: asked, state } of Object.values(ledger))
    if (OPEN.includes(state))
      emit(context, { kind: 'question-opened', at, conversation: key, question, beat: asked, bubbleId });
};
