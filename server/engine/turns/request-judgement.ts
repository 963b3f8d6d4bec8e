/** Names what a turn that closes needs judged. Reads the drill, changes nothing, and judges nothing itself. */

import type { Burst } from '#engine/model/content.ts';
import type { Conversation, OpenTurn } from '#engine/model/drill.ts';
import type { DrillMs } from '#engine/model/events.ts';
import type { JudgeRequest, OtherCustomer } from '#engine/model/judge-request.ts';
import { isOvernight } from '#engine/model/overnight.ts';
import type { ActionSpec, Shop } from '#engine/model/shop.ts';
import { shopAfter } from '#engine/model/shop-after.ts';
import { storyAt } from '#engine/model/story-time.ts';
import { plainName } from '#engine/prepare/known-figures-of.ts';
import type { Content, PreparedCase } from '#engine/prepare/prepared-content.ts';
import { conversationIn, type DecisionContext, preparedCaseOf } from '#engine/state/decision-context.ts';
import { turnText } from '#engine/state/turn-text.ts';
import { deedsToHear } from './claims.ts';
import { openQuestions } from './open-questions.ts';
import { levelReached } from './overreach.ts';
import { toldChanges } from './told-changes.ts';

/**
 * What a turn answers: the questions still open (the last burst may only have told a fact), what the customer said
 * last, and what the desk shows beside it: acts such as a payment reminder can't be recognised without.
 */
const customerText = (conversation: Conversation, questions: readonly string[]): string => {
  const events: string[] = [];
  if (conversation.orders.some(({ status }) => status === 'unpaid')) events.push('（未付款）');
  // A customer who goes off to think it over is to be won back like one who fell silent.
  if (conversation.quietUntil !== null || conversation.windows.some(({ kind }) => kind === 'follow-up'))
    events.push('（没回）');
  if (conversation.windows.some(({ kind }) => kind === 'goodbye')) events.push('（聊完了）');
  return [...questions, ...conversation.lastBurst, ...events].join('\n');
};

/** The open questions of the beat the customer is at: 退 said now is no longer about the shirt asked of before. */
const questionsHere = (conversation: Conversation, preparedCase: PreparedCase, open: readonly string[]): string[] => {
  const beat = conversation.beat && preparedCase.beats.get(conversation.beat.id);
  const idsHere = beat ? [...beat.asks.map(({ id }) => id), ...(beat.recalls ? [beat.recalls] : [])] : [];
  return open.filter((id) => idsHere.includes(id)).map((id) => preparedCase.questions.get(id)?.question.text ?? '');
};

const textOf = (burst: Burst | null): string[] =>
  (burst ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));

/** What the owner of an order has told by now: reading it back to them tells nobody a secret. */
const ownerOf = (conversation: Conversation, preparedCase: PreparedCase): JudgeRequest['owner'] => {
  if (!preparedCase.scenario.customer.ownsOrder) return null;
  const beats = preparedCase.scenario.beats.filter(({ id }) => (conversation.entered[id] ?? 0) > 0);
  const facts = preparedCase.scenario.customer.knows.filter(({ id }) => conversation.told.includes(id));
  const said = [...beats, ...facts].flatMap(({ says }) => textOf(says));
  return {
    told: [...said, ...conversation.lastBurst].join('\n'),
    addresses: conversation.orders.map(({ address }) => address ?? '').join('\n'),
  };
};

/**
 * The other customers at the desk. One with the same case is left out, since words for either fit both, and so is who
 * has gone for good (RULES T184), and so is whose words came after the turn's own: nobody answers what they can't have read
 * (RULES T252). `saidAt`: when the turn's last message was sent.
 */
const othersOf = (context: DecisionContext, key: string, scenario: string, saidAt: DrillMs): OtherCustomer[] =>
  context.drill.order.flatMap((otherKey): OtherCustomer[] => {
    const conversation = context.drill.conversations[otherKey];
    if (!conversation || otherKey === key || conversation.status === 'queued' || conversation.scenario === scenario)
      return [];
    if (conversation.ending !== null && conversation.status !== 'active') return [];
    if ((conversation.waitingSince ?? conversation.arrivesAt) >= saidAt) return [];
    const preparedCase = preparedCaseOf(context, otherKey);
    const waits = openQuestions(conversation, preparedCase).openIds.flatMap(
      (id) => preparedCase.questions.get(id)?.pointIds ?? [],
    );
    return [{ conversation: otherKey, scenario: conversation.scenario, waits }];
  });

/** The field in which the desk writes for itself: what stands in it the customer sees on a card alone. */
const NOTE = 'note';

/**
 * The words that the operations of a turn put before the customer: of one that sends a card all there is, of any other
 * what it changes about the order. When a supervisor answers (已报主管，2小时内有回音) and what was written into a remark is
 * seen by the desk alone, and a customer who repeats it hasn't listened to anybody.
 */
