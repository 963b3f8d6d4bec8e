/** Service and sales: windows taken, nobody left unanswered, satisfaction, conversion (docs/trade.md §9). */
import type { Measure } from '#contract/report.ts';
import type { Scenario, WindowKind } from '#engine/model/content.ts';
import type { DrillMs } from '#engine/model/events.ts';
import { listed, say } from '#i18n/say.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { leftWaiting } from '#scoring/facts/walked-out.ts';
import { sum } from '#scoring/log/arithmetic.ts';
import { type MeasureOf, nameAndFormula, percent, shareWorked } from './measure.ts';

const windowMeasure = (
  allFacts: readonly ConversationFacts[],
  kind: WindowKind,
  id: 'follow-up' | 'order-prompt',
): Measure => {
  const offered = allFacts.flatMap((facts) =>
    facts.conversation.windows.filter(
      (window) => window.kind === kind && window.closed !== null && window.closed.how !== 'void',
    ),
  );
  const takenCount = offered.filter(({ closed }) => closed?.how === 'taken').length;
  return {
    ...nameAndFormula(id),
    value: percent(takenCount, offered.length),
    unit: 'percent',
    target: offered.length === 0 ? null : '100',
    ok: offered.length === 0 ? null : takenCount === offered.length,
    worked: offered.length === 0 ? say('desk-figures:worked.no-window') : `${takenCount} / ${offered.length}`,
  };
};

export const followUps: MeasureOf = (allFacts) => windowMeasure(allFacts, 'follow-up', 'follow-up');
export const orderPrompts: MeasureOf = (allFacts) => windowMeasure(allFacts, 'order-prompt', 'order-prompt');

/** A customer's stay from coming to going; coming back begins another one (RULES V1). */
export type Session = { facts: ConversationFacts; from: DrillMs; answered: boolean };

/**
 * Sessions in which an answer was owed. A long stop keeps a round out of the seconds (RULES C4), but not its session
 * out of the count.
 */
export const askedSessions = (allFacts: readonly ConversationFacts[]): Session[] =>
  allFacts.flatMap((facts) => {
    const owed = facts.rounds.filter(({ grade }) => grade !== 'void');
    return [...new Set(owed.map(({ visit }) => visit))].map((visit) => ({
      facts,
      from: owed.find((round) => round.visit === visit)?.from ?? 0,
      answered: owed.some((round) => round.visit === visit && round.to !== null),
    }));
  });

/** Whether the trainee said anything: words, or a card that an action sends (RULES T8). */
export const hasHumanReply = ({ conversation }: ConversationFacts): boolean =>
  conversation.traineeMessages.length > 0 || conversation.clicks.some(({ sends }) => sends);

/** Customers who were owed an answer. */
const customersAsked = (allFacts: readonly ConversationFacts[]): ConversationFacts[] => [
  ...new Set(askedSessions(allFacts).map(({ facts }) => facts)),
];

/** 未回复人数: the customers of these who got no human reply in one of their sessions. */
export const unansweredOf = (allFacts: readonly ConversationFacts[]): ConversationFacts[] => [
  ...new Set(askedSessions(allFacts).flatMap(({ facts, answered }) => (answered ? [] : [facts]))),
];

export const unanswered: MeasureOf = (allFacts) => {
  const customers = customersAsked(allFacts);
  const unansweredCount = unansweredOf(allFacts).length;
  return {
    ...nameAndFormula('unanswered'),
    value: customers.length === 0 ? null : unansweredCount,
    unit: 'count',
    target: '0',
    ok: customers.length === 0 ? null : unansweredCount === 0,
    worked:
      customers.length === 0
        ? say('desk-figures:worked.nobody-asked')
        : say('desk-figures:worked.customers', { n: unansweredCount, all: customers.length }),
  };
};

export const replyRate: MeasureOf = (allFacts) => {
  const sessions = askedSessions(allFacts);
  const askedCount = sessions.length;
  const answered = sessions.filter((session) => session.answered).length;
  const leftCount = allFacts.filter(wasLeft).length;
  const customers = customersAsked(allFacts).length;
  // Who went and came back has two sessions: 13 of them beside 12 customers say so themselves (RULES M240).
  const share =
    askedCount > customers
      ? say('desk-figures:worked.sessions', { share: shareWorked(answered, askedCount), n: customers })
      : shareWorked(answered, askedCount);
  return {
    ...nameAndFormula('reply-rate'),
    value: percent(answered, askedCount),
    unit: 'percent',
    target: '100',
    // A customer who was answered once and then left waiting wasn't replied to, though the platform's figure doesn't show it.
    ok: askedCount === 0 ? null : answered === askedCount && leftCount === 0,
    worked: leftCount > 0 ? say('desk-figures:worked.left', { share, n: leftCount }) : share,
  };
};

/** Whether the customer was left without a reply at the end: they gave up waiting, or went on speaking and nobody replied. */
const wasLeft = ({ conversation, caseFacts }: ConversationFacts): boolean =>
  conversation.endings.some(({ silent }) => silent) || leftWaiting(conversation, caseFacts).length > 0;

