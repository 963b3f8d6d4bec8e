/** Windows 时机: chances that open and shut (RULES V2, V3). */

import type { WindowKind, WindowSpec } from '#engine/model/content.ts';
import type { Conversation, OpenWindow } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { skippedMinutes, spanMs } from '#engine/model/story-time.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import type { Act } from '#language/terms/verdicts.ts';
import { conversationIn, type DecisionContext, emit, paceOf, preparedCaseOf } from './decision-context.ts';
import { hasMindedLast, hasToldLast } from './told-last.ts';
import { hasBought } from './true-lines.ts';

/** The parts of a turn that decide whether it takes windows or lets beats be passed over. */
export type TurnSummary = {
  acts: readonly Act[];
  covered: readonly string[];
  actions: readonly string[];
  /** Said something definite, or asked something: more than 好的 or 在的. */
  isSubstantial: boolean;
  takesLeave: boolean;
  /** The customer answers with a `resolved` or a `failed` line, so no `passed` line follows. */
  saysDepartureLine: boolean;
};

export const noTurnSummary: TurnSummary = {
  acts: [],
  covered: [],
  actions: [],
  isSubstantial: false,
  takesLeave: false,
  saysDepartureLine: false,
};

/** Milliseconds of the goodbye window that opens after most endings, from the last words of either side. */
export const GOODBYE_MS = 60_000;

/**
 * Milliseconds that a window whose end is the customer's leaving stays open after their answer in it: a trainee answers in
 * 25–45 s.
 */
const ANSWERED_MS = 45_000;

/** A promise is waited for no longer than this before the desk closes over a talk that is over. */
const LONGEST_AWAITED_MS = 600_000;

/** Until when a talk that is over waits for its trainee, who has promised to be back (RULES J134); 0 without a promise. */
export const awaitedUntil = ({ hold }: Pick<Conversation, 'hold'>): DrillMs =>
  hold === null ? 0 : Math.min(hold.untilAt, hold.fromAt + LONGEST_AWAITED_MS);

/** Whether the customer leaves when the window is missed: the case is over then, and not for the better. */
const isLeftByMissing = ({ beats, endings }: PreparedCase, { beat }: OpenWindow): boolean => {
  const then = beats.get(beat ?? '')?.then;
  const ending = endings.get(then?.missed ?? '');
  return ending?.outcome === 'lost' || ending?.outcome === 'escalated';
};

/**
 * Drill time when a window shuts by itself. A goodbye window stays open after each of the trainee's words: while they
 * still talk they haven't left the customer (RULES T53). One that ends with the customer's leaving stays open after they
 * have answered the trainee: nobody tells what they were asked and is gone before a reply can be read (RULES T95). Who has
 * minded a word waits for what is said to it (RULES J156).
 */
export const windowClosesAt = (conversation: Conversation, preparedCase: PreparedCase, window: OpenWindow): DrillMs => {
  const { said, lastLineAt } = conversation;
  const { kind, fromAt, untilAt } = window;
  if (kind === 'goodbye') {
    const awaitedTill = conversation.hold === null ? 0 : awaitedUntil(conversation) + GOODBYE_MS;
    return Math.max(untilAt, (said.at(-1)?.at ?? 0) + GOODBYE_MS, awaitedTill);
  }
  if (lastLineAt > fromAt && hasMindedLast(conversation))
    return Math.max(untilAt, lastLineAt + preparedCase.persona.patience[0] * 1000);
  const hasAnsweredIn =
    lastLineAt > fromAt && hasToldLast(conversation, preparedCase.scenario) && isLeftByMissing(preparedCase, window);
  return hasAnsweredIn ? Math.max(untilAt, lastLineAt + ANSWERED_MS) : untilAt;
};

const FOLLOW_UP_ACTS: readonly Act[] = [
  'follow-up',
  'ask-info',
  'order-prompt',
  'payment-reminder',
  'promise-time',
  'cross-sell',
  'empathy',
];
const ACTS_OF: Readonly<Partial<Record<WindowKind, readonly Act[]>>> = {
  'follow-up': FOLLOW_UP_ACTS,
  'order-prompt': ['order-prompt'],
  'payment-reminder': ['payment-reminder'],
  'cross-sell': ['cross-sell'],
};

/**
 * Whether words or actions of this turn take a window of that kind. With `wordsRemind` false only the button reminds of
 * payment.
 */
export const takesWindow = (
  kind: WindowKind,
  spec: Pick<WindowSpec, 'points' | 'do'> | null,
  summary: TurnSummary,
  wordsRemind: boolean,
): boolean => {
  const action = spec?.do ?? (kind === 'payment-reminder' ? 'remind-pay' : null);
  if (action && summary.actions.includes(action)) return true;
  if (kind === 'payment-reminder' && !wordsRemind) return false;
  if (kind === 'recognise-regular' || kind === 'confirm-order')
    return spec?.points.some((point) => summary.covered.includes(point)) ?? false;
  if (kind === 'goodbye') return summary.takesLeave;
  if (kind === 'follow-up' && (summary.isSubstantial || summary.covered.length > 0)) return true;
  return ACTS_OF[kind]?.some((act) => summary.acts.includes(act)) ?? false;
};