const shownBy = ({ actions }: Content, shop: Shop, turn: OpenTurn, nowMinute: number): string =>
  turn.actions
    .flatMap(({ action, with: fieldValues }) => {
      const spec = actions.get(action);
      const seen = Object.entries(fieldValues).filter(([field]) => spec?.sends === true || field !== NOTE);
      return [
        ...(spec?.sends === true ? [doneWords(spec, shop, nowMinute)] : []),
        ...seen.map(([, value]) => (typeof value === 'number' ? yuan(value) : value)),
        ...shop.coupons.flatMap(({ id, name, amount }) => (id === fieldValues.coupon ? [name, yuan(amount)] : [])),
        ...shop.products.flatMap(({ id, price }) => (id === fieldValues.product ? [yuan(price)] : [])),
      ];
    })
    .join('\n');

/** What costs something else now than when the drill began. */
const changedPrices = (before: Shop, now: Shop): NonNullable<JudgeRequest['prices']> =>
  now === before
    ? []
    : now.products.flatMap(({ name, price }, i) =>
        price === before.products[i]?.price ? [] : [{ name: plainName(name), cents: price }],
      );

/** Numbers of pieces that have changed since the drill began: 后台0份 is right once the strawberries are sold out (RULES T244). */
const changedStocks = (before: Shop, now: Shop): number[] =>
  now === before
    ? []
    : now.products.flatMap(({ stock }, i) => (stock === null || stock === before.products[i]?.stock ? [] : [stock]));

const doneWords = (spec: ActionSpec | undefined, shop: Shop, nowMinute: number): string =>
  (spec && isOvernight(spec, shop, nowMinute) ? spec.overnight?.done : spec?.done) ?? '';

const yuan = (cents: number): string => `${cents / 100}元`;

/** Points that an open window asks to have read back. */
const awaitedIn = (conversation: Conversation, preparedCase: PreparedCase): string[] =>
  conversation.windows.flatMap(({ beat }) => {
    const windowBeat = beat === null ? undefined : preparedCase.beats.get(beat);
    return [...(windowBeat?.window?.points ?? []), ...(windowBeat?.points.map(({ id }) => id) ?? [])];
  });

/** The story's day and its minute, as the desk's clock shows them. */
const storyClock = ({ scenario }: PreparedCase, { arrivesAt, storySkippedMin }: Conversation, at: DrillMs) =>
  storyAt(scenario, Math.max(0, at - arrivesAt), storySkippedMin);

/** What the lead has decided in this conversation; nothing where no lead has answered. */
const decidedHere = ({ drill }: DecisionContext, key: string): Pick<JudgeRequest, 'decided'> => {
  const lead = drill.opened?.lead;
  return lead?.answeredAt[key] === undefined ? {} : { decided: { amount: lead.granted[key]?.amount ?? null } };
};

export const requestJudgement = (context: DecisionContext, key: string, turn: OpenTurn): JudgeRequest => {
  const conversation = conversationIn(context, key);
  const preparedCase = preparedCaseOf(context, key);
  const { text, said } = turnText(turn);
  const { points, beyond, openIds: open } = openQuestions(conversation, preparedCase);
  const saidAt = turn.messages.at(-1)?.at ?? conversation.arrivesAt;
  const { date: today, minute: nowMinute } = storyClock(preparedCase, conversation, saidAt);
  const shop = shopAfter(preparedCase.shop, toldChanges(context));
  const prices = changedPrices(preparedCase.shop, shop);
  const stocks = changedStocks(preparedCase.shop, shop);
  return {
    contentHash: context.drill.opened?.contentHash ?? '',
    conversation: key,
    turn: turn.number,
    scenario: conversation.scenario,
    nowMinute,
    today,
    words: { text, said: said.map((message) => ({ id: message.id, text: message.text, start: message.start })) },
    customer: customerText(conversation, questionsHere(conversation, preparedCase, open)),
    points: points.map(({ point }) => point.id),
    ...(beyond.length > 0 && { beyond }),
    questions: open,
    awaits: awaitedIn(conversation, preparedCase),
    checked: conversation.checked,
    facts: [...preparedCase.facts.keys()],
    deeds: deedsToHear(conversation, preparedCase, turn),
    level: levelReached(context.content, conversation),
    ...decidedHere(context, key),
    latest: conversation.said,
    secrets: conversation.orders.flatMap(({ secret }) => secret),
    owner: ownerOf(conversation, preparedCase),
    others: othersOf(context, key, conversation.scenario, saidAt),
    shown: shownBy(context.content, shop, turn, nowMinute),
    doneHere: [...new Set(conversation.done.map(({ action }) => action))],
    ...(prices.length > 0 && { prices }),
    ...(stocks.length > 0 && { stocks }),
    hasBoughtHere: conversation.deeds.some(({ deed }) => deed === 'place-order' || deed === 'pay'),
    hasActedHere: turn.actions.length > 0,
  };
};