/** 满意度 = (very satisfied + satisfied) ÷ rated: 4 and 5 of 5. */
export const satisfaction: MeasureOf = (allFacts) => {
  const ratings = allFacts.flatMap((facts) => facts.conversation.endings.slice(-1)).map(({ rating }) => rating);
  const happy = ratings.filter((rating) => rating >= 4).length;
  const value = percent(happy, ratings.length);
  return {
    ...nameAndFormula('satisfaction'),
    value,
    unit: 'percent',
    target: '≥82',
    ok: value === null ? null : value >= 82,
    worked:
      ratings.length === 0
        ? say('desk-figures:worked.no-rating')
        : say('desk-figures:worked.ratings', { happy, all: ratings.length, ratings: listed(ratings.map(String)) }),
    ratio: { sum: happy, of: ratings.length },
  };
};

/**
 * What a customer paid in this conversation, in cents; null where nothing was paid. Deeds decide, so a customer who
 * paid and then left in anger has paid; the ending decides in stories without such deeds.
 */
const paidBy = ({ conversation }: ConversationFacts): number | null => {
  const sums = conversation.customerDeeds.flatMap(({ deed, orders }): number[] => {
    if (deed.deed === 'place-order') return deed.pays ? [deed.amount] : [];
    if (deed.deed !== 'pay') return [];
    const order = orders.find(({ id }) => deed.order === null || id === deed.order);
    return order ? [order.total] : [];
  });
  if (sums.length > 0) return sum(sums);
  const ending = conversation.endings.find(({ outcome }) => outcome === 'paid');
  return ending ? (ending.sale ?? 0) : null;
};

/** Whether the customer's story could end in a purchase, or did. */
export const mightBuy = (facts: ConversationFacts): boolean =>
  facts.caseFacts.scenario.endings.some(({ outcome }) => outcome === 'paid') || paidBy(facts) !== null;

/**
 * 询单转化率 = paid ÷ enquirers: customers whose story could still end in a purchase. Who asked before ordering and couldn't buy
 * in this drill, whatever was said, is named beside it (RULES M126).
 */
export const conversion: MeasureOf = (allFacts) => {
  const ended = allFacts.filter(({ conversation }) => conversation.endings.length > 0);
  const enquirers = ended.filter(mightBuy);
  const onlyAskedCount = ended.filter((facts) => facts.caseFacts.stage === 'before' && !mightBuy(facts)).length;
  const paidCount = enquirers.filter((facts) => paidBy(facts) !== null).length;
  return {
    ...nameAndFormula('conversion'),
    value: percent(paidCount, enquirers.length),
    unit: 'percent',
    target: null,
    ok: null,
    worked:
      onlyAskedCount === 0
        ? shareWorked(paidCount, enquirers.length)
        : say('desk-figures:worked.only-asked', {
            share: shareWorked(paidCount, enquirers.length),
            n: onlyAskedCount,
          }),
    ratio: { sum: paidCount, of: enquirers.length },
  };
};

const salesWorked = (sales: readonly number[], value: number | null): string => {
  if (sales.length === 0) return say('desk-figures:worked.no-sale');
  if (sales.length === 1) return `${value?.toFixed(2)} ÷ 1`;
  return `(${sales.map((amount) => amount.toFixed(2)).join(' + ')}) ÷ ${sales.length}`;
};

/** 客单价 = sales ÷ buyers, in yuan. */
export const basket: MeasureOf = (allFacts) => {
  const sales = allFacts.flatMap((facts) => {
    const cents = paidBy(facts);
    return cents === null || cents === 0 ? [] : [cents / 100];
  });
  // To the fen: the trade's figure is money.
  const value = sales.length === 0 ? null : Math.round((sum(sales) / sales.length) * 100) / 100;
  return {
    ...nameAndFormula('basket'),
    value,
    unit: 'count',
    target: null,
    ok: null,
    worked: salesWorked(sales, value),
    ratio: { sum: Math.round(sum(sales) * 100) / 100, of: sales.length },
  };
};

/** Whether somebody had paid an order here before the drill began (RULES M186). */
const hadBought = ({ customer, orders }: Scenario): boolean =>
  customer.regular || orders.some(({ status }) => status === 'paid' || status === 'shipped' || status === 'signed');

/** 回头率 = buyers who had bought here before ÷ buyers. The case says who had bought before; the log says who bought now. */
export const returningBuyers: MeasureOf = (allFacts) => {
  const buyers = allFacts.filter((facts) => paidBy(facts) !== null);
  const regularCount = buyers.filter(({ caseFacts: { scenario } }) => hadBought(scenario)).length;
  return {
    ...nameAndFormula('returning-buyers'),
    value: percent(regularCount, buyers.length),
    unit: 'percent',
    target: null,
    ok: null,
    worked: buyers.length === 0 ? say('desk-figures:worked.no-sale') : `${regularCount} ÷ ${buyers.length}`,
  };
};