/** Opens a beat's window, counted from the end of its burst. */
export const openWindow = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  burstEnd: DrillMs,
  beat: string,
  spec: WindowSpec,
): void => {
  const pace = paceOf(context);
  const fromAt = burstEnd + (spec.from ? spanMs(spec.from, pace) : 0);
  emit(context, {
    kind: 'window-opened',
    at,
    conversation: key,
    window: `${beat}-${conversationIn(context, key).beat?.occurrence ?? 1}`,
    windowKind: spec.kind,
    beat,
    fromAt,
    untilAt: Math.max(fromAt, burstEnd + spanMs(spec.until, pace)),
  });
  const skipped = skippedMinutes(spec.until, pace);
  if (skipped > 0) emit(context, { kind: 'story-jumped', at, conversation: key, text: '', minutes: skipped });
};

export const closeWindow = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  window: OpenWindow,
  how: 'taken' | 'missed' | 'spoiled' | 'void',
  by: string | null,
  why: string | null,
): void =>
  emit(context, {
    kind: 'window-closed',
    at,
    conversation: key,
    window: window.id,
    windowKind: window.kind,
    how,
    by,
    why,
  });

/** Opens and closes a window that was taken in the turn that leads to it (RULES T3). */
export const openTakenWindow = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  beat: string,
  kind: WindowKind,
  by: string | null,
): void => {
  const window = `${beat}-${(conversationIn(context, key).entered[beat] ?? 0) + 1}`;
  emit(context, {
    kind: 'window-opened',
    at,
    conversation: key,
    window,
    windowKind: kind,
    beat,
    fromAt: at,
    untilAt: at,
  });
  emit(context, {
    kind: 'window-closed',
    at,
    conversation: key,
    window,
    windowKind: kind,
    how: 'taken',
    by,
    why: null,
  });
};

/** The spec behind an open window, for its points and action; null for goodbye and return. */
export const windowSpecOf = (context: DecisionContext, key: string, window: OpenWindow): WindowSpec | null =>
  window.beat === null ? null : (preparedCaseOf(context, key).beats.get(window.beat)?.window ?? null);

const notePestering = (context: DecisionContext, key: string, at: DrillMs, kind: WindowKind, count: number): void => {
  const window = `pestering-${kind}-${count}`;
  emit(context, {
    kind: 'window-closed',
    at,
    conversation: key,
    window,
    windowKind: kind,
    how: 'spoiled',
    by: null,
    why: 'pestering',
  });
};

/** From so many reminders or follow-ups on it is pestering, and from so many reminders of somebody who has refused. */
const PESTERING_FROM = 4;
const PESTERING_FROM_REFUSED = 2;

const hasRefused = (conversation: Conversation, outcome: string | undefined): boolean =>
  conversation.ending !== null && outcome === 'lost';

/**
 * Counts reminders and follow-ups, and notes pestering: the fourth of either, or after 不要了 a reminder that is the
 * second or later of all. What somebody who has just bought is told of their goods chases nobody.
 * Words that answer what the customer asked are no reminder, whatever they mention.
 */
export const countReminders = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  summary: TurnSummary,
  isAnswerOwed: boolean,
): void => {
  const { wordsRemind } = preparedCaseOf(context, key);
  for (const kind of ['payment-reminder', 'follow-up'] as const) {
    const isUnpaid = conversationIn(context, key).orders.some(({ status }) => status === 'unpaid');
    const hasClicked = summary.actions.includes('remind-pay');
    const hasReminded =
      kind === 'follow-up'
        ? summary.acts.includes('follow-up')
        : isUnpaid && takesWindow(kind, null, summary, wordsRemind);
    if (!hasReminded || (isAnswerOwed && !(hasClicked && kind === 'payment-reminder'))) continue;
    emit(context, { kind: 'window-acted', at, conversation: key, windowKind: kind });
    const conversation = conversationIn(context, key);
    const count = conversation.acted[kind] ?? 0;
    const outcome = conversation.ending
      ? preparedCaseOf(context, key).endings.get(conversation.ending.id)?.outcome
      : undefined;
    const isCare = kind === 'follow-up' && hasBought(conversation);
    if (
      (count >= PESTERING_FROM && !isCare) ||
      (kind === 'payment-reminder' && count >= PESTERING_FROM_REFUSED && hasRefused(conversation, outcome))
    )
      notePestering(context, key, at, kind, count);
  }
};
