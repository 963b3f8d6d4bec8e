/** Desk operations other than talking (RULES T8): matching needs and forbids, and what the panel shows afterwards. */
import { isAnswered, openNeeds, waitsFor } from '#engine/customer/open-needs.ts';
import { acceptedOperations } from '#engine/model/accepted-operations.ts';
import { hasAllValues, isSameValue } from '#engine/model/action-values.ts';
import type { ActionValues, Condition, Forbid, Need, Order } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { isOvernight } from '#engine/model/overnight.ts';
import { type ActionSpec, FLAGS } from '#engine/model/shop.ts';
import { storyAt } from '#engine/model/story-time.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';
import { INVITE_REVIEW } from '#engine/reactions/review-invitation.ts';
import { conversationIn, type DecisionContext, emit, preparedCaseOf } from '#engine/state/decision-context.ts';
import { noTurnSummary, takesWindow, windowSpecOf } from '#engine/state/windows.ts';
import { timeAction } from '#engine/turns/turns.ts';
import { resultLines, resultWords } from './action-result.ts';
import { askLead, goesToLead, isGranted } from './lead.ts';

/** Whether the customer has asked for it themselves by now: after 给我退了吧 nobody minds the refund (RULES T130). */
const hasAskedFor = ({ spoken }: Conversation, { asked = [] }: Forbid): boolean =>
  asked.some((words) => Object.keys(spoken).some((line) => line.includes(words)));

const isFilled = (given: ActionValues, name: string): boolean => String(given[name] ?? '').trim() !== '';

/** The title of a required field that is empty, or of those of which none is filled; null where nothing is missing. */
export const missingField = ({ fields, oneOf = [] }: ActionSpec, given: ActionValues): string | null => {
  const missing = fields.find(({ required, name }) => required && !isFilled(given, name));
  if (missing) return missing.title;
  if (oneOf.length === 0 || oneOf.some((name) => isFilled(given, name))) return null;
  return fields.flatMap(({ name, title }) => (oneOf.includes(name) ? [title] : [])).join(' / ');
};

const isFulfilled = (conversation: Conversation, condition: Condition): boolean => {
  if ('ask' in condition) return conversation.told.includes(condition.ask);
  if ('do' in condition) return conversation.done.some(({ action }) => action === condition.do);
  return conversation.points[condition.point] === 'covered';
};

/** The values with those a form left open, which mean the goods the customer asked about (RULES T8). */
const withLeftOpen = ({ fields }: ActionSpec, wanted: ActionValues, given: ActionValues): ActionValues => {
  const mayBeOpen = fields.filter(({ kind, required }) => kind === 'product' && !required).map(({ name }) => name);
  const meant = Object.entries(wanted).filter(([name]) => mayBeOpen.includes(name));
  return { ...Object.fromEntries(meant), ...given };
};

const meets = (need: Need, spec: ActionSpec, given: ActionValues): boolean =>
  need.do === spec.id
    ? hasAllValues(need.with, withLeftOpen(spec, need.with, given), spec)
    : acceptedOperations(need).includes(spec.id);

/** The operation that puts a notice up where others read along. */
const PIN_NOTICE = 'pin-notice';

/**
 * Whether the operation sends a card to where the customer speaks: a notice in the group answers nobody who asks in private, and
 * their wait goes on (RULES J248).
 */
export const reachesCustomer = ({ id, sends }: ActionSpec, { place }: Pick<Conversation, 'place'>): boolean =>
  sends && (id !== PIN_NOTICE || place !== null);

type CaseNeed = { need: Need; beat: string | null; index: number };

/** Needs an action may meet: those of every beat, and the case's duties. */
const needsOf = (preparedCase: PreparedCase): CaseNeed[] => [
  ...preparedCase.scenario.beats.flatMap(({ needs, id }) => needs.map((need, index) => ({ need, beat: id, index }))),
  ...preparedCase.scenario.duties.map((need, index) => ({ need, beat: null, index })),
];

const isMet = (conversation: Conversation, { beat, index }: CaseNeed): boolean =>
  conversation.met.includes(`${beat ?? ''}:${index}`);

/** The note replaces the one before; a flag that isn't set anew stays. */
const remarkOf = ({ remark }: Order, given: ActionValues): NonNullable<Order['remark']> => ({
  note: String(given.note ?? ''),
  flag: FLAGS.find((flag) => flag === given.flag) ?? remark?.flag ?? null,
});

const ordersAfter = (orders: readonly Order[], action: string, given: ActionValues): readonly Order[] => {
  const wanted = given.order;
  const isMeant = (order: Order): boolean =>
    wanted === undefined ? orders.length === 1 || order === orders.at(-1) : order.id === wanted || order.no === wanted;
  const edit = (change: (order: Order) => Order): readonly Order[] =>
    orders.map((order) => (isMeant(order) ? change(order) : order));
  const text = (name: string): string | null => (given[name] === undefined ? null : String(given[name]));
  if (action === 'change-address') return edit((order) => ({ ...order, address: text('address') ?? order.address }));
  if (action === 'change-sku')
    return edit((order) => ({
      ...order,
      items: order.items.map((item, n) =>
        n === 0 || item.product === given.product ? { ...item, sku: text('sku') ?? item.sku } : item,
      ),
    }));
  if (action === 'remark') return edit((order) => ({ ...order, remark: remarkOf(order, given) }));
  if (action === 'cancel-order') return edit((order) => ({ ...order, status: 'cancelled' }));
  return orders;
};

