/** Desk operations other than talking (RULES T8): matching needs and forbids, and what the panel shows afterwards. */
import { isAnswered, openNeeds, waitsFor } from '#engine/customer/open-needs.ts';
import type { ActionSpec, Condition, Need, Order, With } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { waysOf } from '#engine/model/ways.ts';
import type { Cast } from '#engine/prepare/cast.ts';
import { castOf, conversation, type DecisionContext, emit } from '#engine/state/decision-context.ts';
import { noLead, specOf, takes } from '#engine/state/windows.ts';
import { timeAction } from '#engine/turns/turns.ts';

/** Values are compared as text: a form gives '42.5', a case may write 42.5. */
const same = (a: string | number | undefined, b: string | number): boolean =>
  a !== undefined && String(a).trim() === String(b).trim();

const matches = (wanted: With, given: With, but?: string): boolean =>
  Object.entries(wanted).every(([name, value]) => name === but || same(given[name], value));

const fulfilled = (c: Conversation, condition: Condition): boolean => {
  if ('ask' in condition) return c.told.includes(condition.ask);
  if ('do' in condition) return c.done.some(({ action }) => action === condition.do);
  return c.points[condition.point] === 'covered';
};

const meets = (need: Need, action: string, given: With): boolean =>
  need.do === action ? matches(need.with, given) : waysOf(need).includes(action);

type Named = { need: Need; beat: string | null; index: number };

/** Needs an action may meet: those of every beat, and the case's duties. */
const needsOf = (cast: Cast): Named[] => [
  ...cast.scenario.beats.flatMap(({ needs, id }) => needs.map((need, index) => ({ need, beat: id, index }))),
  ...cast.scenario.duties.map((need, index) => ({ need, beat: null, index })),
];

const isMet = (c: Conversation, { beat, index }: Named): boolean => c.met.includes(`${beat ?? ''}:${index}`);

const changed = (orders: readonly Order[], action: string, given: With): readonly Order[] => {
  const wanted = given.order;
  const on = (o: Order): boolean =>
    wanted === undefined ? orders.length === 1 || o === orders.at(-1) : o.id === wanted || o.no === wanted;
  const edit = (change: (o: Order) => Order): readonly Order[] => orders.map((o) => (on(o) ? change(o) : o));
  const text = (name: string): string | null => (given[name] === undefined ? null : String(given[name]));
  if (action === 'change-address') return edit((o) => ({ ...o, address: text('address') ?? o.address }));
  if (action === 'change-sku')
    return edit((o) => ({
      ...o,
      items: o.items.map((i, n) => (n === 0 || i.product === given.product ? { ...i, sku: text('sku') ?? i.sku } : i)),
    }));
  if (action === 'cancel-order') return edit((o) => ({ ...o, status: 'cancelled' }));
  return orders;
};

const STATUS: Readonly<Record<Order['status'], string>> = {
  unpaid: '待付款',
  paid: '已付款，待发货',
  shipped: '运输中',
  signed: '已签收',
  cancelled: '已取消',
};

const resultOf = (spec: ActionSpec, orders: readonly Order[]): readonly string[] => {
  if (spec.id === 'check-order') {
    const notes = orders.flatMap(({ inside, no }) => inside.map((n) => `${no} ${n.on} ${n.note}`));
    return notes.length > 0 ? notes : ['没有内部备注'];
  }
  if (spec.id === 'check-logistics') {
    return orders.flatMap((o) => [
      [o.no, STATUS[o.status], o.signedOn ? `签收 ${o.signedOn}` : o.shippedOn ? `发出 ${o.shippedOn}` : null]
        .filter((t) => t !== null)
        .join(' · '),
      ...(o.tracking ?? []).map((step) => `${step.on} ${step.note}`),
    ]);
  }
  return [spec.done];
};

/** Whether an action fits a need in all its fields but the amount. */
const amountOff = (named: readonly Named[], action: string, given: With): boolean =>
  given.amount !== undefined &&
  named.some(
    ({ need }) =>
      need.do === action &&
      need.with.amount !== undefined &&
      !same(given.amount, need.with.amount) &&
      matches(need.with, given, 'amount'),
  );

/** Carries an action out and records what it means; reactions come with the turn (RULES T8). */
export const doAction = (
  step: DecisionContext,
  key: string,
  at: DrillMs,
  id: string,
  spec: ActionSpec,
  given: With,
): void => {
  const cast = castOf(step, key);
  const before = conversation(step, key);
  const named = needsOf(cast).filter((n) => waysOf(n.need).includes(spec.id) && !isMet(before, n));
  const fits = named.filter(({ need }) => meets(need, spec.id, given));
  // Where the action meets a need of the present beat, only that need's conditions count: 报班长 for the postage of today
  // needs no look at the sole, which another beat's 报班长 does.
  const here = fits.filter(({ beat }) => beat !== null && beat === before.beat?.id);
  const weighed = here.length > 0 ? here : fits;
  const forbidden = cast.scenario.forbids.findIndex((f) => f.do === spec.id && matches(f.with, given));
  const orders = changed(before.orders, spec.id, given);
  emit(step, {
    kind: 'action-done',
    at,
    conversation: key,
    id,
    action: spec.id,
    with: given,
    sends: spec.sends,
    forbidden: forbidden < 0 ? null : forbidden,
    unverified: weighed.some(({ need }) => !need.after.every((condition) => fulfilled(before, condition))),
    wrongAmount: fits.length === 0 && amountOff(named, spec.id, given),
    orders,
    result: resultOf(spec, orders),
  });
  for (const n of fits)
    emit(step, { kind: 'need-met', at, conversation: key, beat: n.beat, need: n.index, by: 'action' });
  // After 结束会话 nobody is there to react to a 备注.
  if (before.status !== 'closed' && wantsReaction(step, key, spec.id, forbidden >= 0, fits)) timeAction(step, key, at);
};

const wantsReaction = (
  step: DecisionContext,
  key: string,
  action: string,
  forbidden: boolean,
  met: readonly Named[],
): boolean => {
  if (forbidden) return true;
  const c = conversation(step, key);
  const cast = castOf(step, key);
  if ([...cast.facts.values()].some((f) => f.do === action && !c.told.includes(f.id))) return true;
  const lead = { ...noLead, actions: [action] };
  if (c.windows.some((w) => takes(w.kind, specOf(step, key, w), lead, castOf(step, key).wordsRemind))) return true;
  const beat = c.beat && cast.beats.get(c.beat.id);
  if (!beat || !met.some((n) => n.beat === beat.id)) return false;
  return waitsFor(beat).every((q) => isAnswered(c, cast, q)) && openNeeds(c, cast, beat).length === 0;
};
