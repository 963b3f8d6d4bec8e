/** Names what a turn that closes needs judged. Reads the drill, changes nothing, and judges nothing itself. */

import type { Burst } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { JudgeRequest, OtherCustomer } from '#engine/model/judge-request.ts';
import type { Cast, Content } from '#engine/prepare/cast.ts';
import { castOf, conversation, type DecisionContext } from '#engine/state/decision-context.ts';
import { turnText } from '#engine/state/turn-text.ts';
import { deedsToHear } from './claims.ts';
import { openQuestions } from './open-questions.ts';
import { levelReached } from './overreach.ts';

/**
 * What a turn answers: the questions still open (the last burst may only have told a fact), what the customer said
 * last, and what the desk shows beside it: acts such as a payment reminder can't be recognised without.
 */
const customerText = (c: Conversation, questions: readonly string[]): string => {
  const events: string[] = [];
  if (c.orders.some(({ status }) => status === 'unpaid')) events.push('（未付款）');
  // A customer who goes off to think it over is to be won back like one who fell silent.
  if (c.quietUntil !== null || c.windows.some(({ kind }) => kind === 'follow-up')) events.push('（没回）');
  if (c.windows.some(({ kind }) => kind === 'goodbye')) events.push('（聊完了）');
  return [...questions, ...c.lastBurst, ...events].join('\n');
};

/** The open questions of the beat the customer is at: 退 said now is no longer about the shirt asked of before. */
const questionsHere = (c: Conversation, cast: Cast, open: readonly string[]): string[] => {
  const beat = c.beat && cast.beats.get(c.beat.id);
  const here = beat ? [...beat.asks.map(({ id }) => id), ...(beat.recalls ? [beat.recalls] : [])] : [];
  return open.filter((id) => here.includes(id)).map((id) => cast.questions.get(id)?.question.text ?? '');
};

const textOf = (burst: Burst | null): string[] =>
  (burst ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));

/** What the owner of an order has told by now: reading it back to them tells nobody a secret. */
const ownerOf = (c: Conversation, cast: Cast): JudgeRequest['owner'] => {
  if (!cast.scenario.customer.ownsOrder) return null;
  const beats = cast.scenario.beats.filter(({ id }) => (c.entered[id] ?? 0) > 0);
  const facts = cast.scenario.customer.knows.filter(({ id }) => c.told.includes(id));
  const said = [...beats, ...facts].flatMap(({ says }) => textOf(says));
  return {
    told: [...said, ...c.lastBurst].join('\n'),
    addresses: c.orders.map(({ address }) => address ?? '').join('\n'),
  };
};

/** The other customers at the desk. One with the same case is left out: words for either fit both. */
const othersOf = (step: DecisionContext, key: string, scenario: string): OtherCustomer[] =>
  step.drill.order.flatMap((other): OtherCustomer[] => {
    const c = step.drill.conversations[other];
    if (!c || other === key || c.status === 'queued' || c.scenario === scenario) return [];
    const cast = castOf(step, other);
    const waits = openQuestions(c, cast).open.flatMap((id) => cast.questions.get(id)?.pointIds ?? []);
    return [{ conversation: other, scenario: c.scenario, waits }];
  });

/** The words that the operations of a turn put before the customer. */
const shownBy = ({ actions }: Content, { shop }: Cast, turn: OpenTurn): string =>
  turn.actions
    .flatMap(({ action, with: given }) => [
      actions.get(action)?.done ?? '',
      ...Object.values(given).map((value) => (typeof value === 'number' ? yuan(value) : value)),
      ...shop.coupons.flatMap(({ id, name, amount }) => (id === given.coupon ? [name, yuan(amount)] : [])),
      ...shop.products.flatMap(({ id, price }) => (id === given.product ? [yuan(price)] : [])),
    ])
    .join('\n');

const yuan = (cents: number): string => `${cents / 100}元`;

/** Points that an open window asks to have read back. */
const awaitedIn = (c: Conversation, cast: Cast): string[] =>
  c.windows.flatMap(({ beat }) => {
    const own = beat === null ? undefined : cast.beats.get(beat);
    return [...(own?.window?.points ?? []), ...(own?.points.map(({ id }) => id) ?? [])];
  });

export const requestJudgement = (step: DecisionContext, key: string, turn: OpenTurn): JudgeRequest => {
  const c = conversation(step, key);
  const cast = castOf(step, key);
  const { text, said } = turnText(turn);
  const { points, open } = openQuestions(c, cast);
  return {
    contentHash: step.drill.opened?.contentHash ?? '',
    conversation: key,
    turn: turn.number,
    scenario: c.scenario,
    words: { text, said: said.map((m) => ({ id: m.id, text: m.text, start: m.start })) },
    customer: customerText(c, questionsHere(c, cast, open)),
    points: points.map(({ point }) => point.id),
    questions: open,
    awaits: awaitedIn(c, cast),
    checked: c.checked,
    facts: [...cast.facts.keys()],
    deeds: deedsToHear(c, cast, turn),
    level: levelReached(step.content, c),
    latest: c.said,
    secrets: c.orders.flatMap(({ secret }) => secret),
    owner: ownerOf(c, cast),
    others: othersOf(step, key, c.scenario),
    shown: shownBy(step.content, cast, turn),
  };
};