/** Whether an action fits a need in all its fields but the amount. */
const isAmountWrong = (candidates: readonly CaseNeed[], spec: ActionSpec, given: ActionValues): boolean =>
  given.amount !== undefined &&
  candidates.some(
    ({ need }) =>
      need.do === spec.id &&
      need.with.amount !== undefined &&
      !isSameValue(given.amount, need.with.amount) &&
      hasAllValues(need.with, withLeftOpen(spec, need.with, given), spec, 'amount'),
  );

/** Carries an action out and records what it means; reactions come with the turn (RULES T8). */
export const doAction = (
  context: DecisionContext,
  key: string,
  at: DrillMs,
  id: string,
  spec: ActionSpec,
  given: ActionValues,
): void => {
  const preparedCase = preparedCaseOf(context, key);
  const before = conversationIn(context, key);
  const candidates = needsOf(preparedCase).filter(
    (candidate) => acceptedOperations(candidate.need).includes(spec.id) && !isMet(before, candidate),
  );
  const fits = candidates.filter(({ need }) => meets(need, spec, given));
  // Where the action meets a need of the present beat, only that need's conditions count: 报班长 for the postage of today
  // needs no look at the sole, which another beat's 报班长 does.
  const fitsHere = fits.filter(({ beat }) => beat !== null && beat === before.beat?.id);
  const weighed = fitsHere.length > 0 ? fitsHere : fits;
  const forbidden = isGranted(context.drill, before, given)
    ? -1
    : preparedCase.scenario.forbids.findIndex(
        (forbid) => forbid.do === spec.id && hasAllValues(forbid.with, given, spec) && !hasAskedFor(before, forbid),
      );
  const isAsked = goesToLead(context.drill, spec);
  const orders = ordersAfter(before.orders, spec.id, given);
  const { minute } = storyAt(preparedCase.scenario, Math.max(0, at - before.arrivesAt), before.storySkippedMin);
  const sends = reachesCustomer(spec, before);
  emit(context, {
    kind: 'action-done',
    at,
    conversation: key,
    id,
    action: spec.id,
    with: given,
    sends,
    forbidden: forbidden < 0 ? null : forbidden,
    unverified: weighed.some(({ need }) => !need.after.every((condition) => isFulfilled(before, condition))),
    wrongAmount: fits.length === 0 && isAmountWrong(candidates, spec, given),
    orders,
    result: isAsked
      ? []
      : resultLines(spec, orders, isOvernight(spec, preparedCase.shop, minute)).map((line) => resultWords(spec, line)),
  });
  if (isAsked) askLead(context, key, at, id, spec.id);
  for (const candidate of fits)
    emit(context, {
      kind: 'need-met',
      at,
      conversation: key,
      beat: candidate.beat,
      need: candidate.index,
      by: 'action',
    });
  // Once the conversation is closed nobody is there to react to a 备注.
  if (before.status !== 'closed' && wantsReaction(context, key, spec.id, forbidden >= 0, fits))
    timeAction(context, key, at, sends || forbidden >= 0);
};

const wantsReaction = (
  context: DecisionContext,
  key: string,
  action: string,
  forbidden: boolean,
  met: readonly CaseNeed[],
): boolean => {
  if (forbidden || action === INVITE_REVIEW) return true;
  const conversation = conversationIn(context, key);
  const preparedCase = preparedCaseOf(context, key);
  if ([...preparedCase.facts.values()].some((fact) => fact.do === action && !conversation.told.includes(fact.id)))
    return true;
  const lead = { ...noTurnSummary, actions: [action] };
  if (
    conversation.windows.some((window) =>
      takesWindow(window.kind, windowSpecOf(context, key, window), lead, preparedCaseOf(context, key).wordsRemind),
    )
  )
    return true;
  const beat = conversation.beat && preparedCase.beats.get(conversation.beat.id);
  if (!beat || !met.some((candidate) => candidate.beat === beat.id)) return false;
  return (
    waitsFor(beat).every((question) => isAnswered(conversation, preparedCase, question)) &&
    openNeeds(conversation, preparedCase, beat).length === 0
  );
};

/** Whether an operation of the turn wants a reaction once its words are taken back. */
export const wantsReactionStill = (context: DecisionContext, key: string, turn: OpenTurn): boolean => {
  const needs = needsOf(preparedCaseOf(context, key));
  return turn.actions.some(({ action, forbidden }) => {
    const met = needs.filter(
      (candidate) =>
        acceptedOperations(candidate.need).includes(action) && isMet(conversationIn(context, key), candidate),
    );
    return wantsReaction(context, key, action, forbidden !== null, met);
  });
};
