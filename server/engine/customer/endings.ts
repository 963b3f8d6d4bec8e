/** Endings: outcome, rating, the goodbye window and a customer's return (RULES V1, V2). */

import { acceptedOperations } from '#engine/model/accepted-operations.ts';
import { isToHearBack } from '#engine/model/after-the-end.ts';
import type { CustomerDeed, Ending, Order, Outcome } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import {
  reducedIn,
  unsentIn,
  withCouponsSent,
  withPaid,
  withPlaced,
  withReductions,
} from '#engine/model/placed-orders.ts';
import { JUMP_MS, jumpText, skippedMinutes, spanMs } from '#engine/model/story-time.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import {
  conversationIn,
  type DecisionContext,
  emit,
  moveMood,
  paceOf,
  preparedCaseOf,
  setStatus,
} from '#engine/state/decision-context.ts';
import { GOODBYE_MS, type TurnSummary } from '#engine/state/windows.ts';
import { awaitsPicture } from './awaited-picture.ts';
import { goesOffline } from './going-offline.ts';
import { withAgreedSku } from './paid-otherwise.ts';

const CEILING: Readonly<Record<Outcome, number>> = {
  paid: 5,
  kept: 5,
  returned: 5,
  exchanged: 5,
  lost: 4,
  escalated: 2,
};

/** Least mood (0–100) for two, three, four and five stars. */
const MIN_MOODS = [20, 40, 55, 70];

/** Most stars of a customer who waits for the answer of whoever may decide, and of one who had to ask for a word twice. */
const UNSETTLED = 4;

/** 1–5 from mood and outcome: 满意度 (docs/trade.md §1); `ceiling`: the most that the outcome allows. */
export const ratingOf = (mood: number, outcome: Outcome, ceiling = CEILING[outcome]): number => {
  const starsByMood = 1 + MIN_MOODS.filter((least) => mood >= least).length;
  return Math.min(starsByMood, ceiling);
};

/** Most stars of a customer who goes and never had the answer they came for. */
const UNANSWERED = 3;

/** Whether of a question that the customer put nothing was answered rightly by the time they go; what nobody made out may have been. */
const goesUnanswered = ({ ledger, points }: Conversation, { questions }: PreparedCase): boolean =>
  Object.entries(ledger).some(([id, { state }]) => {
    const musts = questions.get(id)?.question.points.filter(({ must }) => must) ?? [];
    const isOpen = !['answered', 'provisional', 'unrecognised', 'void'].includes(state);
    return isOpen && musts.length > 0 && musts.every((point) => points[point.id] !== 'covered');
  });

/** Whether the customer asked for a word a second time (人呢) before they had one. */
const hasAskedTwice = ({ used }: Conversation): boolean => Object.keys(used).some((name) => name.endsWith(':silence2'));

/**
 * The most stars at an ending: one that takes the matter above the desk as a complaint of some level has two at most. Where the desk
 * itself has reported it to whoever decides, the customer goes by how they were treated, and nothing is settled yet (RULES J230).
 */
const ceilingAt = (conversation: Conversation, preparedCase: PreparedCase, { outcome, level }: Ending): number => {
  // Who leaves without an answer isn't content with how it went (RULES J247).
  if (outcome === 'lost' && goesUnanswered(conversation, preparedCase)) return UNANSWERED;
  const isPassedOn = outcome === 'escalated' && level === null;
  const ceiling = isPassedOn ? UNSETTLED : CEILING[outcome];
  return hasAskedTwice(conversation) ? Math.min(ceiling, UNSETTLED) : ceiling;
};

const ordersAfter = (orders: readonly Order[], deed: CustomerDeed): readonly Order[] => {
  if (deed.deed === 'place-order') return withPlaced(orders, deed);
  return deed.deed === 'pay' ? withPaid(orders, deed) : orders;
};

/** Records a deed of the customer's: they order, pay, open a refund, complain. */
export const doDeed = (context: DecisionContext, key: string, at: DrillMs, deed: CustomerDeed): void => {
  const conversation = conversationIn(context, key);
  const { orders, done } = conversation;
  const isSent = (card: string): boolean => done.some((action) => action.with.coupon === card);
  const rightlySent = done.flatMap(({ forbidden, with: { coupon } }) => (forbidden === null ? [String(coupon)] : []));
  const { shop } = preparedCaseOf(context, key);
  const agreed = withAgreedSku(deed, conversation, shop);
  const deedDone = withReductions(withCouponsSent(agreed, isSent), shop, orders, rightlySent);
  emit(context, { kind: 'customer-did', at, conversation: key, deed: deedDone, orders: ordersAfter(orders, deedDone) });
};

/**
 * Whether a wrong answer was told and its point not put right since. What the customer last believed led them to this
 * ending: then nothing was put right, whatever else was heard.
 */
const stands = (
  { wrongIds, points }: Conversation,
  { points: known }: PreparedCase,
  wrongId: string,
  ending: string,
): boolean => {
  const last = wrongIds.at(-1) ?? '';
  return (
    wrongIds.includes(wrongId) &&
    [...known.values()].some(
      ({ point: { id, wrongs, wrongReacts } }) =>
        wrongReacts[last]?.then === ending ||
        (points[id] !== 'covered' && wrongs?.some((wrong) => wrong.id === wrongId)),
    )
  );
};

