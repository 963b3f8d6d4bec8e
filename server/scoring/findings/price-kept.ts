/**
 * 报的价没认: the customer paid more than the last sum they were told for that order, and nobody told it right, gave the
 * difference back or reported it (RULES T91).
 */
import type { Quote } from '#engine/model/turn-judgement.ts';
import { joined, say } from '#i18n/say.ts';
import { originalSpan } from '#language/reading/normalise.ts';
import { readReply } from '#language/reading/read-reply.ts';
import type { Value } from '#language/reading/value.ts';
import { codeList, TOLD_WRONG_CODES } from '#scoring/facts/codes.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import {
  CORRECTED_SHARE,
  draftFinding,
  type FindingDraft,
  stepsOf,
  suggestionParts,
} from '#scoring/facts/finding-draft.ts';
import type { CaseFacts } from '#scoring/log/case-facts.ts';
import { type Payment, paymentsIn } from '#scoring/log/payments.ts';
import { quotedText } from '#scoring/log/phrasing.ts';
import { citationOf } from '#scoring/suggestions/citation.ts';

const CENTS = 100;
/** A smaller share of the sum paid is told of something else: one of two boxes, a part of the goods. */
const MIN_SHARE = 0.7;
/** Words of sums to pay. Beside none of them a number without a unit may be anything. */
const OF_PAYING = /[付减券]|到手/;
/** A card by which what was said of prices is kept. */
const KEEPS_PRICE = /(?:报出|说出口|答应)[^。；]*兑现/;

/** `told` in cents, at the last place that told it. */
type Told = { told: number; quote: Quote; index: number };
type Unkept = Told & { payment: Payment };

type TraineeMessage = ConversationFacts['conversation']['traineeMessages'][number];

const isSum = ({ kind, low, quantity, upTo }: Value): boolean =>
  (kind === 'amount' || kind === 'number') && low === quantity && upTo === undefined;
const toCents = ({ quantity }: Value): number => Math.round(quantity * CENTS);
const sumsIn = ({ goodsNames }: CaseFacts, text: string): number[] =>
  readReply(text, goodsNames).reading.values.filter(isSum).map(toCents);

/**
 * Sums that a message tells as the customer's to pay, each with its clause: not asked, denied or taken back. One that was
 * told before (`toldBefore`) needs no word of paying: 想好快点 378.
 */
const sumsTold = (
  { goodsNames }: CaseFacts,
  { id, text, index }: TraineeMessage,
  turnText: string,
  toldBefore: number | undefined,
): Told[] => {
  const { normal, reading } = readReply(text, goodsNames);
  return reading.values.flatMap((value) => {
    const clause = reading.clauses[value.clauseIndex];
    const isOfPaying = value.kind === 'amount' || OF_PAYING.test(turnText) || toCents(value) === toldBefore;
    if (!isSum(value) || !isOfPaying || clause === undefined) return [];
    if (value.sign !== 1 || clause.isQuestion || clause.isRetracted) return [];
    const quote = { message: id, ...originalSpan(normal, clause.start, clause.end) };
    return [{ told: toCents(value), quote, index }];
  });
};

/** A price less none, some or all of the coupons. */
const lessCoupons = (price: number, [coupon, ...others]: readonly number[]): number[] =>
  coupon === undefined ? [price] : [...lessCoupons(price, others), ...lessCoupons(price - coupon, others)];

/** What the coupons are worth, in cents, that were sent before a place in the log or are named by their sum. */
const couponsAt = ({ conversation, caseFacts }: ConversationFacts, until: number, named: readonly number[]): number[] =>
  caseFacts.shop.coupons.flatMap(({ id, amount }) => {
    const isSent = conversation.clicks.some((click) => click.index < until && click.with.coupon === id);
    return isSent || named.includes(amount) ? [amount] : [];
  });

/** The prices of the shop's products less each reduction that they reach, in cents. */
const reducedPrices = ({ shop: { products, reductions = [] } }: CaseFacts): number[] =>
  reductions.flatMap(({ amount, least }) => products.flatMap(({ price }) => (price >= least ? [price - amount] : [])));

/** Sums that are right of something else: of the case's answers, of a card, of a product. */
const rightSums = ({ caseFacts }: ConversationFacts): ReadonlySet<number> => {
  const { policies, coupons } = caseFacts.shop;
  const points = caseFacts.scenario.beats.flatMap(({ asks, points }) => [
    ...asks.flatMap((question) => question.points),
    ...points,
  ]);
  return new Set([
    ...points.flatMap(({ says }) => sumsIn(caseFacts, says)),
    ...policies.flatMap(({ text }) => sumsIn(caseFacts, text)),
    ...coupons.map(({ least }) => least),
  ]);
};

/** The last sum told below the one paid, unless the right one was told in its place, or it was made good. */
const unkeptBy = (facts: ConversationFacts, payment: Payment): Unkept | null => {
  const { conversation, caseFacts } = facts;
  const { paid, listed } = payment;
  const right = rightSums(facts);
  const prices = [...caseFacts.shop.products.map(({ price }) => price), paid];
  const ofCustomer = conversation.customerMessages.flatMap(({ bubble, index }) =>
    bubble.kind === 'text' ? sumsIn(caseFacts, bubble.text).map((sum) => ({ sum, index })) : [],
  );
  let last = null as Unkept | null;
  for (const message of conversation.traineeMessages) {
    if (message.index > payment.index) break;
    const turn = conversation.turns.find(({ judgement }) => judgement.messages.includes(message.id));
    const turnText = turn?.judgement.text ?? message.text;
    // A product's price, or the order's, with coupons that the customer was given or offered and didn't use. One product
    // alone gets the shop's reductions too: 先拿鞋也行，459-40-15=404 beside two for 503.
    const coupons = couponsAt(facts, payment.index, sumsIn(caseFacts, turnText));
    const withCoupons = [...prices, ...reducedPrices(caseFacts)].flatMap((price) => lessCoupons(price, coupons));
    const told = sumsTold(caseFacts, message, turnText, last?.told).findLast(
      ({ told: sum }) =>
        sum < paid &&
        sum >= paid * MIN_SHARE &&
        !right.has(sum) &&
        !withCoupons.includes(sum) &&
        !ofCustomer.some((one) => one.sum === sum && one.index < message.index),
    );
    // What the goods cost stands in a reckoning of another sum too.
    const isPutRight = sumsIn(caseFacts, message.text).includes(paid) && (paid !== listed || told === undefined);
    if (isPutRight) last = null;
    else if (told !== undefined) last = { ...told, payment };
  }
  return last !== null && isMadeGood(facts, last) ? null : last;
};

/** Whether the difference was told, given back, or reported with its sum, after the wrong sum. */
const isMadeGood = ({ conversation, caseFacts }: ConversationFacts, { told, payment, index }: Unkept): boolean => {
  const difference = payment.paid - told;
  // A bare number may be a count: it is the difference beside one of the two sums alone.
  const namesIt = (text: string): boolean => {
    const values = readReply(text, caseFacts.goodsNames).reading.values.filter(isSum);
    const hasOther = values.some((value) => [told, payment.paid].includes(toCents(value)));
    return values.some((value) => toCents(value) === difference && (value.kind === 'amount' || hasOther));
  };
  const isRetold = conversation.traineeMessages.some(
    ({ text, index: at }) =>
      at > index && (namesIt(text) || (at > payment.index && sumsIn(caseFacts, text).includes(told))),
  );
  return (
    isRetold ||
    conversation.clicks.some(({ action, index: at, with: { amount, note } }) => {
      const isAfter = at > payment.index;
      const isReport = caseFacts.action(action)?.reports !== undefined;
      return (isAfter && typeof amount === 'number') || (isReport && (isAfter || (at > index && namesIt(`${note}`))));
    })
  );
};

const yuan = (cents: number): number => cents / CENTS;

const FALSE_SUMS = [...TOLD_WRONG_CODES, ...codeList('false-promise', 'beyond-authority')];

/** Whether a finding holds the very sum against the trainee already: it quotes it, or names the one paid as right. */
const isAbout = ({ caseFacts, conversation }: ConversationFacts, draft: FindingDraft, one: Unkept): boolean => {
  const { code, quoteAt, detailParts } = draft;
  if (!FALSE_SUMS.includes(code) || quoteAt === null) return false;
  const has = (text: string, sum: number): boolean => sumsIn(caseFacts, text).includes(sum);
  return has(quotedText(conversation, quoteAt) ?? '', one.told) || has(detailParts.rightAnswer ?? '', one.payment.paid);
};

/**
 * The findings on wrong words with those on prices that weren't kept. Where the wrong sum is charged already, that
 * finding says so and costs nothing more.
 */
export const withPricesKept = (facts: ConversationFacts, wrong: readonly FindingDraft[]): FindingDraft[] => {
  const { conversation, caseFacts } = facts;
  const unkept = paymentsIn(conversation, caseFacts).flatMap((payment) => unkeptBy(facts, payment) ?? []);
  let drafts = [...wrong];
  for (const one of unkept) {
    const figures = { told: yuan(one.told), paid: yuan(one.payment.paid) };
    const charged = drafts.findLast((draft) => isAbout(facts, draft, one));
    drafts =
      charged === undefined
        ? [...drafts, draftOf(facts, one, wrong)]
        : drafts.map((draft) =>
            draft === charged
              ? { ...draft, because: joined([draft.because, say('findings:price.not-made-good', figures)]) }
              : draft,
          );
  }
  return drafts;
};

const draftOf = (
  { conversation, caseFacts }: ConversationFacts,
  { told, payment, quote, index }: Unkept,
  wrong: readonly FindingDraft[],
): FindingDraft => {
  const turn = conversation.turns.find(({ judgement }) => judgement.messages.includes(quote.message))?.judgement;
  const figures = { told: yuan(told), paid: yuan(payment.paid) };
  const card = caseFacts.shop.policies.find(({ text }) => KEEPS_PRICE.test(text));
  const isPricedBeside = wrong.some(
    (draft) => FALSE_SUMS.includes(draft.code) && !draft.unsure && draft.turn === turn?.turn,
  );
  return draftFinding({
    code: 'false-promise',
    at: conversation.traineeMessages.find((said) => said.index === index)?.at ?? payment.at,
    conversation: conversation.key,
    turn: turn?.turn ?? null,
    quoteAt: quote,
    customerText: turn?.customer ?? '',
    detail: say('findings:price.detail', figures),
    because: say('findings:price.why', figures),
    citation: citationOf(caseFacts, card?.id ?? null),
    ...suggestionParts(
      stepsOf(() => say('findings:price.better', { ...figures, difference: yuan(payment.paid - told) })),
    ),
    // The wrong figure that the sum came of is charged in full: what is left is that nobody stood by the sum.
    costShare: isPricedBeside ? CORRECTED_SHARE : 1,
  });
};