/** Whether what `left` names has been left so: a wrong answer, a point told wrong or a forbidden operation. */
const isLeft = (conversation: Conversation, preparedCase: PreparedCase, left: string, ending: string): boolean =>
  stands(conversation, preparedCase, left, ending) ||
  conversation.points[left] === 'wrong' ||
  conversation.done.some(({ action, forbidden }) => action === left && forbidden !== null);

const comesBack = (conversation: Conversation, preparedCase: PreparedCase, ending: Ending): boolean => {
  const { scenario } = preparedCase;
  const later = ending.later;
  if (!later || conversation.returned) return false;
  if (later.left !== null && !isLeft(conversation, preparedCase, later.left, ending.id)) return false;
  if (later.unmet === null) return true;
  const needs = [...scenario.beats.flatMap(({ needs }) => needs), ...scenario.duties];
  const ways = needs.filter((need) => need.do === later.unmet).flatMap(acceptedOperations);
  return !conversation.done.some(({ action }) => action === later.unmet || ways.includes(action));
};

/**
 * What was sold: the ending's sum, with what coupons would have taken off that weren't sent before the customer paid, less
 * what was taken off besides (RULES T135, J130).
 */
const saleOf = ({ deeds, entered }: Conversation, { scenario }: PreparedCase, ending: Ending): number | null => {
  if (ending.sale === null) return null;
  const used = new Set(deeds.flatMap((deed) => ('off' in deed ? (deed.off ?? []) : [])).map(({ card }) => card));
  const authored = [...scenario.beats.filter(({ id }) => (entered[id] ?? 0) > 0), ending].flatMap(({ does }) => does);
  const unused = authored.reduce((sum, deed) => sum + unsentIn(deed, (card) => used.has(card)), 0);
  return ending.sale + unused - reducedIn(deeds, authored);
};

/** Records the ending at `at`; `burstEnd` is when its last line will be out. */
export const reachEnding = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  burstEnd: DrillMs,
  ending: Ending,
  summary: TurnSummary,
  silent: boolean,
): void => {
  for (const deed of ending.does) doDeed(context, key, at, deed);
  if (ending.mood !== null) moveMood(context, key, at, ending.mood, 'ending');
  const conversation = conversationIn(context, key);
  emit(context, {
    kind: 'ending-reached',
    at,
    conversation: key,
    ending: ending.id,
    outcome: ending.outcome,
    sale: saleOf(conversation, preparedCaseOf(context, key), ending),
    amount: ending.amount,
    level: ending.level,
    rating: ratingOf(conversation.mood, ending.outcome, ceilingAt(conversation, preparedCaseOf(context, key), ending)),
    silent,
  });
  // Whether the customer comes back is asked before the goodbye window opens: it counts what was done until now.
  const isReturning = comesBack(conversation, preparedCaseOf(context, key), ending);
  if (goesOffline(ending)) setStatus(context, key, at, 'away');
  else openGoodbye(context, key, at, burstEnd, summary.takesLeave || conversation.tookLeave);
  if (isReturning && ending.later) planReturn(context, key, at, burstEnd, ending.later);
};

/** Opens the goodbye window; one that this very turn, or the last one before a silence, has said goodbye in is taken at once. */
export const openGoodbye = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  burstEnd: DrillMs,
  hasSaidGoodbye: boolean,
): void => {
  const window = `goodbye-${conversationIn(context, key).visit}`;
  emit(context, {
    kind: 'window-opened',
    at,
    conversation: key,
    window,
    windowKind: 'goodbye',
    beat: null,
    fromAt: at,
    untilAt: burstEnd + GOODBYE_MS,
  });
  if (!hasSaidGoodbye) return;
  emit(context, {
    kind: 'window-closed',
    at,
    conversation: key,
    window,
    windowKind: 'goodbye',
    how: 'taken',
    by: null,
    why: null,
  });
};

/** Plans the customer's return: seconds and minutes pass in the drill, of hours and days the story jumps. */
const planReturn = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  burstEnd: DrillMs,
  later: NonNullable<Ending['later']>,
): void => {
  const isShort = later.after.unit === 's' || later.after.unit === 'm';
  emit(context, {
    kind: 'return-due',
    at,
    conversation: key,
    beat: later.to,
    dueAt: burstEnd + (isShort ? spanMs(later.after, paceOf(context)) : JUMP_MS),
    afterText: jumpText(later.after),
  });
  const minutes = skippedMinutes(later.after, paceOf(context));
  emit(context, { kind: 'story-jumped', at, conversation: key, text: '', minutes: Math.max(0, minutes) });
};

/**
 * Closes the conversation: the trainee has said goodbye after the ending, and nobody has said a word since (RULES V1, T53).
 * Whom they have promised a word by a later hour, or asked for a picture that hasn't come, goes offline instead, where a word can
 * be left (RULES J200, J237).
 */
export const closeAfterGoodbye = (context: DecisionContext, key: string, at: DrillMs): void => {
  const conversation = conversationIn(context, key);
  const isOpen = isToHearBack(conversation) || awaitsPicture(conversation, preparedCaseOf(context, key));
  if (isOpen) setStatus(context, key, at, 'away');
  else emit(context, { kind: 'conversation-closed', at, conversation: key, by: 'trainee' });
};
